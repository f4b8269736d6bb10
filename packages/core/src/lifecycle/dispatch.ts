import type { Answer, CommandRow, Commands, Context, Row, Tagged } from "./Machine.ts";
import type { Rejection } from "./Rejection.ts";

/**
 * Puts together what is written of each command in its own place. The table is asked before a function is called, so
 * that each meets only states of its own type: this is the one place that has to take it on trust.
 */
export const dispatch = <State extends Tagged, Command extends Tagged, Event extends Tagged>(
  table: { readonly [Tag in Command["_tag"]]: Row },
  handlers: {
    readonly [Tag in Command["_tag"]]: (state: never, command: never, context: Context) => Answer<Event>;
  },
  readiness: { readonly [Tag in Command["_tag"]]?: (state: State) => Rejection | undefined } = {},
): Commands<State, Command, Event> => {
  const commands = new Map<string, CommandRow<State, Command, Event>>();
  for (const tag of Object.keys(table) as ReadonlyArray<Command["_tag"]>) {
    const { by, moves }: Row = table[tag];
    commands.set(tag, {
      by,
      moves,
      forAnyone: by.includes("Anyone"),
      from: new Set(Object.keys(moves)),
      ready: readiness[tag],
      handle: handlers[tag] as CommandRow<State, Command, Event>["handle"],
    });
  }
  return commands;
};
