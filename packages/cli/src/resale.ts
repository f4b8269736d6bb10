import { Command } from "effect/cli";
import { bench } from "./commands/bench.ts";
import { bounce } from "./commands/bounce.ts";
import { explain } from "./commands/explain.ts";
import { importing } from "./commands/import.ts";
import { migrate } from "./commands/migrate.ts";
import { replay } from "./commands/replay.ts";
import { seed } from "./commands/seed.ts";
import { tasks } from "./commands/tasks.ts";
import { verify } from "./commands/verify.ts";
import { globals } from "./globals.ts";

/** The whole command. It asks for nothing but the Programs that its sales were made under. */
export const resale = Command.make("resale").pipe(
  Command.withDescription("What an operator does with the database of a resale marketplace."),
  Command.withSubcommands([migrate, verify, tasks, replay, explain, importing, bounce, seed, bench]),
  Command.withGlobalFlags(globals),
);
