import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { EmbeddedPostgres } from "@resale/postgres/embedded";
import { Clock, Config, Effect, Option, type Redacted } from "effect";
import { DatabaseUrl, DataDir } from "../globals.ts";
import { unusable } from "../Stop.ts";

/** A database that can be reached. */
export interface Location {
  readonly url: Redacted.Redacted;
  /** How far the sandbox's clock is ahead of the machine's, in milliseconds (R59). */
  readonly ahead: number;
}

const settings = Config.all({
  databaseUrl: Config.option(Config.Redacted("DATABASE_URL")),
  dataDir: Config.String("DATA_DIR").pipe(Config.withDefault(".data")),
});

/** The reference server keeps it beside its embedded database, once somebody has moved it. */
const aheadIn = (folder: string): number => {
  const file = join(folder, "clock");
  const ahead = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return Number.isSafeInteger(ahead) && ahead > 0 ? ahead : 0;
};

const embedded = Effect.fnUntraced(function* (folder: string, mayCreate: boolean) {
  const dataDir = join(folder, "postgres");
  if (!mayCreate && !existsSync(join(dataDir, "cluster"))) {
    return yield* unusable(
      `There is no database in ${folder}. Name a server with --database-url, another folder with --data-dir, or make one with: resale migrate`,
    );
  }
  const { url } = yield* EmbeddedPostgres.make({ dataDir });
  const location: Location = { url, ahead: aheadIn(folder) };
  return location;
});

/** The server that is named, or else the embedded database, which runs until the scope closes. */
export const locate = Effect.fnUntraced(function* (mayCreate: boolean) {
  const given = yield* settings;
  const url = Option.orElse(yield* DatabaseUrl, () => given.databaseUrl);
  if (Option.isSome(url)) return { url: url.value, ahead: 0 } satisfies Location;
  const folder = resolve(Option.getOrElse(yield* DataDir, () => given.dataDir));
  return yield* embedded(folder, mayCreate);
});

/** Lets the engine's clock be where the sandbox has set it. */
export const onClock =
  (ahead: number) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> => {
    if (ahead === 0) return effect;
    return Effect.updateService(effect, Clock.Clock, (clock: Clock.Clock): Clock.Clock => {
      const now = (): number => clock.currentTimeMillisUnsafe() + ahead;
      const nanos = (): bigint => BigInt(now()) * 1_000_000n;
      return {
        currentTimeMillisUnsafe: now,
        currentTimeMillis: Effect.sync(now),
        currentTimeNanosUnsafe: nanos,
        currentTimeNanos: Effect.sync(nanos),
        monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
        monotonicTimeNanos: clock.monotonicTimeNanos,
        sleep: (duration) => clock.sleep(duration),
      };
    });
  };
