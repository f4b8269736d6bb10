import { PostgresMembers, PostgresPurchases, PostgresStore, SharedHits, StoreGauges } from "@resale/postgres";
import { EmbeddedPostgres } from "@resale/postgres/embedded";
import { Effect, Layer, Option } from "effect";
import { Settings } from "./Settings.ts";

/** A server, where one is named; else the database that belongs to this process, in the data folder. */
const place = Effect.gen(function* () {
  const { databaseUrl, readUrl, folder } = yield* Settings;
  if (Option.isSome(databaseUrl)) return { url: databaseUrl.value, readUrl: Option.getOrUndefined(readUrl) };
  const embedded = yield* EmbeddedPostgres.make({ dataDir: folder("postgres") });
  yield* Effect.forkScoped(
    Effect.catch(embedded.lost, (lost) =>
      Effect.sync(() => {
        process.stderr.write(`The embedded database is gone: ${String(lost)}\n`);
        process.kill(process.pid, "SIGTERM");
      }),
    ),
  );
  return { url: embedded.url };
});

/** The store, and the tables in which this shop keeps its members and their purchases. */
export const database = Layer.mergeAll(
  PostgresMembers.layer,
  PostgresPurchases.layer,
  SharedHits.layer,
  StoreGauges.layer,
).pipe(Layer.provideMerge(Layer.unwrap(Effect.map(place, PostgresStore.layer))));
