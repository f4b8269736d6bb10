import { Effect } from "effect";
import { system } from "../access/Actor.ts";
import type { Machine, Tagged } from "../lifecycle/Machine.ts";
import { execute } from "./execute.ts";

/** The engine tells a subject what has come about outside: one command of its own, in one commit. */
export const tell = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  machine: Machine<State, Command, Event, Name>,
  id: string,
  command: Command,
) =>
  Effect.asVoid(
    execute({ actor: system }, (work) => Effect.as(work.apply(machine, id, command, system), null)),
  );
