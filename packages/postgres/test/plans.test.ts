import { createHash } from "node:crypto";
import { assert } from "@effect/vitest";
import {
  Catalogue,
  type CatalogueFilter,
  type Find,
  History,
  instant,
  Retention,
  Store,
  Tasks,
  Timers,
} from "@resale/core";
import { PostgresStore, sqlLayer, type Wakeups, Writes } from "@resale/postgres";
import { change, following, NOON, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Context, Effect, Layer, Option, type Redacted, Schedule } from "effect";
import { migrated } from "./database.ts";

type Services = Store | History | Timers | Tasks | Catalogue | Wakeups | Retention;

class Url extends Context.Service<Url, Redacted.Redacted>()("test/Url") {}

const database = Layer.unwrap(
  Effect.map(migrated, (url) => Layer.merge(sqlLayer({ url }), Layer.succeed(Url, url))),
);

const ROWS = 20_000;

/**
 * As many rows as a small shop has, made where they stand: what is asked of them is what counts here. Entries are as wide
 * as a shop's: a table of a few pages is rightly read from end to end.
 */
const fill = Effect.gen(function* () {
  const sql = yield* Writes;
  yield* sql`
    insert into resale.subjects
      (kind, id, version, state, due_at, status, claim, seller, operator_tasks, created, position)
    select (array['listing', 'order'])[1 + n % 2], 'id' || n, 1, '{}',
      case when n % 10 = 0 then ${NOON}::float8::bigint + n end, (array['Live', 'Sold', 'Draft'])[1 + n % 3],
      case when n % 2 = 0 then 'claim' || n end, 'seller' || n % 500,
      case when n % 200 = 0 then array['Stalled'] else '{}' end, n, n
    from generate_series(1, ${ROWS}) n`;
  yield* sql`
    insert into resale.lookups (name, value, kind, created, id)
    select 'seller', seller, kind, created, id from resale.subjects`;
  yield* sql`
    insert into resale.tasks (key, subject, kind, task, status, due_at, done_at)
    select 'key' || n, 'id' || n, 'BuyLabel', '{}', case when n % 20 = 0 then 'Waiting' else 'Done' end,
      ${NOON}::float8::bigint + n, case when n % 20 > 0 then n end
    from generate_series(1, ${ROWS}) n`;
  yield* sql`
    insert into resale.catalogue
      (listing, entry, category, grade, colour, material, own_stock, price, listed_at, words, text)
    select 'id' || n, json_build_object('description', repeat(md5(n::text), 20)), 'category' || n % 5, 'grade' || n % 3, 'colour' || n % 12, 'material' || n % 7, n % 9 = 0,
      1000 + n % 3000 * 10, n, to_tsvector('english', w.word || ' bag'), w.word || ' bag'
    from generate_series(1, ${ROWS}) n, lateral (select 'word' || md5((n % 2000)::text) as word) w`;
  yield* sql`
    insert into resale.events (position, kind, id, version, at, actor, cause, event)
    select n, kind, id, version, 0, '{}', '{}', '{}' from (select *, created as n from resale.subjects) s`;
  yield* sql`
    insert into resale.answers (scope, key, fingerprint, answer, at)
    select 'plans', 'key' || n, '', '{}', n from generate_series(1, ${ROWS}) n`;
  yield* sql`
    insert into resale.deliveries (subscription, kind, id, heard, wanted, due_at, last)
    select 'hook' || n % 3, 'order', 'id' || n, 1, 1, case when n % 20 = 0 then ${NOON}::float8::bigint + n end,
      json_build_object('at', n)
    from generate_series(1, ${ROWS}) n`;
  yield* sql.unsafe("vacuum analyze");
});

const TABLES = ["subjects", "lookups", "events", "tasks", "catalogue", "answers", "deliveries"];

const scans = Effect.gen(function* () {
  const sql = yield* Writes;
  return yield* sql<{ table: string; scans: number }>`
    select relname as table, seq_scan::int as scans from pg_stat_user_tables
    where schemaname = 'resale' and relname = any(${TABLES}::text[]) order by relname`;
});

/** The tables that a piece of work has read from end to end: a connection tells what it has done when it closes. */
const scannedBy = <E>(work: Effect.Effect<unknown, E, Services | Writes>) =>
  Effect.gen(function* () {
    const sql = yield* Writes;
    const url = yield* Url;
    const applicationName = `plans-${newId()}`;
    const before = yield* scans;
    yield* Effect.scoped(
      Effect.provide(
        work,
        PostgresStore.layer({ url, applicationName, statementTimeout: "1 minute", mostCounted: 500 }),
      ),
    );
    const open = sql`select 1 as one from pg_stat_activity where application_name = ${applicationName}`;
    yield* Effect.repeat(open, { until: (rows) => rows.length === 0, schedule: Schedule.spaced("5 millis") });
    const after = yield* scans;
    return after.flatMap(({ table, scans: count }, at) => (count > (before[at]?.scans ?? 0) ? [table] : []));
  });

/** Often enough that a prepared statement has its general plan. */
const often = <A, E, R>(work: (at: number) => Effect.Effect<A, E, R>) =>
  Effect.forEach(Array.from({ length: 8 }), (_, at) => work(at), { discard: true });

const order = (at: number) => ({ kind: "order", id: `id${2 * at + 101}` }) as const;
const tenth = (at: number) => instant(NOON + 10 * at + 9);

