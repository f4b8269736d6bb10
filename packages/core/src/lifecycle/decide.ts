import { Result } from "effect";
import { system } from "../access/Actor.ts";
import type { Role } from "../access/Role.ts";
import { roleByOffice } from "../access/roleByOffice.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Posting } from "../journal/Posting.ts";
import type { CommandRow, Context, Machine, Row, Tagged } from "./Machine.ts";
import type { Rejection } from "./Rejection.ts";
import type { SubjectKind } from "./Subject.ts";
import type { Task } from "./Task.ts";
import { earliest, isDue, type Timer } from "./Timer.ts";

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

/** Writes down the facts that follow from some events; answers the state they leave. */
const happen = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  machine: Machine<State, Command, Event, Name>,
  before: State | undefined,
  events: ReadonlyArray<Event>,
  facts: Array<Fact<Event>>,
  timer?: string,
): State | undefined => {
  let state = before;
  for (let at = 0; at < events.length; at++) {
    const event = events[at] as Event;
    const { evolve, react, postings: book } = machine.meaningOf(event._tag);
    state = state === undefined ? machine.evolve(undefined, event) : evolve(state, event);
    const tasks = react(event, state);
    const postings = book(event, state);
    facts[at] = timer === undefined ? { event, tasks, postings } : { event, tasks, postings, timer };
  }
  return state;
};

/** An array of the right length: one that grows, or a function for each, costs as much as the facts themselves. */
const room = <Event>({ length }: ReadonlyArray<Event>): Array<Fact<Event>> => new Array<Fact<Event>>(length);

const none: ReadonlyArray<never> = [];

/** Mostly one of them is empty: an array that grows costs more than the decision it is for. */
const followedBy = <A>(first: ReadonlyArray<A>, then: ReadonlyArray<A>): ReadonlyArray<A> => {
  if (first.length === 0) return then;
  return then.length === 0 ? first : [...first, ...then];
};

const byClock = (context: Context): Context =>
  context.actor._tag === "System" ? context : { now: context.now, actor: system, program: context.program };

/** Lets every timer fire that is due by now, in order of time: the clock decides, not when a worker wakes (R41). */
const settleAfter = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  machine: Machine<State, Command, Event, Name>,
  state: State,
  context: Context,
  known: ReadonlyArray<Fact<Event>>,
): Decision<State, Event> => {
  let settled = state;
  let facts = known;
  for (let fired = 0; fired < MOST_TIMERS; fired++) {
    const due = earliest(machine.timers, settled);
    if (due === undefined || due.deadline.at > context.now) return { state: settled, facts, due };
    const events = machine.fire(settled, due.name, byClock(context));
    const happened = room(events);
    settled = happen(machine, settled, events, happened, due.name) ?? settled;
    facts = followedBy(facts, happened);
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
): Decision<State, Event> => settleAfter(machine, state, context, none);

/** A row names two or three roles: looking at them costs less than asking a Set, or `includes`. */
const isFor = ({ by }: Row, role: Role): boolean => {
  for (const one of by) if (one === role) return true;
  return false;
};

const notFound = (subject: SubjectKind, id: string): Rejection => ({ _tag: "NotFound", subject, id });

/** Why an actor may not give a command; nothing, if it may. What is not there, or not theirs, is not found (R54). */
export const refusalOfActor = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  row: CommandRow<State, Command, Event>,
  state: State | undefined,
  command: string,
  id: string,
  context: Context,
): Rejection | undefined => {
  if (state === undefined && !row.from.has("Nothing")) return notFound(machine.kind, id);
  if (row.forAnyone) return undefined;
  const role: Role | undefined =
    state === undefined ? roleOfNobody(context) : machine.roleOf(state, context.actor);
  if (role !== undefined && isFor(row, role)) return undefined;
  if (role === undefined && state !== undefined && roleByOffice(context.actor) === undefined) {
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
export const refusalOfState = <State extends Tagged, Command extends Tagged, Event extends Tagged>(
  row: CommandRow<State, Command, Event>,
  command: string,
  state: State | undefined,
): Rejection | undefined => {
  const tag = state?._tag ?? "Nothing";
  if (row.from.has(tag)) return undefined;
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
  const overdue = state !== undefined && isDue(machine.timers, state, context.now);
  const settled = overdue ? settle(machine, state, context) : undefined;
  const before = settled?.state ?? state;
  const { _tag: tag } = command;
  const row = machine.commands.get(tag);
  if (row === undefined) throw new Error(`a ${machine.kind} knows no ${tag}`);
  const refusal =
    refusalOfActor(machine, row, before, tag, id, context) ??
    refusalOfState(row, tag, before) ??
    (before === undefined ? undefined : row.ready?.(before));
  if (refusal !== undefined) return Result.fail(refusal);
  const events = row.handle(before, command, context);
  if (Result.isFailure(events)) return Result.fail(events.failure);
  const facts = room(events.success);
  const next = happen(machine, before, events.success, facts);
  if (next === undefined) throw new Error(`${command._tag} made nothing of nothing`);
  return Result.succeed(settleAfter(machine, next, context, followedBy(settled?.facts ?? none, facts)));
};

/** The moment at which something is next due, in milliseconds; none, if the subject rests. */
export const dueAt = (decision: { readonly due: Timer | undefined }): Instant | null =>
  decision.due?.deadline.at ?? null;
