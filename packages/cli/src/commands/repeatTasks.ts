import { type KeptTask, now, Tasks } from "@resale/core";
import { Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { unusable } from "../Stop.ts";
import { say } from "../told/print.ts";
import { eachTask, kindFlag, unlessAll } from "./selection.ts";

const parked = Effect.fnUntraced(function* (kind: Option.Option<KeptTask["task"]["_tag"]>) {
  const keys: Array<string> = [];
  const status = Option.some("Parked" as const);
  const selection = { status, subject: Option.none(), kind, limit: Number.POSITIVE_INFINITY };
  yield* eachTask(selection, ({ key }) => Effect.sync(() => void keys.push(key)));
  return keys;
});

const repeatAll = Effect.fnUntraced(function* (keys: ReadonlyArray<string>) {
  const tasks = yield* Tasks;
  let done = 0;
  for (const key of keys) {
    const isRepeated = yield* tasks.repeat(key, yield* now);
    if (isRepeated) done++;
    yield* say(
      { key, outcome: isRepeated ? "Repeated" : "NothingToRepeat" },
      isRepeated ? `${key}: is tried again, first in line` : `${key}: there is none such, or it is over`,
    );
  }
  yield* unlessAll(done, keys.length, "are tried again");
});

/** `resale tasks repeat` */
export const repeat = Command.make(
  "repeat",
  {
    keys: Argument.String("KEY").pipe(
      Argument.withDescription("Keys of tasks, as `resale tasks list` shows them"),
      Argument.variadic(),
    ),
    parked: Flag.Boolean("parked").pipe(
      Flag.withDescription("All that are parked, of one --kind or of any"),
      Flag.withDefault(false),
    ),
    kind: kindFlag,
  },
  ({ keys, parked: isAll, kind }) => {
    if (isAll === keys.length > 0) {
      return Effect.fail(
        unusable("Name the KEYs of tasks, or --parked for all that are parked: one of the two."),
      );
    }
    if (!isAll && Option.isSome(kind))
      return Effect.fail(unusable("--kind goes with --parked, not with KEYs."));
    return withDatabase(isAll ? Effect.flatMap(parked(kind), repeatAll) : repeatAll(keys));
  },
).pipe(
  Command.withDescription(
    "Have tasks tried again at once, with all their tries anew: those that are parked, or wait for a later try. What a worker is at just now stays with that worker.",
  ),
  Command.withShortDescription("Have tasks tried again at once"),
  Command.withExamples([
    {
      command: "resale tasks repeat --parked",
      description: "The provider is back: everything that was given up",
    },
    {
      command: "resale tasks repeat --parked --kind SendOrderMail",
      description: "Only the mails about orders",
    },
  ]),
);