const commits = often((at) =>
  Effect.flatMap(Store, ({ commit }) =>
    commit({
      changes: [
        change(order(at), { expected: 1, index: { seller: newId(), tracking: newId() } }),
        change(newSubject("listing"), { index: { seller: newId(), claim: newId() } }),
      ],
      answer: { scope: "plans", key: newId(), fingerprint: "", answer: null, at: NOON },
    }),
  ),
);
const filters: ReadonlyArray<CatalogueFilter> = [
  {},
  { category: ["category1"], grade: ["grade1", "grade2"] },
  { priceFrom: 2_000, priceTo: 2_400 },
  { material: ["material3"], ownStock: true },
  { category: ["category1"], colour: ["colour1"], priceFrom: 1_234, priceTo: 23_450 },
  { colour: ["none has it"] },
];
const pages = Effect.flatMap(Catalogue, ({ search }) =>
  Effect.forEach(filters, (filter) =>
    Effect.forEach(["Newest", "PriceUp", "PriceDown"] as const, (sort) =>
      often(() =>
        Effect.flatMap(search({ filter, sort, limit: 24 }), ({ next }) =>
          search({ filter, sort, limit: 24, cursor: Option.getOrElse(next, () => "") }),
        ),
      ),
    ),
  ),
);
/** Ten entries have it. */
const word = (at: number) => `word${createHash("md5").update(`${at}`).digest("hex")}`;
/** Common, rare, in no entry, in none together, and misspelt. */
const texts = (at: number): ReadonlyArray<string> => [
  "bag",
  `${word(at)} bag`,
  "zeppelin",
  `${word(at)} ${word(at + 1)}`,
  `${word(at).slice(0, -1)}`,
];
const words = Effect.flatMap(Catalogue, ({ search }) =>
  Effect.forEach(["Newest", "PriceUp"] as const, (sort) =>
    often((at) =>
      Effect.forEach([{}, filters[1]], (filter) =>
        Effect.forEach(texts(at), (text) => search({ filter: { ...filter, text }, sort, limit: 24 })),
      ),
    ),
  ),
);
const facets = Effect.flatMap(Catalogue, (catalogue) =>
  Effect.forEach(filters, (filter) => often(() => catalogue.facets(filter))),
);
const facetsOfWords = Effect.flatMap(Catalogue, (catalogue) =>
  often((at) =>
    Effect.forEach([{}, filters[1], filters[4]], (filter) =>
      Effect.forEach(texts(at), (text) => catalogue.facets({ ...filter, text })),
    ),
  ),
);
const tasks = Effect.flatMap(Tasks, ({ take, finish, postpone, list, next }) =>
  often((at) =>
    Effect.gen(function* () {
      const now = instant(NOON + 500 * (at + 1));
      const [first, second] = yield* take({ now, limit: 2, lease: 1_000_000 });
      if (first !== undefined) yield* finish(first, now);
      if (second !== undefined) yield* postpone(second, "no", undefined);
      yield* take({ now, limit: 1, lease: 1_000_000, kinds: ["BuyLabel", "RefundLabel"] });
      yield* list({ status: "Parked", limit: 20 });
      yield* list({ subject: "id60", limit: 20 });
      yield* next;
    }),
  ),
);

/** Ten of the oldest at a time: a millisecond of age more for each. */
const forgetting = often((at) =>
  Effect.gen(function* () {
    const until = instant(1_000 * (at + 1));
    const { forget } = yield* Retention;
    const forgotten = yield* forget({
      until: { tasks: until, answers: until, deliveries: until },
      limit: 10,
    });
    assert.deepStrictEqual(forgotten, { tasks: 10, answers: 10, deliveries: 10 });
  }),
);

suite("on 20,000 rows", database, (it) => {
  it.effect("no hot query reads a table from end to end", () =>
    Effect.gen(function* () {
      yield* scannedBy(fill);
      const find = (query: Omit<Find, "limit">) =>
        Effect.flatMap(Store, (store) => often(() => store.find({ ...query, limit: 20 })));
      const hot = {
        commits,
        load: Effect.flatMap(Store, ({ load }) => often((at) => load([order(at), order(at + 1)]))),
        drain: Effect.flatMap(Timers, ({ drain, next }) =>
          often((at) =>
            Effect.andThen(drain({ now: tenth(at), limit: 10, decide: (found) => following(found) }), next),
          ),
        ),
        "find by seller": find({ kind: "order", seller: "seller7", status: ["Sold"] }),
        "find by status": find({ kind: "listing", status: ["Live", "Draft"], after: "id18000" }),
        "find by kind": find({ kind: "listing", after: "id18000" }),
        "find by operator's task": find({ kind: "listing", operatorTask: "Stalled" }),
        scored: Effect.flatMap(Store, ({ scored }) =>
          often((at) => scored({ kind: "listing", id: `id${at}` })),
        ),
        history: Effect.flatMap(History, ({ of, all }) =>
          often((at) => Effect.andThen(of(order(at)), all(0, 10))),
        ),
        tasks,
        forgetting,
        "catalogue by filters": pages,
        "catalogue by words": words,
        facets,
        "facets of words": facetsOfWords,
      };
      for (const [name, work] of Object.entries(hot)) {
        assert.deepStrictEqual(yield* scannedBy(work), [], name);
      }
    }),
  );
});
