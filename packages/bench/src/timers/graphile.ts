import { Logger, makeWorkerUtils, run } from "graphile-worker";
import type { Bench } from "../harness/Bench.ts";
import { openPool } from "../server/openPool.ts";
import { type Drainer, PAGE } from "./Drainer.ts";

const silent = new Logger(() => () => undefined);

/** graphile-worker with its local queue and batched completion, and tasks that do nothing at all. */
export const openGraphile = async (bench: Bench, name: string): Promise<Drainer> => {
  const database = await bench.database("graphile");
  const pgPool = openPool(database.url);
  const utils = await makeWorkerUtils({ pgPool, logger: silent });
  await utils.migrate();
  await utils.release();
  return {
    name,
    database,
    sow: (count) =>
      database.run(`select count(*) from (
        select graphile_worker.add_job('fire', json_build_object('order', n), run_at := now() - interval '1 minute')
        from generate_series(1, ${count}) n) added`),
    drain: async (count) => {
      let done = 0;
      let finish = (): void => undefined;
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const runner = await run({
        pgPool,
        preset: {
          worker: {
            concurrentJobs: 24,
            pollInterval: 500,
            localQueue: { size: PAGE },
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          },
        },
        logger: silent,
        noHandleSignals: true,
        taskList: {
          fire: () => {
            done++;
            if (done === count) finish();
          },
        },
      });
      await finished;
      await runner.stop();
    },
    close: () => pgPool.end(),
  };
};
