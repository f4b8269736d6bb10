import type { Bench, Group } from "../harness/Bench.ts";
import { compared, interleave } from "../harness/rounds.ts";
import { Orders, SOWN_VERSION } from "./orders.ts";
import { sowStore } from "./sow.ts";
import { migrated, openStore } from "./store.ts";
import { rateOf } from "./Writer.ts";

const CALLERS = 32;

const opened = async (bench: Bench, orders: number) => {
  const database = await bench.database("scale");
  await migrated(database.url);
  await database.run(...sowStore(orders));
  const writer = await openStore(database.url);
  const own = new Orders(orders);
  return {
    name: `${orders.toLocaleString("en-US")} orders`,
    rate: (milliseconds: number) => rateOf(writer, own, CALLERS, milliseconds),
    close: async () => {
      await writer.close();
      await database.drop();
    },
  };
};

const run = async (bench: Bench): Promise<void> => {
  const { quick, rounds, report, say } = bench;
  const [few, many] = quick ? [20_000, 100_000] : [100_000, 1_000_000];
  const length = quick ? 500 : 3000;
  say(`${many} orders, ${many * SOWN_VERSION} events`);
  const small = await opened(bench, few);
  const large = await opened(bench, many);
  const measured = await interleave(
    [large, small].map(({ name, rate }) => ({ name, round: () => rate(length) })),
    rounds,
  );
  report(
    ...compared(`commits, ${CALLERS} callers, ${large.name}`, "1/s", measured, large.name, [
      { against: small.name, goal: { of: "ratio", atLeast: 0.75 } },
    ]),
  );
  await small.close();
  await large.close();
};

/** The same commits where there is much already: five events for each order. */
export const scale: Group = { name: "scale", run };
