import { PgClient } from "@effect/sql-pg";
import { Context, Effect, Layer, Redacted } from "effect";

/** A single connection that makes and drops databases; open until the scope closes. */
export const administrator = (url: string) =>
  Layer.build(PgClient.layer({ url: Redacted.make(url), maxConnections: 1 })).pipe(
    Effect.map(Context.get(PgClient.PgClient)),
  );
