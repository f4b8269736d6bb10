import type { Change } from "@resale/core";

/** Everything of many steps as one statement over arrays. The smallest of its kind: nothing else is looked after. */
export const ARRAYS = `
  with changed as (
    select * from unnest($1::text[], $2::int[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::text[],
      $8::text[], $9::text[], $10::text[], $11::text[])
      c (id, expected, status, due_at, state, at, actor, cause, event, key, task)
  ), held as materialized (
    select o.id from orders o join changed c on o.id = c.id and o.version = c.expected order by o.id for update of o
  ), updated as (
    update orders o set version = c.expected + 1, status = c.status, due_at = c.due_at, state = c.state::json
    from changed c where o.id = c.id and c.id in (select id from held) returning o.id
  ), told as (
    insert into events (id, version, at, actor, cause, event)
    select id, expected + 1, at, actor::json, cause::json, event::json from changed where id in (select id from held)
  ), wanted as (
    insert into outbox (key, task, due_at)
    select key, task::json, at from changed where id in (select id from held)
  ), posted as (
    insert into journal (order_id, version, line, account, amount)
    select id, version, line, account, amount
    from unnest($12::text[], $13::int[], $14::int[], $15::text[], $16::bigint[])
      j (id, version, line, account, amount)
    where id in (select id from held)
  )
  select count(*)::int as written from updated`;

/** The statement's parameters, column by column. */
export const columnsOf = (changes: ReadonlyArray<Change>): Array<Array<unknown>> => {
  const columns = Array.from({ length: 16 }, (): Array<unknown> => []);
  const add = (from: number, values: ReadonlyArray<unknown>): void => {
    for (const [at, value] of values.entries()) columns[from + at]?.push(value);
  };
  for (const { subject, expected, index, due, state, events, tasks, journal } of changes) {
    const [event] = events;
    const [task] = tasks;
    const texts = [event?.actor, event?.cause, event?.event].map((value) => JSON.stringify(value));
    add(0, [subject.id, expected, index.status, due, JSON.stringify(state), event?.at, ...texts]);
    add(9, [task?.key, JSON.stringify(task?.task)]);
    for (const [line, { version, account, amount }] of journal.entries()) {
      add(11, [subject.id, version, line, account, amount]);
    }
  }
  return columns;
};
