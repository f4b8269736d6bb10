import { statements } from "./statements.ts";

/** Who is told of events, and how far each has come with each subject (R60). */
export const createSubscriptions = statements(
  `create table resale.subscriptions (
    id text collate "C" primary key,
    url text not null,
    events json not null,
    include text not null,
    secret text not null,
    former_secret text,
    former_until bigint,
    rotations integer not null,
    position bigint not null,
    created_at bigint not null,
    created_by json not null,
    disabled json,
    disabled_since bigint,
    noticed boolean not null
  )`,
  `create table resale.deliveries (
    subscription text collate "C" not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    heard integer not null,
    wanted integer not null,
    failures integer not null default 0,
    failing_since bigint,
    due_at bigint,
    lease uuid,
    last json,
    primary key (subscription, kind, id)
  ) with (fillfactor = 80)`,
  "create index deliveries_due on resale.deliveries (subscription, due_at) where due_at is not null",
);
