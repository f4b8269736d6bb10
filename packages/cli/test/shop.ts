import { History, type Instant, now, Programs, plus, preLoved } from "@resale/core";
import { PostgresStore, sqlLayer, Writes } from "@resale/postgres";
import { testDatabase } from "@resale/postgres/testing";
import {
  buyPieces,
  listPiece,
  memoryProviders,
  randomIds,
  SettableClock,
  settableClockLayer,
  testLinks,
} from "@resale/testkit";
import { Effect, Layer, Redacted, References, type Scope } from "effect";

/** Everything but the store is in memory; the store is the database at the URL. */
const engine = (url: Redacted.Redacted, clock: SettableClock) =>
  Layer.mergeAll(
    PostgresStore.layer({ url }),
    memoryProviders,
    testLinks,
    randomIds,
    Programs.layer(preLoved),
    settableClockLayer(clock),
  );

type Services = Layer.Success<ReturnType<typeof engine>>;

/** A database with all migrations and nothing in it. */
export const emptyDatabase = testDatabase({
  name: "command",
  prepare: (url) => Effect.scoped(Layer.build(sqlLayer({ url }))).pipe(Effect.asVoid, Effect.orDie),
});

/** A shop on a database of its own: what happens in it, and what an operator would type to look at it. */
export const openShop = Effect.gen(function* () {
  const url = yield* emptyDatabase;
  const clock = new SettableClock(plus((yield* now) as Instant, 0));
  const services = yield* Layer.build(engine(url, clock));
  const inside = <A, E>(effect: Effect.Effect<A, E, Services | Writes | Scope.Scope>) =>
    Effect.provideService(Effect.provide(effect, services), References.MinimumLogLevel, "None");
  const sql = <A extends object>(statement: string) =>
    inside(Writes.use((writes) => writes.unsafe<A>(statement)));
  /** All that was written may be read: whoever writes in another database of the server holds nothing back any more. */
  const settled = Effect.gen(function* () {
    const [written] = yield* sql<{ last: number }>("select max(position)::float8 as last from resale.events");
    const readable = inside(History.use(({ last }) => last));
    yield* Effect.repeat(readable, { until: (last) => last >= (written?.last ?? 0) });
  });
  return { url: Redacted.value(url), clock, inside, sql, settled };
});

/** A piece that was put up, and sold: its label is bought. */
export const aSale = Effect.gen(function* () {
  const { listing } = yield* listPiece();
  const { order, checkout } = yield* buyPieces([listing]);
  return { listing, order, checkout };
});
