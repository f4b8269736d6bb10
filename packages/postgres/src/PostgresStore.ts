import { Catalogue, type Commit, History, Store, Tasks, Timers } from "@resale/core";
import { Config, Context, Effect, Exit, Layer } from "effect";
import { makeCatalogue } from "./catalogue/Catalogue.ts";
import { forgetBatches } from "./commit/forgetBatches.ts";
import { makeGroupCommit } from "./commit/GroupCommit.ts";
import { type Written, writeCommits } from "./commit/writeCommits.ts";
import { makeHistory } from "./History.ts";
import { Reads, type SqlFailure, type SqlOptions, layer as sqlLayer, Writes } from "./Sql.ts";
import { makeStore } from "./Store.ts";
import { makeTasks } from "./Tasks.ts";
import { makeTimers } from "./Timers.ts";
import { makeWakeups, Wakeups } from "./Wakeups.ts";

export interface PostgresStoreOptions extends SqlOptions {
  /** Statements of gathered commits on their way at once. 1, if not told: more help where the network is slow. */
  readonly writers?: number;
  /** Commits in one statement. 256, if not told. */
  readonly mostTogether?: number;
  /** Commits that may wait to be written; who comes after is told to try again later. 50,000, if not told. */
  readonly mostWaiting?: number;
}

type Services = Store | History | Timers | Tasks | Catalogue | Wakeups;

/** Whether somebody has something to do now, or sooner than they thought. */
const wakes = ({ changes }: Commit): boolean =>
  changes.some(({ tasks, due }) => tasks.length > 0 || due !== null);

const make = Effect.fnUntraced(function* (options: Omit<PostgresStoreOptions, "url">) {
  const reads = yield* Reads;
  const writes = yield* Writes;
  const wakeups = yield* makeWakeups(writes);
  yield* Effect.forkScoped(forgetBatches(writes));

  const write = (commits: ReadonlyArray<Commit>): Effect.Effect<ReadonlyArray<Written>> =>
    Effect.tap(writeCommits(writes, commits), (written) =>
      Effect.sync(() => {
        if (commits.some((commit, at) => wakes(commit) && isWritten(written[at]))) wakeups.wake();
      }),
    );
  const commit = yield* makeGroupCommit(write, {
    writers: options.writers ?? 1,
    most: options.mostTogether ?? 256,
    mostWaiting: options.mostWaiting ?? 50_000,
  });
  return Context.make(Store, makeStore(reads, commit)).pipe(
    Context.add(History, makeHistory(reads)),
    Context.add(Timers, makeTimers(reads, writes)),
    Context.add(Tasks, makeTasks(reads, writes)),
    Context.add(Catalogue, makeCatalogue(reads)),
    Context.add(Wakeups, wakeups),
  );
});

const isWritten = (written: Written | undefined): boolean => written !== undefined && Exit.isSuccess(written);

/** The ports of the store over connections that are there already. */
const layerNoDeps = (
  options: Omit<PostgresStoreOptions, "url"> = {},
): Layer.Layer<Services, never, Reads | Writes> => Layer.effectContext(make(options));

/** The ports of the store on the PostgreSQL at the URL, brought up to date first. */
const layer = (options: PostgresStoreOptions): Layer.Layer<Services | Reads | Writes, SqlFailure> =>
  Layer.provideMerge(layerNoDeps(options), sqlLayer(options));

/** The same, where `DATABASE_URL` says. */
const layerConfig = (
  options: Omit<PostgresStoreOptions, "url"> = {},
): Layer.Layer<Services | Reads | Writes, SqlFailure | Config.ConfigError> =>
  Layer.unwrap(Effect.map(Config.Redacted("DATABASE_URL"), (url) => layer({ ...options, url })));

export const PostgresStore = { layer, layerConfig, layerNoDeps } as const;
