import type { KeptTask } from "@resale/core";
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { Json } from "../globals.ts";
import { jsonLine, when } from "../told/print.ts";
import { eachTask, kindFlag, type Selection } from "./selection.ts";

const statuses = [
  ["waiting", "Waiting"],
  ["parked", "Parked"],
  ["done", "Done"],
  ["dropped", "Dropped"],
] as const;

const about = ({ dropped, lastError }: KeptTask): string => {
  if (dropped === undefined) return lastError ?? "";
  const by = "id" in dropped.by ? dropped.by.id : dropped.by._tag;
  return `by ${by}, ${when(dropped.at)}: ${dropped.reason}`;
};

const text = (task: KeptTask): string => {
  const tries = task.attempts === 1 ? "1 try" : `${task.attempts} tries`;
  return `${task.status.padEnd(7)}  ${task.task._tag.padEnd(16)}  ${when(task.dueAt).padEnd(20)}  ${tries.padEnd(8)}  ${task.key}${about(task) === "" ? "" : `\n         ${about(task)}`}`;
};

const tell = Effect.fnUntraced(function* (selection: Selection) {
  const isJson = yield* Json;
  const found = yield* eachTask(selection, (task) =>
    Console.log(
      isJson
        ? jsonLine({ ...task, lastError: task.lastError ?? null, dropped: task.dropped ?? null })
        : text(task),
    ),
  );
  if (isJson) return;
  if (found === 0) yield* Console.error("No such tasks.");
  if (found === selection.limit)
    yield* Console.error(`The newest ${found}; there may be more: --limit ${found * 10}`);
});

/** `resale tasks list` */
export const list = Command.make(
  "list",
  {
    status: Flag.ChoiceWithValue("status", statuses).pipe(
      Flag.withDescription("Only those that stand so; parked ones wait for an operator"),
      Flag.withMetavar("waiting|parked|done|dropped"),
      Flag.optional,
    ),
    subject: Flag.String("subject").pipe(
      Flag.withDescription("Only those of one listing, checkout or order"),
      Flag.withMetavar("ID"),
      Flag.optional,
    ),
    kind: kindFlag,
    limit: Flag.Int("limit").pipe(
      Flag.withDescription("At most so many, the newest first"),
      Flag.filter(
        (limit) => limit > 0,
        () => "at least 1",
      ),
      Flag.withDefault(50),
    ),
  },
  (selection) => withDatabase(tell(selection)),
).pipe(
  Command.withDescription(
    "Side effects, the newest first: kind, when it is next tried, how often it was, its key, its last error",
  ),
  Command.withShortDescription("Show side effects, the newest first"),
  Command.withExamples([
    { command: "resale tasks list --status parked", description: "What waits for an operator" },
    {
      command: "resale tasks list --status parked --json | jq -r .lastError | sort | uniq -c",
      description: "Why",
    },
    {
      command: "resale tasks list --subject 0190a5c4-7b1e-7000-8000-000000000001",
      description: "All about one order",
    },
  ]),
);
