import { Catalogue, History, Store, StoreUnavailable, Tasks, Timers } from "@resale/core";
import { Context, Effect, Layer, Option } from "effect";
import { facets, search } from "./catalogue.ts";
import { commit } from "./commit.ts";
import { answerKey, type Database, makeDatabase, subjectKey } from "./Database.ts";
import { makeFaults } from "./Faults.ts";
import { find, score } from "./find.ts";
import { balances, eventsOf, postings, postingsOf } from "./history.ts";
import { finish, list, nextTask, postpone, repeat, take } from "./tasks.ts";
import { drain, nextDue } from "./timers.ts";

const makeStore = (database: Database, faults: MemoryStoreFaults): Store["Service"] =>
  Store.of({
    load: Effect.fn("Store.load")((subjects) =>
      faults.call("load", () =>
        subjects.map((subject) =>
          Option.map(
            Option.fromUndefinedOr(database.subjects.get(subjectKey(subject))),
            ({ stored }) => stored,
          ),
        ),
      ),
    ),
    commit: Effect.fn("Store.commit")((wanted) =>
      Effect.flatMap(
        faults.call("commit", () => commit(database, wanted)),
        (refused) => (refused === undefined ? Effect.void : Effect.fail(refused)),
      ),
    ),
    find: Effect.fn("Store.find")((query) => faults.call("find", () => find(database, query))),
    answer: Effect.fn("Store.answer")((scope, key) =>
      faults.call("answer", () => Option.fromUndefinedOr(database.answers.get(answerKey(scope, key)))),
    ),
    score: Effect.fn("Store.score")((seller) => faults.call("score", () => score(database, seller))),
  });

const makeHistory = (database: Database): History["Service"] =>
  History.of({
    of: (subject, after) => Effect.sync(() => eventsOf(database, subject, after)),
    all: (after, limit) =>
      Effect.sync(() => database.events.slice(Math.max(after, 0), Math.max(after, 0) + limit)),
    postingsOf: (order) => Effect.sync(() => postingsOf(database, order)),
    postings: (afterOrder, orders) => Effect.sync(() => postings(database, afterOrder, orders)),
    balances: Effect.sync(() => balances(database)),
  });

const makeTasks = (database: Database): Tasks["Service"] =>
  Tasks.of({
    take: (request) => Effect.sync(() => take(database, request)),
    finish: (task) => Effect.sync(() => finish(database, task)),
    postpone: (task, error, at) => Effect.sync(() => postpone(database, task, error, at)),
    list: (request) => Effect.sync(() => list(database, request)),
    repeat: (key, now) => Effect.sync(() => repeat(database, key, now)),
    next: Effect.sync(() => nextTask(database)),
  });

/** The faults that a test plans for the store; a commit that fails `afterActing` was not written either. */
type StoreMethod = "load" | "commit" | "find" | "answer" | "score";
type MemoryStoreFaults = ReturnType<typeof makeFaults<StoreMethod, StoreUnavailable>>;

/** What a test does to the memory store beside its ports. */
export class MemoryStoreControl extends Context.Service<
  MemoryStoreControl,
  {
    readonly failNext: (method: StoreMethod, error?: StoreUnavailable) => void;
    readonly database: Database;
  }
>()("@resale/testkit/memory/MemoryStoreControl") {}

/** One database in memory behind the five ports of the store; it is gone with the layer. */
const layer: Layer.Layer<Store | History | Timers | Tasks | Catalogue | MemoryStoreControl> =
  Layer.effectContext(
    Effect.sync(() => {
      const database = makeDatabase();
      const faults = makeFaults<StoreMethod, StoreUnavailable>();
      return Context.make(Store, makeStore(database, faults)).pipe(
        Context.add(History, makeHistory(database)),
        Context.add(Timers, {
          drain: (request) => drain(database, request),
          next: Effect.sync(() => nextDue(database)),
        }),
        Context.add(Tasks, makeTasks(database)),
        Context.add(Catalogue, {
          search: (request) => Effect.sync(() => search(database, request)),
          facets: (filter) => Effect.sync(() => facets(database, filter)),
        }),
        Context.add(MemoryStoreControl, {
          database,
          failNext: (method, error = new StoreUnavailable({ reason: "a test said so" })) =>
            faults.failNext(method, error),
        }),
      );
    }),
  );

export const MemoryStore = { layer } as const;
