import type { PgClient } from "@effect/sql-pg";
import {
  Catalogue,
  type Commit,
  Deliveries,
  Figures,
  History,
  KeptPhotos,
  News,
  Retention,
  Store,
  type StorePorts,
  Subscriptions,
  Tasks,
  Timers,
} from "@resale/core";
import { Cause, Config, Context, Effect, Exit, Layer, Option } from "effect";
import { makeCatalogue } from "./catalogue/Catalogue.ts";
import { foldCounts } from "./catalogue/foldCounts.ts";
import { forgetBatches } from "./commit/forgetBatches.ts";
import { makeGroupCommit } from "./commit/GroupCommit.ts";
import { type Written, writeCommits } from "./commit/writeCommits.ts";
import { makeFigures } from "./Figures.ts";
import { makeHistory } from "./History.ts";
import { makeKeptPhotos } from "./KeptPhotos.ts";
import { countWritten } from "./observing/counters.ts";
import { makeRetention } from "./Retention.ts";
import { ReplicaReads } from "./replica/Replica.ts";
import { type ReadPorts, readsOnReplica } from "./replica/readsOnReplica.ts";
import { Reads, type SqlFailure, type SqlOptions, layer as sqlLayer, Writes } from "./Sql.ts";
import { makeStore } from "./Store.ts";
import { makeDeliveries } from "./subscribers/Deliveries.ts";
import { makeSubscriptions } from "./subscribers/Subscriptions.ts";
import { makeTasks } from "./Tasks.ts";
import { makeTimers } from "./Timers.ts";
import { makeSignals, Wakeups } from "./Wakeups.ts";

export interface PostgresStoreOptions extends SqlOptions {
  /** Statements of gathered commits on their way at once. 3, if not told: more help where the network is slow. */
  readonly writers?: number;
  /** Commits in one statement. 256, if not told. */
  readonly mostTogether?: number;
  /** Commits that may wait to be written; who comes after is told to try again later. 50,000, if not told. */
  readonly mostWaiting?: number;
  /**
   * Entries that have the words somebody looks for, up to which facets count all; of more they say "at least". 5,000, if
   * not told: more make such facets slower by a microsecond each.
   */
  readonly mostCounted?: number;
}

type Services = StorePorts | Wakeups;

/** Whether somebody has something to do now, or sooner than they thought. */
const wakes = ({ changes }: Commit): boolean =>
  changes.some(({ tasks, due }) => tasks.length > 0 || due !== null);

type Where = "url" | "readUrl";

const make = Effect.fnUntraced(function* (options: Omit<PostgresStoreOptions, Where>) {
  const reads = yield* Reads;
  const writes = yield* Writes;
  const signals = yield* makeSignals(writes);
  yield* Effect.forkScoped(forgetBatches(writes));
  yield* Effect.forkScoped(foldCounts(writes));

  const write = (commits: ReadonlyArray<Commit>): Effect.Effect<ReadonlyArray<Written>> =>
    Effect.tap(writeCommits(writes, commits), (written) =>
      Effect.sync(() => {
        for (const [at, one] of commits.entries()) countWritten(one, refusalIn(written[at]));
        const done = commits.filter((_, at) => isWritten(written[at]));
        if (done.some(wakes)) signals.tell("work");
        if (done.some(({ changes }) => changes.length > 0)) signals.tell("news");
      }),
    );
  const commit = yield* makeGroupCommit(write, {
    writers: options.writers ?? 3,
    fewest: 12,
    most: options.mostTogether ?? 256,
    mostWaiting: options.mostWaiting ?? 50_000,
  });
  const portsOn = (sql: PgClient.PgClient): ReadPorts => ({
    store: makeStore(sql, commit),
    history: makeHistory(sql),
    timers: makeTimers(sql, writes, () => signals.tell("news")),
    catalogue: makeCatalogue(sql, options.mostCounted ?? 5_000),
  });
  const replica = yield* ReplicaReads;
  const here = portsOn(reads);
  const ports = replica === undefined ? here : readsOnReplica(here, portsOn(replica), reads, replica);
  return Context.make(Store, ports.store).pipe(
    Context.add(History, ports.history),
    Context.add(Timers, ports.timers),
    Context.add(
      Tasks,
      makeTasks(reads, writes, () => signals.tell("work")),
    ),
    Context.add(Catalogue, ports.catalogue),
    Context.add(Subscriptions, makeSubscriptions(reads, writes)),
    Context.add(Deliveries, makeDeliveries(reads, writes)),
    Context.add(Figures, makeFigures(reads, writes)),
    Context.add(KeptPhotos, makeKeptPhotos(writes)),
    Context.add(Retention, makeRetention(writes)),
    Context.add(News, signals.news),
    Context.add(Wakeups, signals.wakeups),
  );
});

const refusalIn = (written: Written | undefined): string | undefined =>
  written === undefined || Exit.isSuccess(written)
    ? undefined
    : Option.match(Cause.findErrorOption(written.cause), {
        onNone: () => "Defect",
        onSome: ({ _tag }) => _tag,
      });

const isWritten = (written: Written | undefined): boolean => written !== undefined && Exit.isSuccess(written);

/** The ports of the store over connections that are there already. */
const layerNoDeps = (
  options: Omit<PostgresStoreOptions, Where> = {},
): Layer.Layer<Services, never, Reads | Writes> => Layer.effectContext(make(options));

/** The ports of the store on the PostgreSQL at the URL, brought up to date first. */
const layer = (options: PostgresStoreOptions): Layer.Layer<Services | Reads | Writes, SqlFailure> =>
  Layer.provideMerge(layerNoDeps(options), sqlLayer(options));

const places = Config.all({
  url: Config.Redacted("DATABASE_URL"),
  readUrl: Config.option(Config.Redacted("DATABASE_READ_URL")),
});

/** The same, where `DATABASE_URL` says; reads that may lag where `DATABASE_READ_URL` says, if it is set. */
const layerConfig = (
  options: Omit<PostgresStoreOptions, Where> = {},
): Layer.Layer<Services | Reads | Writes, SqlFailure | Config.ConfigError> =>
  Layer.unwrap(
    Effect.map(places, ({ url, readUrl }) =>
      layer({ ...options, url, readUrl: Option.getOrUndefined(readUrl) }),
    ),
  );

/** The store on PostgreSQL: a server, or embedded. */
export const PostgresStore = { layer, layerConfig, layerNoDeps } as const;
