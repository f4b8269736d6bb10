import { Result } from "effect";
import { system } from "../access/Actor.ts";
import type { Role } from "../access/Role.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Posting } from "../journal/Posting.ts";
import type { Context, Machine, Row, Tagged } from "./Machine.ts";
import type { Rejection } from "./Rejection.ts";
import type { SubjectKind } from "./Subject.ts";
import type { Task } from "./Task.ts";
import { earliest, type Timer } from "./Timer.ts";

/** One fact with all that follows from it. */
export interface Fact<Event> {
  readonly event: Event;
  readonly tasks: ReadonlyArray<Task>;
  readonly postings: ReadonlyArray<Posting>;
  /** Made by the clock, before or after the command itself. */
  readonly timer?: string;
}

/** What a command comes to: the next state, the facts that made it, and the next moment at which something is due. */
export interface Decision<State, Event> {
  readonly state: State;
  readonly facts: ReadonlyArray<Fact<Event>>;
  readonly due: Timer | undefined;
}

/** More timers than this at one moment is a machine that never comes to rest. */
const MOST_TIMERS = 10_000;

const appendFacts = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  machine: Machine<State, Command, Event, Name>,
  state: State | undefined,
  events: ReadonlyArray<Event>,
  facts: Array<Fact<Event>>,
  timer?: string,
): State | undefined => {
  let next = state;
  for (const event of events) {
    next = machine.evolve(next, event);
    const fact = { event, tasks: machine.react(event, next), postings: machine.postings(event, next) };
    facts.push(timer === undefined ? fact : { ...fact, timer });
  }
  return next;
};

/** Lets every timer fire that is due by now, in order of time: the clock decides, not when a worker wakes (R41). */
const settleInto = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  machine: Machine<State, Command, Event, Name>,
  state: State,
  context: Context,
  facts: Array<Fact<Event>>,
): { readonly state: State; readonly due: Timer<Name> | undefined } => {
  let settled = state;
  for (let fired = 0; fired < MOST_TIMERS; fired++) {
    const due = earliest(machine.timers, settled);
    if (due === undefined || due.deadline.at > context.now) return { state: settled, due };
    const events = machine.fire(settled, due.name, { ...context, actor: system });
    settled = appendFacts(machine, settled, events, facts, due.name) ?? settled;
  }
  throw new Error(`the timers of a ${machine.kind} in ${settled._tag} never come to rest`);
};

/** Brings a subject up to a moment: what the clock alone makes of it. */
export const settle = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  state: State,
  context: Context,
): Decision<State, Event> => {
  const facts: Array<Fact<Event>> = [];
  const settled = settleInto(machine, state, context, facts);
  return { ...settled, facts };
};

const strangers: ReadonlySet<string> = new Set(["Visitor", "Member", "Guest"]);

const notFound = (subject: SubjectKind, id: string): Rejection => ({ _tag: "NotFound", subject, id });

/** Why an actor may not give a command; nothing, if it may. What is not there, or not theirs, is not found (R54). */
export const refusalOfActor = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  state: State | undefined,
  command: Command["_tag"],
  id: string,
  context: Context,
): Rejection | undefined => {
  const row: Row = machine.table[command];
  if (state === undefined && !("Nothing" in row.moves)) return notFound(machine.kind, id);
  if (row.by.includes("Anyone")) return undefined;
  const role: Role | undefined =
    state === undefined ? roleOfNobody(context) : machine.roleOf(state, context.actor);
  if (role !== undefined && row.by.includes(role)) return undefined;
  if (role === undefined && state !== undefined && strangers.has(context.actor._tag)) {
    return notFound(machine.kind, id);
  }
  return { _tag: "NotAllowed", command, actor: role ?? context.actor._tag, allowed: row.by };
};

/** Where nothing exists yet, whoever is signed in would become its owner. */
const roleOfNobody = ({ actor }: Context): Role | undefined => {
  if (actor._tag === "Member") return "Seller";
  return actor._tag === "Visitor" || actor._tag === "Guest" ? undefined : actor._tag;
};

/** Why a command is not open in a state; nothing, if it is. */
export const refusalOfState = (
  row: Row,
  command: string,
  state: Tagged | undefined,
): Rejection | undefined => {
  const tag = state?._tag ?? "Nothing";
  if (row.moves[tag] !== undefined) return undefined;
  return { _tag: "WrongState", command, state: tag, openIn: Object.keys(row.moves) };
};

/**
 * Decides a command: settles the subject at `now`, asks the table who may and from where, hands over to the state's own
 * function, and settles again. Pure and synchronous. What the clock did is kept even where the command is refused later:
 * a caller that wants it commits {@link settle} instead.
 */
export const decide = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  id: string,
  state: State | undefined,
  command: Command,
  context: Context,
): Result.Result<Decision<State, Event>, Rejection> => {
  const facts: Array<Fact<Event>> = [];
  const before = state === undefined ? undefined : settleInto(machine, state, context, facts).state;
  const tag: Command["_tag"] = command._tag;
  const refusal =
    refusalOfActor(machine, before, tag, id, context) ??
    refusalOfState(machine.table[tag], tag, before) ??
    (before === undefined ? undefined : machine.ready[tag]?.(before));
  if (refusal !== undefined) return Result.fail(refusal);
  const events = machine.handle(before, command, context);
  if (Result.isFailure(events)) return Result.fail(events.failure);
  const next = appendFacts(machine, before, events.success, facts);
  if (next === undefined) throw new Error(`${command._tag} made nothing of nothing`);
  const after = settleInto(machine, next, context, facts);
  return Result.succeed({ state: after.state, facts, due: after.due });
};

/** The moment at which something is next due, in milliseconds; none, if the subject rests. */
export const dueAt = (decision: { readonly due: Timer | undefined }): Instant | null =>
  decision.due?.deadline.at ?? null;
