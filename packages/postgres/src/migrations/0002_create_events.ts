import { statements } from "./statements.ts";

/** Facts and money, append-only (R55, R53). `positions` moves the numbering on where a database was restored. */
export const createEvents = statements(
  `create table resale.events (
    position bigint primary key,
    kind text collate "C" not null,
    id text collate "C" not null,
    version integer not null,
    at bigint not null,
    actor json not null,
    cause json not null,
    event json not null
  )`,
  "create unique index events_subject on resale.events (kind, id, version)",
  "create table resale.positions (base bigint not null)",
  "insert into resale.positions (base) values (0)",
  `create table resale.journal (
    order_id text collate "C" not null,
    version integer not null,
    line integer not null,
    account text collate "C" not null,
    amount bigint not null,
    primary key (order_id, version, line)
  )`,
);
