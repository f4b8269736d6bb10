import {
  type AnswerKept,
  Catalogue,
  type ClaimTaken,
  Deliveries,
  Figures,
  History,
  KeptPhotos,
  News,
  Retention,
  Store,
  type StorePorts,
  type StoreUnavailable,
  Subscriptions,
  Tasks,
  Timers,
  type VersionConflict,
} from "@resale/core";
import { Context, Effect, Layer, Option, PubSub, Stream } from "effect";
import { facets, search } from "./catalogue.ts";
import { commit } from "./commit.ts";
import { answerKey, type Database, makeDatabase, subjectKey } from "./Database.ts";
import { makeDeliveries } from "./deliveries.ts";
import { type Faults, makeFaults } from "./Faults.ts";
import { makeFigures } from "./figures.ts";
import { find, score } from "./find.ts";
import { balances, eventsOf, postings, postingsOf } from "./history.ts";
import { makeKeptPhotos } from "./keptPhotos.ts";
import { makeRetention } from "./retention.ts";
import { makeSubscriptions } from "./subscriptions.ts";
import { add, drop, finish, list, nextTask, postpone, release, repeat, take } from "./tasks.ts";
import { drain, nextDue } from "./timers.ts";

type Errors = {
  readonly load: StoreUnavailable;
  readonly commit: VersionConflict | ClaimTaken | AnswerKept | StoreUnavailable;
  readonly find: StoreUnavailable;
  readonly answer: StoreUnavailable;
  readonly scored: StoreUnavailable;
  readonly add: StoreUnavailable;
  readonly take: StoreUnavailable;
  readonly finish: StoreUnavailable;
  readonly postpone: StoreUnavailable;
  readonly drain: StoreUnavailable;
};

const makeStore = (
  database: Database,
  news: PubSub.PubSub<void>,
  { call }: ReturnType<typeof makeFaults<Errors>>,
) =>
  Store.of({
    load: (subjects) =>
      call(
        "load",
        Effect.sync(() =>
          subjects.map((subject) =>
            Option.map(
              Option.fromUndefinedOr(database.subjects.get(subjectKey(subject))),
              ({ stored }) => stored,
            ),
          ),
        ),
      ),
    commit: (wanted) =>
      call(
        "commit",
        Effect.suspend(() => {
          const refused = commit(database, wanted);
          if (refused !== undefined) return Effect.fail(refused);
          return PubSub.publish(news, undefined);
        }),
      ),
    find: (query) =>
      call(
        "find",
        Effect.sync(() => find(database, query)),
      ),
    answer: (scope, key) =>
      call(
        "answer",
        Effect.sync(() => Option.fromUndefinedOr(database.answers.get(answerKey(scope, key)))),
      ),
    scored: (subject) =>
      call(
        "scored",
        Effect.sync(() =>
          Option.map(
            Option.fromUndefinedOr(database.subjects.get(subjectKey(subject))),
            ({ stored, index: { seller } }) => ({ stored, score: score(database, seller) }),
          ),
        ),
      ),
  });

const makeHistory = (database: Database) =>
  History.of({
    of: (subject, after) => Effect.sync(() => eventsOf(database, subject, after)),
    all: (after, limit) =>
      Effect.sync(() => database.events.slice(Math.max(after, 0), Math.max(after, 0) + limit)),
    last: Effect.sync(() => database.events.length),
    postingsOf: (order) => Effect.sync(() => postingsOf(database, order)),
    postings: (afterOrder, orders) => Effect.sync(() => postings(database, afterOrder, orders)),
    balances: Effect.sync(() => balances(database)),
  });

const makeTasks = (database: Database, { call }: ReturnType<typeof makeFaults<Errors>>) =>
  Tasks.of({
    add: (told, at) =>
      call(
        "add",
        Effect.sync(() => add(database, told, at)),
      ),
    take: (request) =>
      call(
        "take",
        Effect.sync(() => take(database, request)),
      ),
    finish: (task, at) =>
      call(
        "finish",
        Effect.sync(() => finish(database, task, at)),
      ),
    postpone: (task, error, at) =>
      call(
        "postpone",
        Effect.sync(() => postpone(database, task, error, at)),
      ),
    release: (tasks, now) => Effect.sync(() => release(database, tasks, now)),
    list: (request) => Effect.sync(() => list(database, request)),
    repeat: (key, now) => Effect.sync(() => repeat(database, key, now)),
    drop: (key, dropped) => Effect.sync(() => drop(database, key, dropped)),
    next: Effect.sync(() => nextTask(database)),
  });

const make = Effect.gen(function* () {
  const database = makeDatabase();
  const news = yield* PubSub.sliding<void>(1);
  const faults = makeFaults<Errors>();
  return Context.make(Store, makeStore(database, news, faults)).pipe(
    Context.add(History, makeHistory(database)),
    Context.add(
      Timers,
      Timers.of({
        drain: (request) =>
          Effect.tap(faults.call("drain", drain(database, request)), () => PubSub.publish(news, undefined)),
        next: Effect.sync(() => nextDue(database)),
      }),
    ),
    Context.add(Tasks, makeTasks(database, faults)),
    Context.add(
      Catalogue,
      Catalogue.of({
        search: (request) => Effect.sync(() => search(database, request)),
        facets: (filter) => Effect.sync(() => facets(database, filter)),
      }),
    ),
    Context.add(Subscriptions, makeSubscriptions(database)),
    Context.add(Deliveries, makeDeliveries(database)),
    Context.add(Figures, makeFigures()),
    Context.add(KeptPhotos, makeKeptPhotos()),
    Context.add(Retention, makeRetention(database)),
    Context.add(News, News.of({ stream: Stream.fromPubSub(news) })),
    Context.add(MemoryStore, { database, failNext: faults.failNext }),
  );
});

/**
 * One database in memory behind all ports of the store; it is gone with the layer. The service of this name is
 * what a test does beside them: look into the tables, and let a method fail.
 */
export class MemoryStore extends Context.Service<
  MemoryStore,
  Faults<Errors> & { readonly database: Database }
>()("@resale/testkit/memory/MemoryStore") {
  static readonly layer: Layer.Layer<StorePorts | MemoryStore> = Layer.effectContext(make);
}
