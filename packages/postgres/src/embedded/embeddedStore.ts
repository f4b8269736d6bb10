import { Effect, Layer } from "effect";
import { PostgresStore, type PostgresStoreOptions } from "../PostgresStore.ts";
import { EmbeddedPostgres, type EmbeddedPostgresOptions } from "./EmbeddedPostgres.ts";

/**
 * The store on a database of this process's own, and the database beside it: `PostgresStore` over `EmbeddedPostgres`.
 *
 * *Gotchas.* When the database is gone for good, calls fail from then on; a process that wants to end then watches `lost`.
 */
export const embeddedStore = (
  options: EmbeddedPostgresOptions & Omit<PostgresStoreOptions, "url" | "readUrl">,
) =>
  Layer.unwrap(Effect.map(EmbeddedPostgres, ({ url }) => PostgresStore.layer({ ...options, url }))).pipe(
    Layer.provideMerge(EmbeddedPostgres.layer(options)),
  );
