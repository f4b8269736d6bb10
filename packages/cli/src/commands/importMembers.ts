import { PostgresMembers } from "@resale/postgres";
import { Console, Effect } from "effect";
import { Command } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { memberColumns, memberOf } from "../import/memberOf.ts";
import { runImport, type Wishes } from "../import/runImport.ts";
import { importFlags, wishesOf } from "./importFlags.ts";

/** Accounts with one address, of which that many groups are named. */
const NAMED = 5;

const bring = Effect.fnUntraced(function* (wishes: Wishes) {
  const { takeMembers, sharedEmails } = yield* PostgresMembers;
  const ending = yield* Effect.exit(
    runImport(
      {
        one: "member",
        many: "members",
        columns: memberColumns,
        read: memberOf,
        keyOf: ({ id }) => id,
        write: (members, dryRun) =>
          Effect.map(takeMembers(members, { dryRun }), (taken) => ({ ...taken, refused: [] })),
      },
      wishes,
    ),
  );
  const shared = wishes.isDry ? [] : yield* Effect.orElseSucceed(sharedEmails(NAMED), () => []);
  if (shared.length > 0) {
    const groups = shared.map((ids) => ids.join(" and ")).join("; ");
    yield* Console.error(
      `Accounts share an e-mail address: ${groups}. Whoever signs in by it is taken for the first; mails go to each account's own address (R2).`,
    );
  }
  return yield* ending;
});

/** `resale import members` */
export const importMembers = Command.make("members", importFlags, (given) =>
  Effect.scoped(withDatabase(Effect.suspend(() => bring(wishesOf(given))))),
).pipe(
  Command.withDescription(
    "Take in the loyalty programme's accounts, from CSV with a header or from one JSON object a line, plain or gzipped. The columns: id, email, displayName, membership (Active, Lapsed or None), and if wanted an address (name, line1, line2, city, region, zip, country). An account that is known is brought up to date; one that is not in the file stays as it is. Ends with 1 if rows were left out, and names each with its line.",
  ),
  Command.withShortDescription("Take in the loyalty programme's accounts"),
  Command.withExamples([
    {
      command: "resale import members members.csv --dry-run",
      description: "What would be changed, and what is wrong",
    },
    { command: "gunzip -c members.csv.gz | resale import members -", description: "From another program" },
  ]),
);
