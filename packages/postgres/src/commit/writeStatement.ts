import { type Shape, unnested } from "./Columns.ts";
import { CHANGES, COMMITS, ENTRIES, EVENTS, JOURNAL, REMOVED, TASKS } from "./shapes.ts";

/** Events that one transaction may write: each transaction's number stands for so many positions. */
export const MOST_EVENTS = 4096;
export const POSITION_BITS = 12;

/** The first position that belongs to a transaction's number. */
export const positionOf = (transaction: string): string =>
  `((${transaction}::text::bigint + (select base from resale.positions)) << ${POSITION_BITS})`;

const LOOKUPS = ["seller", "buyer", "email", "tracking", "parent"] as const;

/** The first two parameters are the batch's id and how many events its transaction has written before it. */
const FIRST = 3;

const tables = (): { readonly [Name in string]: string } => {
  let next = FIRST;
  const table = (name: string, shape: Shape): string => {
    const text = unnested(name, shape, next);
    next += Object.keys(shape).length;
    return text;
  };
  return {
    commits: table("c", COMMITS),
    changes: table("c", CHANGES),
    events: table("e", EVENTS),
    tasks: table("t", TASKS),
    journal: table("j", JOURNAL),
    entries: table("e", ENTRIES),
    removed: table("r", REMOVED),
  };
};

const { commits, changes, events, tasks, journal, entries, removed } = tables();

/** `not in` is answered from a hash table; `in` would be planned as a join over arrays whose length nobody knows. */
const KEPT = "not in (select no from spoilt)";

/** A column of the found row, beside that of the change. */
const old = (name: string): string => `s.${name} as old_${name}`;

const pairs = LOOKUPS.map((name) => `('${name}', h.${name}, h.old_${name})`).join(", ");
const fresh = LOOKUPS.map((name) => `('${name}', c.${name})`).join(", ");
const COLUMNS = `version, state, due_at, status, claim, ${LOOKUPS.join(", ")}, operator_tasks, stars`;
const values = (from: string): string =>
  `${from}.version, ${from}.state::json, ${from}.due_at, ${from}.status, ${from}.claim,
   ${LOOKUPS.map((name) => `${from}.${name}`).join(", ")}, ${from}.operator_tasks::text[], ${from}.stars`;

/**
 * Writes a batch of commits as one statement, each of them whole or not at all.
 *
 * `held` locks the rows whose version is the expected one, in order of id, so that batches can't wait for each other in
 * a circle. A commit is kept if all its rows were held, none of its new subjects exists, and its key has no answer.
 * Everything else follows from what is kept. New subjects come after changed ones: a claim given up is free for them.
 *
 * A position is made of the transaction's number and the event's place in it. So whoever reads below the oldest
 * transaction that still runs has seen all that will ever stand there (R55), and nobody waits for a sequence.
 *
 * Rows that were held and not updated would be a lost write: then the division by zero undoes everything.
 */
export const WRITE = `
with first as materialized (
  select ${positionOf("pg_current_xact_id()")} + $2::int as position
), commits as materialized (
  select * from ${commits}
), changes as materialized (
  select * from ${changes}
), held as materialized (
  select c.*, s.created, ${LOOKUPS.map(old).join(", ")}
  from changes c join resale.subjects s on s.kind = c.kind and s.id = c.id and s.version = c.expected
  where c.expected > 0
  order by s.kind, s.id
  for update of s
), refused as materialized (
  select c.o, c.no from changes c
  where (c.expected > 0 and c.o not in (select o from held))
     or (c.expected = 0 and exists (select from resale.subjects s where s.kind = c.kind and s.id = c.id))
), answered as materialized (
  select c.no from commits c
  where c.key is not null
    and (select true from resale.answers a where a.scope = c.scope and a.key = c.key limit 1)
), spoilt as materialized (
  select no from refused union all select no from answered
), updated as (
  update resale.subjects s
  set (${COLUMNS}, setbacks, position) = row(${values("h")}, 0, coalesce(f.position + h.last_event, s.position))
  from held h, first f
  where h.no ${KEPT} and s.kind = h.kind and s.id = h.id
  returning 1
), inserted as (
  insert into resale.subjects (kind, id, ${COLUMNS}, created, position)
  select c.kind, c.id, ${values("c")}, f.position + c.first_event, f.position + c.last_event
  from changes c, first f
  where c.expected = 0 and c.no ${KEPT} and (select count(*) from updated) >= 0
  order by c.kind, c.id
), forgotten as (
  delete from resale.lookups l
  using (
    select p.name, p.old as value, h.kind, h.created
    from held h, lateral (values ${pairs}) p (name, value, old)
    where h.no ${KEPT} and p.old is not null and p.old is distinct from p.value
  ) gone
  where l.name = gone.name and l.value = gone.value and l.kind = gone.kind and l.created = gone.created
), found as (
  insert into resale.lookups (name, value, kind, created, id)
  select p.name, p.value, h.kind, h.created, h.id
  from held h, lateral (values ${pairs}) p (name, value, old)
  where h.no ${KEPT} and p.value is not null and p.old is distinct from p.value
  union all
  select p.name, p.value, c.kind, f.position + c.first_event, c.id
  from changes c, first f, lateral (values ${fresh}) p (name, value)
  where c.expected = 0 and c.no ${KEPT} and p.value is not null
), told as (
  insert into resale.events (position, kind, id, version, at, actor, cause, event)
  select f.position + e.n, e.kind, e.id, e.version, e.at, e.actor::json, e.cause::json, e.event::json
  from ${events}, first f
  where e.no ${KEPT}
), wanted as (
  insert into resale.tasks (key, subject, kind, task, due_at)
  select t.key, t.subject, t.kind, t.task::json, t.due_at
  from ${tasks}
  where t.no ${KEPT}
  on conflict (key) do nothing
), posted as (
  insert into resale.journal (order_id, version, line, account, amount)
  select j.order_id, j.version, j.line, j.account, j.amount from ${journal} where j.no ${KEPT}
), answering as (
  insert into resale.answers (scope, key, fingerprint, answer, at)
  select c.scope, c.key, c.fingerprint, c.answer::json, c.answered_at
  from commits c where c.key is not null and c.no ${KEPT}
  order by c.scope, c.key
), shown as (
  insert into resale.catalogue
    (listing, entry, category, grade, colour, material, own_stock, price, listed_at, words, text)
  select e.listing, e.entry::json, e.category, e.grade, e.colour, e.material, e.own_stock, e.price, e.listed_at,
    to_tsvector('english', e.title) || to_tsvector('simple', e.title) || to_tsvector('english', e.description),
    lower(e.title)
  from ${entries}
  where e.no ${KEPT}
  on conflict (listing) do update set
    entry = excluded.entry, category = excluded.category, grade = excluded.grade, colour = excluded.colour,
    material = excluded.material, own_stock = excluded.own_stock, price = excluded.price,
    listed_at = excluded.listed_at, words = excluded.words, text = excluded.text
), hidden as (
  delete from resale.catalogue l using ${removed} where r.no ${KEPT} and l.listing = r.listing
)
insert into resale.batches (id, conflicts, answered)
select $1::uuid, array(select o from refused), array(select no from answered)
where 1 / (case when (select count(*) from updated) = (select count(*) from held where no ${KEPT})
                then 1 else 0 end) = 1
returning conflicts, answered
`;
