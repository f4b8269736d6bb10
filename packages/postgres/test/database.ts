import { PostgresStore, type PostgresStoreOptions, sqlLayer } from "@resale/postgres";
import { testDatabase } from "@resale/postgres/testing";
import { Effect, Layer, type Redacted } from "effect";

/** A database with all migrations, copied from one that is made once a run. */
export const migrated = testDatabase({
  name: "store",
  prepare: (url: Redacted.Redacted) =>
    Effect.scoped(Layer.build(sqlLayer({ url }))).pipe(Effect.asVoid, Effect.orDie),
});

/** The store on a database of its own. */
export const freshStore = (options: Omit<PostgresStoreOptions, "url"> = {}) =>
  Layer.unwrap(Effect.map(migrated, (url) => PostgresStore.layer({ ...options, url })));
