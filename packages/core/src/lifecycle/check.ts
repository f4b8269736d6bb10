import { Result, Schema } from "effect";
import type { StoredEvent } from "./Change.ts";
import type { Finding } from "./Finding.ts";
import type { Machine, Tagged } from "./Machine.ts";
import { differences } from "./replay.ts";
import type { SubjectRef } from "./Subject.ts";

/** A subject as it stands in the store, with all its facts and all its journal lines. */
export interface Kept {
  readonly subject: SubjectRef;
  readonly version: number;
  readonly state: unknown;
  readonly events: ReadonlyArray<StoredEvent>;
  readonly lines: ReadonlyArray<{
    readonly version: number;
    readonly account: string;
    readonly amount: number;
  }>;
}

/** What was found, and the state, if it could be read. */
export interface Checked<State> {
  readonly state: State | undefined;
  readonly findings: ReadonlyArray<Finding>;
}

const wordsOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";

const attempt = <A>(read: () => A): Result.Result<A, string> => Result.try({ try: read, catch: wordsOf });

/** The first fact that is missing, and those that nobody counts. */
const findGaps = ({ subject, version, events }: Kept): ReadonlyArray<Finding> => {
  const numbers = new Set(events.map((event) => event.version));
  const findings: Array<Finding> = [];
  for (let number = 1; number <= version; number++) {
    if (!numbers.has(number)) findings.push({ _tag: "EventMissing", subject, version: number });
  }
  for (const number of numbers) {
    if (number < 1 || number > version) findings.push({ _tag: "EventBeyond", subject, version: number });
  }
  return findings;
};

/** What stands on each account for each fact, under one name for both. */
type Sheet = Map<string, { readonly version: number; readonly account: string; amount: number }>;

const book = (sheet: Sheet, version: number, account: string, amount: number): void => {
  const key = `${version} ${account}`;
  const line = sheet.get(key);
  if (line === undefined) sheet.set(key, { version, account, amount });
  else line.amount += amount;
};

const findMoney = (kept: Kept, booked: Sheet): ReadonlyArray<Finding> => {
  const stored: Sheet = new Map();
  for (const { version, account, amount } of kept.lines) book(stored, version, account, amount);
  return [...new Map([...booked, ...stored])].flatMap(
    ([key, { version, account }]): ReadonlyArray<Finding> => {
      const amounts = { stored: stored.get(key)?.amount ?? 0, booked: booked.get(key)?.amount ?? 0 };
      if (amounts.stored === amounts.booked && stored.has(key) === booked.has(key)) return [];
      return [{ _tag: "JournalDiffers", subject: kept.subject, version, account, ...amounts }];
    },
  );
};

/**
 * Holds what is stored of one subject against its facts: they are all there, they make its state, and they book its money
 * (R53, R55). Where a fact is missing the others make no history, and only that is told.
 */
export const checkSubject = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  kept: Kept,
): Checked<State> => {
  const { subject } = kept;
  const stored = attempt(() => Schema.decodeUnknownSync(machine.schema.state)(kept.state));
  const unreadable: ReadonlyArray<Finding> = Result.isFailure(stored)
    ? [{ _tag: "Unreadable", subject, version: null, reason: stored.failure }]
    : [];
  const state = Result.getOrUndefined(stored);
  const gaps = findGaps(kept);
  if (gaps.length > 0) return { state, findings: [...unreadable, ...gaps] };
  const decode = Schema.decodeUnknownSync(machine.schema.event);
  const booked: Sheet = new Map();
  let replayed: State | undefined;
  for (const { version, event } of kept.events) {
    const next = attempt(() => {
      const fact = decode(event);
      const after = machine.evolve(replayed, fact);
      for (const { account, amount } of machine.meaningOf(fact._tag).postings(fact, after))
        book(booked, version, account, amount);
      return after;
    });
    if (Result.isFailure(next)) {
      const finding: Finding = { _tag: "Unreadable", subject, version, reason: next.failure };
      return { state, findings: [...unreadable, finding] };
    }
    replayed = next.success;
  }
  const apart = state === undefined ? [] : differences(state, replayed);
  return {
    state,
    findings: [
      ...unreadable,
      ...apart.map((difference): Finding => ({ _tag: "StateDiffers", subject, ...difference })),
      ...findMoney(kept, booked),
    ],
  };
};
