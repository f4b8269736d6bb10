import { statements } from "./statements.ts";

/** A shop's loyalty accounts and purchase histories, for shops that have them nowhere else (R1, R3). */
export const createMembers = statements(
  `create table resale.members (
    id text collate "C" primary key,
    folded_email text collate "C" not null,
    member json not null
  )`,
  "create index members_email on resale.members (folded_email)",
  `create table resale.purchase_lines (
    member text collate "C" not null,
    id text collate "C" not null,
    purchased_at bigint not null,
    line json not null,
    primary key (member, id)
  )`,
  "create index purchase_lines_newest on resale.purchase_lines (member, purchased_at desc, id)",
);
