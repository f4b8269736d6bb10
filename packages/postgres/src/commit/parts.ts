import type { TableName } from "./shapes.ts";

/** By what subjects are found beside their keys, as it is named in a row and in an index. */
export const LOOKUPS = ["seller", "buyer", "email", "tracking", "parent"] as const;

/**
 * Which commits are kept. `not in` is answered from a hash table; `in` would be planned as a join over arrays whose
 * length nobody knows.
 */
export const UNSPOILT = (no: string): string => `${no} not in (select no from spoilt)`;
/** A commit alone is kept if its one subject was written. */
export const WRITTEN = (): string => "exists (select from updated)";
export type Kept = typeof UNSPOILT;

const pairs = LOOKUPS.map((name) => `('${name}', h.${name}, h.old_${name})`).join(", ");
const single = [...LOOKUPS, "credit"].map((name) => `('${name}', c.${name})`).join(", ");
const COLUMNS = `version, state, due_at, status, claim, ${LOOKUPS.join(", ")}, operator_tasks, stars`;
const values = (from: string): string =>
  `${from}.version, ${from}.state::json, ${from}.due_at, ${from}.status, ${from}.claim,
   ${LOOKUPS.map((name) => `${from}.${name}`).join(", ")}, ${from}.operator_tasks::text[], ${from}.stars`;

const standing = (locked: string): string => `
standing as materialized (
  select c.*, s.created, ${LOOKUPS.map((name) => `s.${name} as old_${name}`).join(", ")}
  from changes c join resale.subjects s on s.kind = c.kind and s.id = c.id and s.version = c.expected
  where c.expected > 0 ${locked}
)`;

/** The subjects that stand where they are expected to. */
export const FOUND = standing("");
/** The same, locked: nothing can befall them before they are written. */
export const HELD = standing("order by s.kind, s.id for update of s");

export const refusedUnless = (those: "standing" | "updated"): string =>
  `c.expected > 0 and c.o not in (select o from ${those})`;
export const REFUSED_FRESH = `c.expected = 0
  and exists (select from resale.subjects s where s.kind = c.kind and s.id = c.id)`;

export const UNANSWERED = "answered as (select null::int as no where false)";
export const ANSWERED = `
answered as materialized (
  select c.no from answers c
  where (select true from resale.answers a where a.scope = c.scope and a.key = c.key limit 1)
)`;

export const SPOILT = "spoilt as materialized (select no from refused union all select no from answered)";

/** Writes what stands as expected, unless its commit is among those named. */
export const updated = (from: "changes" | "standing", unless: "answered" | "spoilt"): string => `
updated as (
  update resale.subjects s
  set (${COLUMNS}, setbacks, position) = row(${values("c")}, 0, coalesce(f.position + c.last_event, s.position))
  from ${from} c, first f
  where c.no not in (select no from ${unless}) and s.kind = c.kind and s.id = c.id
    and c.expected > 0 and s.version = c.expected
  returning c.o
)`;

/** By what the updated subjects are found from now on, and no longer. A gift card is never taken back (R49): no column
 * of the row need say what it was before. */
export const REINDEXED = `
forgotten as (
  delete from resale.lookups l
  using (
    select p.name, p.old as value, h.kind, h.created
    from standing h, lateral (values ${pairs}) p (name, value, old)
    where ${UNSPOILT("h.no")} and p.old is not null and p.old is distinct from p.value
  ) gone
  where l.name = gone.name and l.value = gone.value and l.kind = gone.kind and l.created = gone.created
), found as (
  insert into resale.lookups (name, value, kind, created, id)
  select p.name, p.value, h.kind, h.created, h.id
  from standing h, lateral (values ${pairs}) p (name, value, old)
  where ${UNSPOILT("h.no")} and p.value is not null and p.old is distinct from p.value
), credited as (
  insert into resale.lookups (name, value, kind, created, id)
  select 'credit', h.credit, h.kind, h.created, h.id
  from standing h where ${UNSPOILT("h.no")} and h.credit is not null
  on conflict do nothing
)`;

export const inserted = (afterUpdates: boolean): string => `
inserted as (
  insert into resale.subjects (kind, id, ${COLUMNS}, created, position)
  select c.kind, c.id, ${values("c")}, f.position + c.first_event, f.position + c.last_event
  from changes c, first f
  where c.expected = 0 and ${UNSPOILT("c.no")} ${afterUpdates ? "and (select count(*) from updated) >= 0" : ""}
  order by c.kind, c.id
), introduced as (
  insert into resale.lookups (name, value, kind, created, id)
  select p.name, p.value, c.kind, f.position + c.first_event, c.id
  from changes c, first f, lateral (values ${single}) p (name, value)
  where c.expected = 0 and ${UNSPOILT("c.no")} and p.value is not null
)`;

export const INTO: {
  readonly [Name in Exclude<TableName, "answers" | "changes">]: (table: string, kept: Kept) => string;
} = {
  events: (table, kept) => `
told as (
  insert into resale.events (position, kind, id, version, at, actor, cause, event)
  select f.position + t.n, t.kind, t.id, t.version, t.at, t.actor::json, t.cause::json, t.event::json
  from ${table}, first f where ${kept("t.no")}
)`,
  tasks: (table, kept) => `
wanted as (
  insert into resale.tasks (key, subject, kind, task, due_at)
  select t.key, t.subject, t.kind, t.task::json, t.due_at from ${table} where ${kept("t.no")}
  on conflict (key) do nothing
)`,
  journal: (table, kept) => `
posted as (
  insert into resale.journal (order_id, version, line, account, amount)
  select t.order_id, t.version, t.line, t.account, t.amount from ${table} where ${kept("t.no")}
)`,
  entries: (table, kept) => `
shown as (
  insert into resale.catalogue
    (listing, entry, category, grade, colour, material, own_stock, price, listed_at, words, text)
  select t.listing, t.entry::json, t.category, t.grade, t.colour, t.material, t.own_stock, t.price, t.listed_at,
    to_tsvector('english', t.title) || to_tsvector('simple', t.title) || to_tsvector('english', t.description),
    lower(t.title)
  from ${table} where ${kept("t.no")}
  on conflict (listing) do update set
    entry = excluded.entry, category = excluded.category, grade = excluded.grade, colour = excluded.colour,
    material = excluded.material, own_stock = excluded.own_stock, price = excluded.price,
    listed_at = excluded.listed_at, words = excluded.words, text = excluded.text
)`,
  removed: (table, kept) => `
hidden as (
  delete from resale.catalogue l using ${table} where ${kept("t.no")} and l.listing = t.listing
)`,
};

export const answering = (kept: Kept): string => `
answering as (
  insert into resale.answers (scope, key, fingerprint, answer, at)
  select c.scope, c.key, c.fingerprint, c.answer::json, c.answered_at
  from answers c where ${kept("c.no")}
  order by c.scope, c.key
)`;

/** Rows that were locked and not updated would be a lost write: then the division by zero undoes everything. */
export const NOTHING_LOST = `
where 1 / (case when (select count(*) from updated) = (select count(*) from standing where ${UNSPOILT("no")})
                then 1 else 0 end) = 1`;
