import { Command } from "effect/cli";
import { importMembers } from "./importMembers.ts";
import { importPurchases } from "./importPurchases.ts";

/** `resale import`: for a shop whose loyalty programme is asked from a table. */
export const importing = Command.make("import").pipe(
  Command.withDescription(
    "Take in a shop's members and their purchases, for shops that have no service to ask for them. Files of any size; given again, they change nothing.",
  ),
  Command.withShortDescription("Take in members and purchases"),
  Command.withSubcommands([importMembers, importPurchases]),
);
