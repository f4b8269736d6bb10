import { PgBoss } from "pg-boss";
import type { Bench } from "../harness/Bench.ts";
import { type Drainer, PAGE } from "./Drainer.ts";

const QUEUE = "fire";

/** pg-boss: delayed jobs fetched a page at a time and completed together, with nothing done for them. */
export const openPgBoss = async (bench: Bench, name: string): Promise<Drainer> => {
  const database = await bench.database("pgboss");
  const boss = new PgBoss({ connectionString: database.url, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.createQueue(QUEUE);
  const startAfter = new Date(Date.now() - 60_000);
  return {
    name,
    database,
    sow: async (count) => {
      for (let sown = 0; sown < count; sown += PAGE) {
        const jobs = Array.from({ length: Math.min(PAGE, count - sown) }, (_, at) => ({
          data: { order: sown + at },
          startAfter,
        }));
        await boss.insert(QUEUE, jobs);
      }
    },
    drain: async (count) => {
      for (let fired = 0; fired < count; ) {
        const jobs = await boss.fetch(QUEUE, { batchSize: PAGE });
        await boss.complete(
          QUEUE,
          jobs.map(({ id }) => id),
        );
        fired += jobs.length;
      }
    },
    close: () => boss.stop({ graceful: false }),
  };
};
