import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writes } from "@resale/postgres";
import { EmbeddedPostgres } from "@resale/postgres/embedded";
import { Effect, Exit, ManagedRuntime, Redacted, Scope } from "effect";
import { engineAt, type Place } from "./engine.ts";
import { beginPeers, endPeers } from "./Peers.ts";

const folder = Effect.acquireRelease(
  Effect.sync(() => {
    const made = mkdtempSync(join(tmpdir(), "resale-campaign-"));
    // The database's own account has to get through to its data.
    chmodSync(made, 0o755);
    return made;
  }),
  (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true, maxRetries: 3 })),
);

/** A place for a campaign: a database of its own that may be killed, folders for the providers, and an engine to look on. */
export const openScene = async () => {
  beginPeers();
  const scope = await Effect.runPromise(Scope.make());
  const inScope = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>) =>
    Effect.runPromise(Scope.provide(effect, scope));
  try {
    const home = await inScope(folder);
    const database = await inScope(EmbeddedPostgres.make({ dataDir: join(home, "postgres") }));
    const place: Place = { url: Redacted.value(database.url), folder: join(home, "world") };
    const runtime = ManagedRuntime.make(engineAt(place));
    await runtime.context();
    return {
      place,
      runtime,
      /** The database dies as if the machine had: its supervisor starts it again. */
      killDatabase: async () => process.kill(await Effect.runPromise(database.pid), "SIGKILL"),
      /** Cuts every connection but the one that says so. */
      cutConnections: () =>
        runtime.runPromise(
          Effect.ignore(
            Effect.flatMap(
              Writes,
              (
                sql,
              ) => sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
                and application_name = 'campaign'`,
            ),
          ),
        ),
      close: async () => {
        await endPeers();
        await runtime.dispose();
        await Effect.runPromise(Scope.close(scope, Exit.void));
      },
    };
  } catch (cause) {
    await Effect.runPromise(Scope.close(scope, Exit.void));
    throw cause;
  }
};
export type Scene = Awaited<ReturnType<typeof openScene>>;
