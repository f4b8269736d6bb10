import { type MigrationStatus, migrateDatabase, migrationStatus } from "@resale/postgres";
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { locate } from "../database/location.ts";
import { refused } from "../Stop.ts";
import { counted, say, when } from "../told/print.ts";
import { progress, progressFlag } from "../told/progress.ts";

const lines = ({ applied, pending, unknown }: MigrationStatus): string =>
  [
    ...applied.map(
      ({ name, at }) =>
        `${name}  ${when(Math.trunc(at / 1000) * 1000)}${unknown.includes(name) ? "  not known to this version" : ""}`,
    ),
    ...pending.map((name) => `${name}  pending`),
  ].join("\n");

const tellStatus = Effect.gen(function* () {
  const { url } = yield* locate(false);
  const status = yield* migrationStatus(url);
  yield* say({ ...status, made: [] }, lines(status));
  if (status.pending.length > 0) {
    return yield* refused(`${counted(status.pending.length, "migration")} to be made: resale migrate`);
  }
});

const bring = Effect.fnUntraced(function* (isWanted: boolean) {
  const { url } = yield* locate(true);
  const tell = yield* progress(isWanted);
  const { before, after } = yield* migrateDatabase(url, ([next, ...later]) =>
    tell(() => (next === undefined ? "Done" : `Making ${next}; ${later.length} more after it`)),
  );
  const made = before.pending.filter((name) => !after.pending.includes(name));
  const last = after.applied.at(-1)?.name ?? "none";
  const text =
    made.length === 0
      ? `Nothing to do: the database has all ${counted(after.applied.length, "migration")}, the last one ${last}.`
      : [
          ...made.map((name) => `made ${name}`),
          `${counted(made.length, "migration")} made; ${before.applied.length} had been there.`,
        ].join("\n");
  yield* say({ ...after, made }, text);
  if (after.unknown.length > 0) {
    yield* Console.error(`A later version of resale has been here: ${after.unknown.join(", ")}.`);
  }
});

/** `resale migrate` */
export const migrate = Command.make(
  "migrate",
  {
    status: Flag.Boolean("status").pipe(
      Flag.withDescription("Only tell which migrations are there; ends with 1 if some are not"),
      Flag.withDefault(false),
    ),
    progress: progressFlag,
  },
  ({ status, progress: isWanted }) => Effect.scoped(status ? tellStatus : bring(isWanted)),
).pipe(
  Command.withDescription(
    "Bring the database up to date. Any number of processes may do so at once, beside those that work: one migrates, the others wait.",
  ),
  Command.withShortDescription("Bring the database up to date"),
  Command.withExamples([
    { command: "resale migrate", description: "The server of DATABASE_URL, or the embedded database" },
    { command: "resale migrate --status", description: "Before a deployment: is there anything to be made?" },
  ]),
);
