import { Flag, GlobalFlag } from "effect/cli";

/** Answers for programs instead of people: one JSON value a line. */
export const Json = GlobalFlag.Setting("json")({
  flag: Flag.Boolean("json").pipe(
    Flag.withDescription("Answer in JSON, one value a line, on standard output"),
    Flag.withDefault(false),
  ),
});

/** Which server; otherwise the embedded database. */
export const DatabaseUrl = GlobalFlag.Setting("database-url")({
  flag: Flag.Redacted("database-url").pipe(
    Flag.withDescription("The PostgreSQL server, as postgres://user:password@host/name (or DATABASE_URL)"),
    Flag.withMetavar("URL"),
    Flag.optional,
  ),
});

/** Where the embedded database lives. */
export const DataDir = GlobalFlag.Setting("data-dir")({
  flag: Flag.String("data-dir").pipe(
    Flag.withDescription(
      "Where the embedded database lives, if there is no server (or DATA_DIR; otherwise .data)",
    ),
    Flag.withMetavar("FOLDER"),
    Flag.optional,
  ),
});

export const globals = [DatabaseUrl, DataDir, Json] as const;
