import { openPool } from "../server/openPool.ts";
import { calling, type Writer } from "./Writer.ts";

const UPDATE = `update orders set version = $3, status = $4, due_at = $5, state = $6
  where id = $1 and version = $2`;
const EVENT = "insert into events (id, version, at, actor, cause, event) values ($1, $2, $3, $4, $5, $6)";
const TASK = "insert into outbox (key, task, due_at) values ($1, $2, $3)";
const LINES = `insert into journal (order_id, version, line, account, amount)
  values ($1, $2, 0, $3, $4), ($1, $2, 1, $5, $6)`;

/** What is usually written: begin, update behind the version, facts, outbox, journal, commit. */
export const openTransaction = (url: string): Promise<Writer> => {
  const pool = openPool(url);
  const write = calling(async (orders, caller, callers) => {
    const { subject, expected, state, due, index, events, tasks, journal } = orders.next(caller, callers);
    const [event] = events;
    const [task] = tasks;
    const [debit, credit] = journal;
    const version = expected + 1;
    const client = await pool.connect();
    try {
      await client.query("begin");
      const { rowCount } = await client.query({
        name: "update",
        text: UPDATE,
        values: [subject.id, expected, version, index.status, due, JSON.stringify(state)],
      });
      if (rowCount !== 1) throw new Error("another version");
      const { at, actor, cause, event: fact } = event ?? {};
      await client.query({
        name: "event",
        text: EVENT,
        values: [subject.id, version, at, JSON.stringify(actor), JSON.stringify(cause), JSON.stringify(fact)],
      });
      await client.query({ name: "task", text: TASK, values: [task?.key, JSON.stringify(task?.task), at] });
      await client.query({
        name: "lines",
        text: LINES,
        values: [subject.id, version, debit?.account, debit?.amount, credit?.account, credit?.amount],
      });
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
  });
  return Promise.resolve({ write, close: () => pool.end() });
};
