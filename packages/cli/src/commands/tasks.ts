import { Command } from "effect/cli";
import { drop } from "./dropTasks.ts";
import { list } from "./listTasks.ts";
import { repeat } from "./repeatTasks.ts";

/** `resale tasks` */
export const tasks = Command.make("tasks").pipe(
  Command.withDescription(
    "The side effects that commits have asked for: mails, labels, captures, refunds, gift cards. Each is tried with growing pauses; after the last try it is parked, and waits for an operator.",
  ),
  Command.withShortDescription("Look after side effects that wait or were given up"),
  Command.withSubcommands([list, repeat, drop]),
);
