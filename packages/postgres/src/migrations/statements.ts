import { Effect } from "effect";
import { SqlClient } from "effect/sql";

/** A migration that runs statements one after the other. */
export const statements = (...texts: ReadonlyArray<string>) =>
  SqlClient.SqlClient.use((sql) => Effect.forEach(texts, (text) => sql.unsafe(text), { discard: true }));
