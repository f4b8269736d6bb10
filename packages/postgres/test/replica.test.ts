import { assert } from "@effect/vitest";
import { Catalogue, type CatalogueEntry, cents, History, ListingId, Store } from "@resale/core";
import { PostgresStore } from "@resale/postgres";
import { change, NOON, newId, suite } from "@resale/testkit/contracts";
import { ConfigProvider, Context, Effect, Layer, Redacted, Schedule } from "effect";
import { startPair } from "./standby.ts";

class Pair extends Context.Service<Pair, Effect.Success<typeof startPair>>()("test/Pair") {}

const entryOf = (listing: string): CatalogueEntry => ({
  listing: ListingId.make(listing),
  title: "Jet Set tote",
  description: "Carried twice.",
  category: "handbags",
  grade: "Excellent",
  colour: null,
  material: null,
  price: cents(100_00),
  msrp: cents(200_00),
  photo: null,
  ownStock: false,
  reserved: false,
  listedAt: NOON,
});

/** A process of the shop over both databases. */
const engine = Effect.fnUntraced(function* (applicationName: string) {
  const { url, readUrl } = yield* Pair;
  const environment = ConfigProvider.layer(
    ConfigProvider.fromUnknown({
      DATABASE_URL: Redacted.value(url),
      DATABASE_READ_URL: Redacted.value(readUrl),
    }),
  );
  const store = PostgresStore.layerConfig({ applicationName });
  const services = yield* Layer.build(Layer.provide(store, environment));
  const catalogue = Context.get(services, Catalogue);
  return {
    store: Context.get(services, Store),
    history: Context.get(services, History),
    page: Effect.map(catalogue.search({ filter: {}, sort: "Newest", limit: 50 }), ({ entries }) =>
      entries.map(({ listing }): string => listing),
    ),
  };
});

const ids = (found: ReadonlyArray<{ readonly subject: { readonly id: string } }>) =>
  found.map(({ subject }) => subject.id);

/** A listing that shoppers see and that the desk has something to do about. */
const shown = (id = newId()) => {
  const subject = { kind: "listing", id } as const;
  const index = { status: "Submitted", seller: "ada", operatorTasks: ["ReviewDue"] };
  return change(subject, { catalogue: entryOf(id), index });
};

const untilThere = <A, E>(read: Effect.Effect<A, E>, isThere: (found: A) => boolean) =>
  Effect.repeat(read, { until: isThere, schedule: Schedule.spaced("10 millis") }).pipe(
    Effect.timeout("20 seconds"),
  );

suite("reads that may lag", Layer.effect(Pair, startPair), (it) => {
  it.effect("R20 come from the replica, where what was written arrives a moment later", () =>
    Effect.gen(function* () {
      const { replica } = yield* Pair;
      const writer = yield* engine("writer");
      const other = yield* engine("other");
      const before = shown();
      yield* writer.store.commit({ changes: [before] });
      yield* untilThere(other.page, (page) => page.includes(before.subject.id));
      assert.deepStrictEqual(yield* replica`select pg_is_in_recovery() as follows`, [{ follows: true }]);
      yield* replica`select pg_wal_replay_pause()`;
      const after = shown();
      yield* writer.store.commit({ changes: [after] });
      const { id } = after.subject;

      // Everybody's catalogue, and another process's desk and facts, are as the replica has them.
      assert.notInclude(yield* writer.page, id);
      assert.notInclude(yield* other.page, id);
      const desk = { kind: "listing", status: ["Submitted"], limit: 10 } as const;
      assert.notInclude(ids(yield* other.store.find(desk)), id);
      assert.notInclude(ids(yield* other.history.all(0, 1000)), id);
      const last = yield* other.history.last;

      // Who has just acted sees it; so does whoever goes on from there.
      assert.include(ids(yield* writer.store.find(desk)), id);
      assert.include(ids(yield* writer.history.all(0, 1000)), id);
      assert.isAbove(yield* writer.history.last, last);
      for (const { store, history } of [writer, other]) {
        assert.lengthOf(yield* store.load([after.subject]), 1);
        assert.include(ids(yield* store.find({ kind: "listing", seller: "ada", limit: 10 })), id);
        assert.lengthOf(yield* history.of(after.subject), 1);
      }

      yield* replica`select pg_wal_replay_resume()`;
      yield* untilThere(other.page, (page) => page.includes(id));
      yield* untilThere(other.history.all(last, 10), (facts) => ids(facts).includes(id));
      // Where the replica has caught up, it answers the writer, too.
      const answered = Effect.andThen(
        writer.history.last,
        () => replica`
          select 1 as found from pg_stat_activity
          where application_name = 'writer on a replica' and query like '%max(position)%'`,
      );
      yield* untilThere(answered, (rows) => rows.length > 0);
    }).pipe(Effect.scoped),
  );

  it.effect("go to the primary when the replica has died, and nobody is told", () =>
    Effect.gen(function* () {
      const { end } = yield* Pair;
      const shop = yield* engine("shop");
      yield* shop.page;
      yield* end;
      const listed = shown();
      yield* shop.store.commit({ changes: [listed] });
      assert.include(yield* shop.page, listed.subject.id);
      assert.include(ids(yield* shop.history.all(0, 1000)), listed.subject.id);
      // A shop that is started meanwhile starts.
      const late = yield* engine("late");
      assert.include(yield* late.page, listed.subject.id);
      assert.include(ids(yield* late.history.all(0, 1000)), listed.subject.id);
    }).pipe(Effect.scoped),
  );
});
