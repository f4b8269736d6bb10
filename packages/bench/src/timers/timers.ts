import type { Bench, Group } from "../harness/Bench.ts";
import { alone, compared, interleave } from "../harness/rounds.ts";
import { openBareLoop } from "./bareLoop.ts";
import { type Drainer, drainRate } from "./Drainer.ts";
import { shipByPassed, sleptThrough } from "./dueOrders.ts";
import { openGraphile } from "./graphile.ts";
import { openPgBoss } from "./pgBoss.ts";
import { openTimers } from "./store.ts";

const OURS = "Timers.drain";
const LOOP = "a bare read-decide-write loop";
const GRAPHILE = "graphile-worker, batched, no work";
const PG_BOSS = "pg-boss, batched, no work";

const close = async (drainers: ReadonlyArray<Drainer>): Promise<void> => {
  for (const drainer of drainers) {
    await drainer.close();
    await drainer.database.drop();
  }
};

let batch = 0;

const measured = (bench: Bench, count: number, drainers: ReadonlyArray<Drainer>) =>
  interleave(
    drainers.map((drainer) => ({ name: drainer.name, round: () => drainRate(drainer, count, batch++) })),
    bench.rounds,
  );

const run = async (bench: Bench): Promise<void> => {
  const { quick, report, say } = bench;
  const count = quick ? 2000 : 20_000;
  const [few, many] = quick ? [10_000, 200_000] : [10_000, 10_000_000];
  const small = await openTimers(bench, OURS, shipByPassed, few);

  say(`${count} due a round, each of four contestants`);
  const others = [
    await openBareLoop(bench, LOOP, shipByPassed),
    await openGraphile(bench, GRAPHILE),
    await openPgBoss(bench, PG_BOSS),
  ];
  report(
    ...compared("timers, due", "1/s", await measured(bench, count, [small, ...others]), OURS, [
      { against: LOOP, goal: { of: "ratio", atLeast: 0.7 } },
      { against: GRAPHILE, goal: { of: "ratio", atLeast: 1.2 } },
      { against: PG_BOSS },
    ]),
  );
  await close(others);

  const sizes = quick ? [many] : [1_000_000, many];
  for (const size of sizes) {
    const waiting = `${size.toLocaleString("en-US")} not due`;
    say(waiting);
    const large = await openTimers(bench, waiting, shipByPassed, size);
    const rounds = await measured(bench, count, [small, large]);
    const relabelled = new Map(
      [...rounds].map(([name, all]) => [
        name === OURS ? `${few.toLocaleString("en-US")} not due` : name,
        all,
      ]),
    );
    report(
      ...compared(`timers, ${waiting}`, "1/s", relabelled, waiting, [
        { against: `${few.toLocaleString("en-US")} not due`, goal: { of: "ratio", atLeast: 0.9 } },
      ]),
    );
    await close([large]);
  }
  await close([small]);

  say("a day's outage");
  const outage = await openTimers(bench, OURS, sleptThrough, few);
  const rounds = await measured(bench, count, [outage]);
  report(
    alone(
      "timers, caught up after a day's outage",
      "1/s",
      (rounds.get(OURS) ?? []).map((rate) => rate * sleptThrough.timers),
    ),
  );
  await close([outage]);
};

/** What is due by itself: how many timers fire in a second, decision, state, fact and mail written. */
export const timers: Group = { name: "timers", run };
