import { Context, Deferred, Effect, Layer, Redacted, type Scope } from "effect";
import { binaries } from "./binaries.ts";
import { ensureCluster, SUPERUSER } from "./cluster.ts";
import { dataFolder } from "./DataFolder.ts";
import type { EmbeddedPostgresError, ServerLost } from "./EmbeddedPostgresError.ts";
import { endLeftover } from "./leftover.ts";
import { ownership } from "./ownership.ts";
import { password } from "./password.ts";
import { serverUser } from "./ServerUser.ts";
import { supervise } from "./supervise.ts";

/** What an embedded database is started with. */
export interface EmbeddedPostgresOptions {
  /** The folder that holds the data, the password and the log; made if it is not there. */
  readonly dataDir: string;
  /** PostgreSQL's settings by name, such as `shared_buffers`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * A PostgreSQL server that belongs to this process: it listens on 127.0.0.1 alone, at a port that was free, writes
 * through to the disk, and ends with the scope.
 *
 * *Details.* One process owns a folder; a second one fails with `AlreadyRunning`. If the owner is killed, the next one
 * ends what it left running and starts anew. If the database dies by itself, it is started again at the same port,
 * and connections have to be made anew; if it doesn't stay up, `lost` fails.
 *
 * *Gotchas.* PostgreSQL refuses to run as root. Started by root it runs as the account `postgres`, or else `nobody`,
 * and the data belong to that account from then on.
 */
export class EmbeddedPostgres extends Context.Service<
  EmbeddedPostgres,
  {
    /** Account, password, host, port and database. The port is another one at each start. */
    readonly url: Redacted.Redacted;
    /** Process id of the server, which changes when it has to be started again. */
    readonly pid: Effect.Effect<number>;
    /** Never succeeds; fails when the database is gone for good, and then the owner should end, too. */
    readonly lost: Effect.Effect<never, ServerLost>;
  }
>()("@resale/postgres/embedded/EmbeddedPostgres") {
  /** Starts the database; about a second the first time, a tenth of that later, more after a crash. */
  static readonly make: (
    options: EmbeddedPostgresOptions,
  ) => Effect.Effect<EmbeddedPostgres["Service"], EmbeddedPostgresError, Scope.Scope> = Effect.fn(
    "EmbeddedPostgres.make",
  )(function* ({ dataDir, settings = {} }: EmbeddedPostgresOptions) {
    const programs = yield* binaries;
    const folder = yield* dataFolder(dataDir);
    yield* ownership(folder);
    const secret = yield* password(folder);
    const user = yield* serverUser(folder, programs.postgres);
    yield* endLeftover(folder);
    yield* ensureCluster(programs, folder, user);
    const { port, pid, lost } = yield* supervise({ binaries: programs, folder, user, settings });
    return EmbeddedPostgres.of({
      url: Redacted.make(`postgres://${SUPERUSER}:${Redacted.value(secret)}@127.0.0.1:${port}/postgres`),
      pid,
      lost: Deferred.await(lost),
    });
  });

  static readonly layer = (
    options: EmbeddedPostgresOptions,
  ): Layer.Layer<EmbeddedPostgres, EmbeddedPostgresError> =>
    Layer.effect(EmbeddedPostgres, EmbeddedPostgres.make(options));
}
