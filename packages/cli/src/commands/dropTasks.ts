import { type Actor, type Drop, dropTask } from "@resale/core";
import { Effect } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { say, when } from "../told/print.ts";
import { byFlag, operator, unlessAll } from "./selection.ts";

const outcome = (drop: Drop): string => {
  switch (drop._tag) {
    case "Dropped":
      return "dropped: it is never tried again";
    case "Leased":
      return `a worker is at it, until ${when(drop.until)} at the latest; try again then`;
    case "Over":
      return drop.status === "Done" ? "it is done already" : "it was dropped before";
    case "Missing":
      return "there is none such";
  }
};

const dropAll = Effect.fnUntraced(function* (keys: ReadonlyArray<string>, by: Actor, reason: string) {
  let done = 0;
  for (const key of keys) {
    const drop = yield* dropTask(by, key, reason);
    if (drop._tag === "Dropped") done++;
    yield* say(
      { key, outcome: drop._tag, until: "until" in drop ? drop.until : null },
      `${key}: ${outcome(drop)}`,
    );
  }
  yield* unlessAll(done, keys.length, "were dropped");
});

/** `resale tasks drop` */
export const drop = Command.make(
  "drop",
  {
    keys: Argument.String("KEY").pipe(
      Argument.withDescription("Keys of tasks, as `resale tasks list` shows them"),
      Argument.variadic({ min: 1 }),
    ),
    reason: Flag.String("reason").pipe(
      Flag.withDescription("Why, as the record will say"),
      Flag.withMetavar("TEXT"),
      Flag.filter(
        (reason) => reason.trim() !== "",
        () => "a few words for the record",
      ),
    ),
    by: byFlag,
  },
  ({ keys, reason, by }) => withDatabase(dropAll(keys, operator(by), reason)),
).pipe(
  Command.withDescription(
    "End tasks for good, undone. Who did so, when and why is kept with them. An order whose label, payout or refund was dropped shows it as failed: there support may have it done by a new task.",
  ),
  Command.withShortDescription("End tasks for good, undone"),
  Command.withExamples([
    {
      command:
        'resale tasks drop 0190a5c4-7b1e-7000-8000-000000000001.3.0 --reason "the address does not exist"',
      description: "A mail that can't be sent",
    },
  ]),
);
