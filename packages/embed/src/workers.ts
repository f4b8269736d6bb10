import {
  type AtOnce,
  type Drained,
  followParcels,
  keepCollecting,
  keepCounting,
  keepForgetting,
  News,
  openDesk,
  type RetentionPolicy,
  runDue,
  tellSubscribers,
  work,
} from "@resale/core";
import { type Duration, Effect, Fiber, Stream } from "effect";
import type { CallOptions } from "./calls/Row.ts";
import { ResaleClosed, type Running, runIn } from "./Running.ts";

/** How the work of this process is done. */
export interface WorkerOptions {
  /** How many timers or tasks are taken at a time: 100, if not told. */
  readonly page?: number;
  /** Milliseconds of rest when nothing is due, unless a commit wakes them: 1,000, if not told. */
  readonly rest?: number;
  /** How many tasks this process has with a provider at a time. */
  readonly atOnce?: Partial<AtOnce>;
  /** Milliseconds after which each parcel under way is asked for again; the carrier's webhooks alone, if not told. */
  readonly askCarrierEvery?: number;
  /** How long is kept what nobody needs for ever, where it is to be longer or shorter than usual. */
  readonly keep?: RetentionPolicy;
}

export interface Workers {
  /** Sets this process to work on timers, tasks and webhooks. Any number of processes share what there is. */
  readonly start: (options?: WorkerOptions) => Promise<void>;
  /** Lets go of what is under way, and comes back when nothing goes on any more. Others take over. */
  readonly stop: () => Promise<void>;
  /**
   * Does what is due now, and comes back: for a timer of somebody else's, a cron job or a function. Begins nothing new
   * after `within` milliseconds, 25,000 if not told.
   */
  readonly runDue: (
    options?: CallOptions & Pick<WorkerOptions, "keep"> & { readonly within?: number },
  ) => Promise<Drained>;
}

const millis = (milliseconds: number): Duration.Input => `${milliseconds} millis`;

const working = ({ page = 100, rest = 1000, atOnce, askCarrierEvery, keep }: WorkerOptions) =>
  Effect.gen(function* () {
    const { stream } = yield* News;
    const wake = Effect.asVoid(Stream.runHead(stream));
    const how = { rest: millis(rest), wake };
    const parcels =
      askCarrierEvery === undefined ? Effect.never : followParcels({ every: millis(askCarrierEvery), page });
    return yield* Effect.all(
      [
        work({ ...how, page, ...(atOnce === undefined ? {} : { atOnce }) }),
        tellSubscribers(how),
        keepCounting("1 minute"),
        keepCollecting("1 hour"),
        keepForgetting("1 hour", keep),
        parcels,
      ],
      { concurrency: "unbounded", discard: true },
    );
  });

export const makeWorkers = (running: Running): Workers => {
  const { runtime } = running;
  let fiber: Fiber.Fiber<unknown, unknown> | undefined;
  return {
    start: async (options = {}) => {
      if (fiber !== undefined) return;
      if (running.closed.aborted) throw new ResaleClosed();
      fiber = runtime.runFork(working(options));
      await runIn(running, runtime, openDesk());
    },
    stop: async () => {
      const begun = fiber;
      fiber = undefined;
      if (begun !== undefined) await runtime.runPromise(Fiber.interrupt(begun));
    },
    runDue: ({ signal, within = 25_000, keep } = {}) => runIn(running, runtime, runDue(within, keep), signal),
  };
};
