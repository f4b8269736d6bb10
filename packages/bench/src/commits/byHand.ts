import type pg from "pg";
import { openPool } from "../server/openPool.ts";
import { ARRAYS, columnsOf } from "./arrays.ts";
import { calling, type Writer } from "./Writer.ts";

const send = async (pool: pg.Pool, values: Array<Array<unknown>>, expected: number): Promise<void> => {
  const { rows } = await pool.query<{ written: number }>({ name: "arrays", text: ARRAYS, values });
  if (rows[0]?.written !== expected) throw new Error("another version");
};

const SINGLE = `
  with updated as (
    update orders set version = $2 + 1, status = $3, due_at = $4, state = $5
    where id = $1 and version = $2 returning id, version
  ), told as (
    insert into events (id, version, at, actor, cause, event) select id, version, $6, $7, $8, $9 from updated
  ), wanted as (
    insert into outbox (key, task, due_at) select $10, $11, $6 from updated
  ), posted as (
    insert into journal (order_id, version, line, account, amount)
    select id, version, line, account, amount
    from updated, (values (0, $12, $13::bigint), (1, $14, $15::bigint)) j (line, account, amount)
  )
  select id from updated`;

/** One prepared statement for each step. */
export const openSingle = (url: string): Promise<Writer> => {
  const pool = openPool(url);
  const write = calling(async (orders, caller, callers) => {
    const change = orders.next(caller, callers);
    const [debit, credit] = change.journal;
    const values = columnsOf([{ ...change, journal: [] }]).flat();
    values.push(debit?.account, debit?.amount, credit?.account, credit?.amount);
    const { rowCount } = await pool.query({ name: "single", text: SINGLE, values });
    if (rowCount !== 1) throw new Error("another version");
  });
  return Promise.resolve({ write, close: () => pool.end() });
};

/** The array statement by hand: whoever has all steps at once writes so many rows a statement. */
export const openArrays =
  (rows: number, connections: number) =>
  (url: string): Promise<Writer> => {
    const pool = openPool(url, connections);
    return Promise.resolve({
      write: async (orders, _, until) => {
        const callers = rows * connections;
        const batches = calling((own, connection) => {
          const changes = Array.from({ length: rows }, (__, row) =>
            own.next(connection * rows + row, callers),
          );
          return send(pool, columnsOf(changes), rows);
        });
        return (await batches(orders, connections, until)) * rows;
      },
      close: () => pool.end(),
    });
  };
