import type { Schema } from "effect";
import { system } from "../access/Actor.ts";
import type { Change, JournalLine, RecordedEvent, WantedTask } from "./Change.ts";
import { type Decision, dueAt } from "./decide.ts";
import type { Context, Machine, Tagged } from "./Machine.ts";

/** All states, commands and events are plain JSON: their Schemas only check, they change nothing. */
const json = (value: unknown): Schema.Json => value as Schema.Json;

/** What a subject was when it was decided upon: its version and state, 0 and none where it is new. */
export interface Versioned<State> {
  readonly version: number;
  readonly state: State | undefined;
}

/** What is to be written for a decision: its facts numbered, its tasks keyed, its money booked (R53, R55). */
export const changeOf = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  id: string,
  { version, state }: Versioned<State>,
  command: Command | undefined,
  decision: Decision<State, Event>,
  context: Context,
): Change => {
  const subject = { kind: machine.kind, id };
  const events: Array<RecordedEvent> = [];
  const tasks: Array<WantedTask> = [];
  const journal: Array<JournalLine> = [];
  let told = false;
  for (const [index, fact] of decision.facts.entries()) {
    const number = version + index + 1;
    const byClock = fact.timer !== undefined || command === undefined;
    events.push({
      subject,
      version: number,
      at: context.now,
      actor: byClock ? system : context.actor,
      cause: byClock
        ? { _tag: "Timer", timer: fact.timer ?? "" }
        : told
          ? { _tag: "SameCommand" }
          : { _tag: "Command", command: json(command) },
      event: json(fact.event),
    });
    if (!byClock) told = true;
    for (const [place, task] of fact.tasks.entries()) tasks.push({ key: `${id}.${number}.${place}`, task });
    for (const posting of fact.postings) journal.push({ version: number, ...posting });
  }
  const change: Change = {
    subject,
    expected: version,
    state: json(decision.state),
    due: dueAt(decision),
    index: machine.index(decision.state),
    ...(state === undefined ? {} : { before: machine.index(state) }),
    events,
    tasks,
    journal,
  };
  return machine.catalogue === undefined
    ? change
    : { ...change, catalogue: machine.catalogue(decision.state, context.program) };
};
