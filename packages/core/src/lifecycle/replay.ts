import { Result } from "effect";
import { system } from "../access/Actor.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Account, Posting } from "../journal/Posting.ts";
import type { Program } from "../program/Program.ts";
import type { RecordedEvent } from "./Change.ts";
import { type Decision, decide, settle } from "./decide.ts";
import type { Context, Machine, Tagged } from "./Machine.ts";
import type { Rejection } from "./Rejection.ts";
import { readStored } from "./readStored.ts";

/** The state that a stored history makes: exactly what its facts say (R55). `onFact` sees each with the state after it. */
export const rebuild = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  history: ReadonlyArray<RecordedEvent>,
  onFact?: (event: Event, state: State) => void,
): State | undefined => {
  let state: State | undefined;
  for (const { event } of history) {
    const fact = readStored(machine.schema.event, event);
    state = machine.evolve(state, fact);
    onFact?.(fact, state);
  }
  return state;
};

/** One place in which two outcomes differ, as a path into the state. */
export interface Difference {
  readonly path: string;
  readonly stored: unknown;
  readonly replayed: unknown;
}

/** What would have come out of the same commands under another Program. */
export interface Replay<State> {
  readonly stored: State | undefined;
  readonly replayed: State | undefined;
  /** Commands that were accepted then, and would not have been. */
  readonly refused: ReadonlyArray<{
    readonly version: number;
    readonly command: string;
    readonly because: Rejection;
  }>;
  readonly differences: ReadonlyArray<Difference>;
  /** What was booked on each account, in cents, and what would have been (R53). */
  readonly booked: { readonly stored: Balances; readonly replayed: Balances };
}

/** What stands on each account that anything was booked on, in cents. */
export type Balances = ReadonlyMap<Account, number>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Every place in which two values differ, down to the leaves. */
export const differences = (stored: unknown, replayed: unknown, path = ""): ReadonlyArray<Difference> => {
  if (Object.is(stored, replayed)) return [];
  if (!isRecord(stored) || !isRecord(replayed)) return [{ path, stored, replayed }];
  const keys = new Set([...Object.keys(stored), ...Object.keys(replayed)]);
  return [...keys].flatMap((key) =>
    differences(stored[key], replayed[key], path === "" ? key : `${path}.${key}`),
  );
};

const book = (balances: Map<Account, number>, postings: ReadonlyArray<Posting>): void => {
  for (const { account, amount } of postings) balances.set(account, (balances.get(account) ?? 0) + amount);
};

/**
 * Gives the commands of a stored history once more, each at its time and by its actor, under another Program; the clock
 * runs on to `until` on both sides. What the stored history was refused is not in it, and can't be tried again.
 */
export const replay = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  id: string,
  history: ReadonlyArray<RecordedEvent>,
  programs: { readonly stored: Program; readonly other: Program },
  until: Instant,
): Replay<State> => {
  const refused: Array<{ version: number; command: string; because: Rejection }> = [];
  const booked = { stored: new Map<Account, number>(), replayed: new Map<Account, number>() };
  const took = (side: keyof typeof booked, { state, facts }: Decision<State, Event>): State => {
    for (const { postings } of facts) book(booked[side], postings);
    return state;
  };
  let replayed: State | undefined;
  for (const { version, at, actor, cause } of history) {
    if (cause._tag !== "Command") continue;
    const command = readStored(machine.schema.command, cause.command);
    const context: Context = { now: at, actor, program: programs.other };
    const decision = decide(machine, id, replayed, command, context);
    if (Result.isSuccess(decision)) replayed = took("replayed", decision.success);
    else refused.push({ version, command: command._tag, because: decision.failure });
  }
  const run = (side: keyof typeof booked, state: State | undefined, program: Program): State | undefined =>
    state === undefined
      ? undefined
      : took(side, settle(machine, state, { now: until, actor: system, program }));
  const facts = rebuild(machine, history, (event, state) =>
    book(booked.stored, machine.meaningOf(event._tag).postings(event, state)),
  );
  const stored = run("stored", facts, programs.stored);
  replayed = run("replayed", replayed, programs.other);
  return { stored, replayed, refused, differences: differences(stored, replayed), booked };
};
