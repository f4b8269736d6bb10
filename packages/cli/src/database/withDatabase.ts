import { Ids } from "@resale/core";
import {
  migrateDatabase,
  migrationStatus,
  PostgresMembers,
  PostgresPurchases,
  PostgresStore,
} from "@resale/postgres";
import { Effect, Layer, type Redacted } from "effect";
import { unusable } from "../Stop.ts";
import { counted } from "../told/print.ts";
import { locate, onClock } from "./location.ts";

/** Long enough for an operator's question over everything. */
const PATIENCE = "10 minutes";

const ids = Layer.succeed(Ids, { next: Effect.sync(() => crypto.randomUUID()) });

const services = (url: Redacted.Redacted) =>
  Layer.mergeAll(PostgresMembers.layer, PostgresPurchases.layer, ids).pipe(
    Layer.provideMerge(
      PostgresStore.layer({ url, applicationName: "resale command", statementTimeout: PATIENCE }),
    ),
  );

/** Nobody's database is brought up to date in passing: that is a command of its own. */
const refuseOthers = Effect.fnUntraced(function* (url: Redacted.Redacted, mayCreate: boolean) {
  const { applied, pending, unknown } = yield* migrationStatus(url);
  if (unknown.length > 0) {
    return yield* unusable(
      `A later version of resale has been here (${unknown.join(", ")}). Use that version: this one would not understand what it reads.`,
    );
  }
  if (pending.length === 0) return;
  if (mayCreate && applied.length === 0) return yield* Effect.asVoid(migrateDatabase(url));
  return yield* unusable(
    `The database lacks ${counted(pending.length, "migration")} (${pending.join(", ")}). Bring it up to date first: resale migrate`,
  );
});

/** Does something with the store of the database that was named. `mayCreate`: an empty one is made ready for it. */
export const withDatabase = <A, E, R>(effect: Effect.Effect<A, E, R>, mayCreate = false) =>
  Effect.gen(function* () {
    const { url, ahead } = yield* locate(mayCreate);
    yield* refuseOthers(url, mayCreate);
    return yield* Effect.provide(onClock(ahead)(effect), services(url));
  }).pipe(Effect.scoped);
