import type { Bench, Group } from "../harness/Bench.ts";
import type { Figure } from "../harness/Figure.ts";
import { alone } from "../harness/rounds.ts";
import { type Ending, endings, makeSales } from "./endings.ts";
import { openShop } from "./shop.ts";
import { readTables, type Tables } from "./tables.ts";

/** What is kept for ever; the rest ages out (see `Retention`). */
const FOR_EVER = ["subjects", "lookups", "events", "journal"];
const AGES_OUT = ["tasks", "batches"];

interface Grown {
  readonly ending: Ending;
  readonly sales: number;
  readonly before: Tables;
  readonly after: Tables;
  readonly seconds: number;
}

const grow = async (bench: Bench, ending: Ending, sales: number): Promise<Grown> => {
  const database = await bench.database("growth");
  const shop = openShop(database.url);
  await shop.runtime.context();
  const before = await readTables(database.url);
  const began = performance.now();
  await shop.runtime.runPromise(makeSales(shop, ending, sales));
  const seconds = (performance.now() - began) / 1000;
  const after = await readTables(database.url);
  await shop.runtime.dispose();
  await database.drop();
  return { ending, sales, before, after, seconds };
};

const value = (figure: string, amount: number, unit: string): Figure => alone(figure, unit, [amount]);

const perSale = ({ sales, before, after }: Grown, names: ReadonlyArray<string>, what: "rows" | "bytes") =>
  names.reduce(
    (sum, name) => sum + (after.tables.get(name)?.[what] ?? 0) - (before.tables.get(name)?.[what] ?? 0),
    0,
  ) / sales;

const figuresOf = (grown: Grown): ReadonlyArray<Figure> => {
  const { ending, sales, before, after } = grown;
  const rows = (table: string) =>
    value(`${ending}: ${table} a sale`, perSale(grown, [table], "rows"), "rows");
  const kilobytes = (what: string, bytes: number) => value(`${ending}: ${what}`, bytes / 1024, "kB a sale");
  return [
    ...["events", "journal", "tasks", "lookups"].map(rows),
    kilobytes("kept for ever", perSale(grown, FOR_EVER, "bytes")),
    kilobytes("kept for a week", perSale(grown, AGES_OUT, "bytes")),
    kilobytes("written to the log", (after.log - before.log) / sales),
  ];
};

const hot = (all: ReadonlyArray<Grown>, table: string): Figure => {
  const sum = (what: "updates" | "hot") =>
    all.reduce((total, { after }) => total + (after.tables.get(table)?.[what] ?? 0), 0);
  return value(`updates of ${table} that wrote no index`, (100 * sum("hot")) / sum("updates"), "%");
};

const mean = (values: ReadonlyArray<number>): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** What an ordinary sale comes to in a year: one that the buyer confirms, or time does. */
const projected = (ordinary: ReadonlyArray<Grown>): ReadonlyArray<Figure> => {
  const bytes = mean(ordinary.map((grown) => perSale(grown, FOR_EVER, "bytes")));
  const weekly = mean(ordinary.map((grown) => perSale(grown, AGES_OUT, "bytes")));
  const events = mean(ordinary.map((grown) => perSale(grown, ["events"], "rows")));
  return [1_000, 10_000, 100_000].flatMap((sales) => {
    const at = `${sales.toLocaleString("en-US")} sales a day`;
    return [
      value(`${at}: events`, (events * sales * 365) / 1e6, "million rows a year"),
      value(`${at}: kept for ever`, (bytes * sales * 365) / 2 ** 30, "GB a year"),
      value(`${at}: kept for a week`, (weekly * sales * 7) / 2 ** 30, "GB at a time"),
    ];
  });
};

const run = async (bench: Bench): Promise<void> => {
  const { quick, report, say } = bench;
  const sales = quick ? 150 : 1000;
  const all: Array<Grown> = [];
  for (const ending of Object.keys(endings) as ReadonlyArray<Ending>) {
    say(`${sales} sales: ${ending}`);
    const grown = await grow(bench, ending, sales);
    all.push(grown);
    report(...figuresOf(grown));
  }
  const ordinary = all.filter(({ ending }) => ending.startsWith("confirmed"));
  const rate = mean(ordinary.map(({ sales: made, seconds }) => made / seconds));
  const kilobytes = (name: string) => mean(ordinary.map((grown) => perSale(grown, [name], "bytes"))) / 1024;
  report(
    ...[...FOR_EVER, ...AGES_OUT].map((name) =>
      value(`an ordinary sale: ${name}, indexes included`, kilobytes(name), "kB a sale"),
    ),
    ...["subjects", "tasks"].map((table) => hot(all, table)),
    value("whole sales, one process", rate, "1/s"),
    value("whole sales, one process: in a day", rate * 86_400, "sales"),
    ...projected(ordinary),
  );
};

/** What a sale leaves behind: rows and bytes, for ever and for a while, and how many sales a day that allows. */
export const growth: Group = { name: "growth", run };
