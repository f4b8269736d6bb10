import type { Bench, Group } from "../harness/Bench.ts";
import { absent, type Comparison, type Contestant, compared, interleave } from "../harness/rounds.ts";
import type { Database } from "../server/Database.ts";
import { openArrays, openSingle } from "./byHand.ts";
import { openEmmett } from "./emmett.ts";
import { Orders } from "./orders.ts";
import { hasPgbench, payload, pgbench } from "./pgbench.ts";
import { byHandTables, sowStore } from "./sow.ts";
import { migrated, openStore } from "./store.ts";
import { openTransaction } from "./transaction.ts";
import { rateOf, type Writer } from "./Writer.ts";

const OURS = "Store.commit";
const TRANSACTION = "a four-statement transaction";
const SINGLE = "one statement each";
const EMMETT = "Emmett's append";
const PGBENCH = "pgbench with arrays";
const arrays = (rows: number): string => `arrays by hand, ${rows} rows`;

interface Field {
  readonly name: string;
  readonly sow: (database: Database) => Promise<void>;
  readonly open: (url: string) => Promise<Writer>;
}

interface Entered {
  readonly name: string;
  readonly database: Database;
  readonly at: (callers: number, milliseconds: number) => Contestant;
  readonly leave: () => Promise<void>;
}

/** A contestant with a database of its own. */
const entered = async (bench: Bench, orders: number, { name, sow, open }: Field): Promise<Entered> => {
  const database = await bench.database("commits");
  await sow(database);
  const writer = await open(database.url);
  const own = new Orders(orders);
  return {
    name,
    database,
    at: (callers: number, milliseconds: number): Contestant => ({
      name,
      round: () => rateOf(writer, own, callers, milliseconds),
    }),
    leave: async () => {
      await writer.close();
      await database.drop();
    },
  };
};

const run = async (bench: Bench): Promise<void> => {
  const { quick, rounds, report, say } = bench;
  const orders = quick ? 20_000 : 100_000;
  const length = quick ? 400 : 2000;
  const byHand = async (database: Database): Promise<void> => database.run(...byHandTables(orders));
  const ours = async (database: Database): Promise<void> => {
    await migrated(database.url);
    await database.run(...sowStore(orders));
  };
  const fields: ReadonlyArray<Field> = [
    { name: OURS, sow: ours, open: openStore },
    { name: TRANSACTION, sow: byHand, open: openTransaction },
    { name: SINGLE, sow: byHand, open: openSingle },
    { name: arrays(32), sow: byHand, open: openArrays(32, 1) },
    { name: arrays(256), sow: byHand, open: openArrays(256, 2) },
    { name: EMMETT, sow: () => Promise.resolve(), open: openEmmett },
  ];
  say(`${orders} orders for each of ${fields.length} contestants`);
  const all: Array<Entered> = [];
  for (const field of fields) all.push(await entered(bench, orders, field));
  const measure = async (
    what: string,
    callers: number,
    comparisons: ReadonlyArray<Comparison>,
    more: ReadonlyArray<Contestant> = [],
  ) => {
    say(what);
    const names = new Set([OURS, ...comparisons.map(({ against }) => against)]);
    const contestants = all.filter(({ name }) => names.has(name)).map(({ at }) => at(callers, length));
    const measured = await interleave([...contestants, ...more], rounds);
    report(...compared(what, "1/s", measured, OURS, comparisons));
  };
  await measure("commits, 32 callers", 32, [
    { against: TRANSACTION, goal: { of: "ratio", atLeast: 6 } },
    { against: EMMETT, goal: { of: "ratio", atLeast: 6 } },
    { against: arrays(32), goal: { of: "ratio", atLeast: 0.9 } },
    { against: SINGLE },
  ]);
  await measure("commits, one caller", 1, [
    { against: SINGLE, goal: { of: "ratio", atLeast: 1 } },
    { against: TRANSACTION },
  ]);
  const deep = "commits, 1,000 callers";
  const limits: Array<Contestant> = [];
  const limit = await entered(bench, orders, {
    name: PGBENCH,
    sow: (database) => database.run(...byHandTables(orders), ...payload),
    open: openSingle,
  });
  const measurable = await hasPgbench();
  if (measurable) {
    const seconds = Math.ceil(length / 1000);
    limits.push({ name: PGBENCH, round: () => pgbench(limit.database.url, orders, seconds) });
  }
  await measure(
    deep,
    1000,
    [
      { against: arrays(256) },
      ...(measurable ? [{ against: PGBENCH, goal: { of: "ratio", atLeast: 0.4 } } as const] : []),
    ],
    limits,
  );
  if (!measurable) report(absent(`${deep} / ${PGBENCH}`, "1/s", "not installed"));
  await limit.leave();
  for (const { leave } of all) await leave();
};

/** Committed transitions: how many steps of orders are durably written in a second. */
export const commits: Group = { name: "commits", run };
