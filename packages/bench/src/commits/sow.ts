import { eventText, SOWN_VERSION, stateText, status } from "./orders.ts";

const ID = "'00000000-0000-7000-8000-' || lpad(n::text, 12, '0')";
const FIRST = `n::bigint * ${SOWN_VERSION} + 1`;
const LAST = `n::bigint * ${SOWN_VERSION} + ${SOWN_VERSION}`;
const SELLER = "'seller-' || n % 1000";
const BUYER = "'buyer-' || n % 5000";
const EMAIL = `${BUYER} || '@example.com'`;
const TRACKING = "'9400-' || n";
const PARENT = "'checkout-' || n";
const ACTOR = `'{"_tag":"System"}'`;
const CAUSE = `'{"_tag":"Command","command":{"_tag":"RecordPaid"}}'`;

const series = (orders: number): string => `generate_series(0, ${orders - 1}) n`;

/** Fills the store's own tables with orders, five events each. */
export const sowStore = (orders: number): ReadonlyArray<string> => [
  `insert into resale.subjects
     (kind, id, version, state, due_at, status, seller, buyer, email, tracking, parent, operator_tasks, created, position)
   select 'order', ${ID}, ${SOWN_VERSION}, $state$${stateText}$state$::json, 4000000000000 + n, '${status}',
     ${SELLER}, ${BUYER}, ${EMAIL}, ${TRACKING}, ${PARENT}, '{}', ${FIRST}, ${LAST}
   from ${series(orders)}`,
  `insert into resale.lookups (name, value, kind, created, id)
   select p.name, p.value, 'order', ${FIRST}, ${ID}
   from ${series(orders)}, lateral (values ('seller', ${SELLER}), ('buyer', ${BUYER}), ('email', ${EMAIL}),
     ('tracking', ${TRACKING}), ('parent', ${PARENT})) p (name, value)`,
  `insert into resale.events (position, kind, id, version, at, actor, cause, event)
   select ${FIRST} + v - 1, 'order', ${ID}, v, 1700000000000, ${ACTOR}, ${CAUSE}, $event$${eventText}$event$::json
   from ${series(orders)}, generate_series(1, ${SOWN_VERSION}) v`,
  "vacuum analyze",
];

/** The tables that one would write by hand for the same: orders, events, outbox, journal. */
export const byHandTables = (orders: number): ReadonlyArray<string> => [
  `create table orders (
     id text primary key, version integer not null, status text not null, due_at bigint, state json not null
   ) with (fillfactor = 85)`,
  "create index on orders (due_at) where due_at is not null",
  "create index on orders (status)",
  `create table events (
     position bigint generated always as identity primary key,
     id text not null, version integer not null, at bigint not null, actor json not null, cause json not null,
     event json not null, unique (id, version)
   )`,
  `create table outbox (
     number bigint generated always as identity primary key,
     key text not null unique, task json not null, due_at bigint not null, done boolean not null default false
   )`,
  "create index on outbox (due_at) where not done",
  `create table journal (
     order_id text not null, version integer not null, line integer not null, account text not null,
     amount bigint not null, primary key (order_id, version, line)
   )`,
  `insert into orders (id, version, status, due_at, state)
   select ${ID}, ${SOWN_VERSION}, '${status}', 4000000000000 + n, $state$${stateText}$state$::json from ${series(orders)}`,
  `insert into events (id, version, at, actor, cause, event)
   select ${ID}, v, 1700000000000, ${ACTOR}, ${CAUSE}, $event$${eventText}$event$::json
   from ${series(orders)}, generate_series(1, ${SOWN_VERSION}) v`,
  "vacuum analyze",
];
