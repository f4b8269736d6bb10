import { type Change, instant, type StoredSubject } from "@resale/core";
import { Effect, Option } from "effect";
import { commit } from "./commit.ts";
import { type Database, type SubjectRow, subjectKey } from "./Database.ts";

const MINUTE = 60_000;

/** How long a subject is put aside whose decision threw: a minute, then twice as long each time, up to an hour. */
const pause = (setbacks: number): number => Math.min(MINUTE * 2 ** setbacks, 60 * MINUTE);

const dueRows = (database: Database, now: number, limit: number): ReadonlyArray<SubjectRow> =>
  [...database.subjects.values()]
    .filter(({ due }) => due !== null && due <= now)
    .sort((one, other) => (one.due ?? 0) - (other.due ?? 0) || one.number - other.number)
    .slice(0, limit);

const decideOne = (
  database: Database,
  { stored }: SubjectRow,
  decide: (subject: StoredSubject) => Change,
): void => {
  const change = decide(stored);
  if (subjectKey(change.subject) !== subjectKey(stored.subject)) throw new Error("another subject's change");
  const refused = commit(database, { changes: [change] });
  if (refused !== undefined) throw refused;
};

export const drain = Effect.fn("Timers.drain")(function* (
  database: Database,
  request: {
    readonly now: number;
    readonly limit: number;
    readonly decide: (subject: StoredSubject) => Change;
  },
) {
  const page = dueRows(database, request.now, request.limit);
  for (const row of page) {
    try {
      decideOne(database, row, request.decide);
    } catch (error) {
      const { kind, id } = row.stored.subject;
      const due = request.now + pause(row.setbacks);
      database.subjects.set(subjectKey({ kind, id }), { ...row, due, setbacks: row.setbacks + 1 });
      yield* Effect.logError("a due subject was put aside", { kind, id, due }, error);
    }
  }
  return page.length;
});

export const nextDue = (database: Database) => {
  let next: number | undefined;
  for (const { due } of database.subjects.values()) {
    if (due !== null && (next === undefined || due < next)) next = due;
  }
  return Option.map(Option.fromUndefinedOr(next), instant);
};
