import { type Change, type Instant, type Order, preLoved, system } from "@resale/core";
import { ARRAYS, columnsOf } from "../commits/arrays.ts";
import { byHandTables } from "../commits/sow.ts";
import { decideByHand } from "../decisions/byHand.ts";
import type { Bench } from "../harness/Bench.ts";
import { openPool } from "../server/openPool.ts";
import { type Drainer, PAGE } from "./Drainer.ts";
import { type Due, dueByHand } from "./dueOrders.ts";

interface Row {
  readonly id: string;
  readonly version: number;
  /** As text: Emmett, beside us in this process, has changed how `pg` reads JSON. */
  readonly state: string;
}

const CLAIM = `select id, version, state::text from orders where due_at <= $1 order by due_at limit ${PAGE}
  for update skip locked`;

type Written = Pick<
  Change,
  "subject" | "expected" | "state" | "due" | "events" | "tasks" | "journal" | "index"
>;

const decided = ({ id, version, state }: Row, now: Instant): Written => {
  const order: Order = JSON.parse(state);
  const answer = decideByHand(order, undefined, { now, actor: system, program: preLoved });
  if (!answer.ok) throw new Error(answer.reason);
  const subject = { kind: "order", id } as const;
  const cause = { _tag: "Timer", timer: "shipBy" } as const;
  return {
    subject,
    expected: version,
    state: JSON.parse(JSON.stringify(answer.state)),
    due: answer.due?.at ?? null,
    index: {
      status: answer.state._tag,
      claim: null,
      seller: null,
      buyer: null,
      email: null,
      tracking: null,
      parent: null,
      credit: null,
      operatorTasks: [],
      stars: null,
    },
    events: answer.facts.map(({ event }, at) => ({
      subject,
      version: version + at + 1,
      at: now,
      actor: system,
      cause,
      event: JSON.parse(JSON.stringify(event)),
    })),
    tasks: answer.facts.flatMap(({ tasks }) => tasks.map((task) => ({ key: `${id}.${version + 1}`, task }))),
    journal: [],
  };
};

/** What one would write for it: claim a page, decide in memory, write it back over arrays, in a transaction. */
export const openBareLoop = async (bench: Bench, name: string, due: Due): Promise<Drainer> => {
  const database = await bench.database("loop");
  await database.run(...byHandTables(1));
  const pool = openPool(database.url, 1);
  const client = await pool.connect();
  const page = async (): Promise<number> => {
    await client.query("begin");
    const { rows } = await client.query<Row>({ name: "claim", text: CLAIM, values: [due.now] });
    const values = columnsOf(rows.map((row) => decided(row, due.now)));
    if (rows.length > 0) await client.query({ name: "arrays", text: ARRAYS, values });
    await client.query("commit");
    return rows.length;
  };
  return {
    name,
    database,
    sow: (count, batch) => database.run(dueByHand(due, count, batch)),
    drain: async (count) => {
      for (let fired = 0; fired < count; ) fired += await page();
    },
    close: () => {
      client.release();
      return pool.end();
    },
  };
};
