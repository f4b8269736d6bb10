import { type Finding, type Looked, textOfFinding, type Verified, verifyStore } from "@resale/core";
import { Console, Effect } from "effect";
import { Command } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { Json } from "../globals.ts";
import { refused } from "../Stop.ts";
import { columns, counted, jsonLine, say } from "../told/print.ts";
import { progress, progressFlag } from "../told/progress.ts";

const line = (finding: Finding): string =>
  `${finding.subject.kind} ${finding.subject.id}: ${textOfFinding(finding)}`;

const looked = ({ subjects, events, lines }: Looked): string =>
  [
    counted(subjects.listing, "listing"),
    counted(subjects.checkout, "checkout"),
    counted(subjects.order, "order"),
    counted(events, "event"),
    counted(lines, "journal line"),
  ].join(", ");

const dollars = (cents: number): string =>
  (cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });

const textOf = (verified: Verified, total: number): string => {
  const accounts = [...verified.balances]
    .sort()
    .map(([account, cents]) => [account, dollars(cents).padStart(14)]);
  const sums =
    accounts.length === 0 ? [] : [columns([...accounts, ["all accounts", dollars(total).padStart(14)]])];
  const verdict = verified.findings === 0 && total === 0 ? "All of it is what its events say." : "";
  return [`Looked at ${looked(verified)}.`, ...sums, verdict].filter((part) => part !== "").join("\n");
};

const look = Effect.fnUntraced(function* (isWanted: boolean) {
  const tell = yield* progress(isWanted);
  const isJson = yield* Json;
  const verified = yield* verifyStore({
    onFinding: (finding) => Console.log(isJson ? jsonLine(finding) : line(finding)),
    onPage: (page) => tell(() => `${looked(page)}; found ${page.findings}`),
  });
  const total = [...verified.balances.values()].reduce((sum, cents) => sum + cents, 0);
  yield* say({ _tag: "Verified", ...verified, total }, textOf(verified, total));
  if (verified.findings > 0) {
    return yield* refused(`${counted(verified.findings, "thing")} not as it should be, named above.`);
  }
  if (total !== 0) return yield* refused(`The accounts come to ${dollars(total)} together, not to zero.`);
});

/** `resale verify` */
export const verify = Command.make("verify", { progress: progressFlag }, ({ progress: isWanted }) =>
  Effect.scoped(withDatabase(look(isWanted))),
).pipe(
  Command.withDescription(
    "Hold everything that is stored against its events: none is missing, every state and every journal line is what they say, and the money adds up to zero. Changes nothing, and may run beside a server. Ends with 1 if something is wrong, and names it.",
  ),
  Command.withShortDescription("Hold everything that is stored against its events"),
  Command.withExamples([
    { command: "resale verify", description: "After a restore, after an incident, every night" },
    {
      command: "resale verify --json --progress 2>verify.log | grep -v Verified",
      description: "Only what is wrong, for a program",
    },
  ]),
);
