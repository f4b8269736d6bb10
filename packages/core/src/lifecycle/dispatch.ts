import type { Result } from "effect";
import { byName } from "./byName.ts";
import type { Context, Tagged } from "./Machine.ts";
import type { Rejection } from "./Rejection.ts";

type Answer<Event> = Result.Result<ReadonlyArray<Event>, Rejection>;

/**
 * One entry for all of a subject's functions. The table has been asked before whether the command is open in the state,
 * so that each function meets only states of its own type: this is the one place that has to take it on trust.
 */
export const dispatch = <State extends Tagged, Command extends Tagged, Event extends Tagged>(
  handlers: {
    readonly [Tag in Command["_tag"]]: (state: never, command: never, context: Context) => Answer<Event>;
  },
) => {
  const handlerOf = byName<unknown>(handlers);
  return (state: State | undefined, command: Command, context: Context): Answer<Event> => {
    const handler = handlerOf(command._tag);
    return (handler as (state: State | undefined, command: Command, context: Context) => Answer<Event>)(
      state,
      command,
      context,
    );
  };
};
