import {
  AnswerKept,
  type Change,
  ClaimTaken,
  type Commit,
  type JournalLine,
  VersionConflict,
  type WantedTask,
} from "@resale/core";
import { answerKey, type Database, subjectKey, written } from "./Database.ts";

/** What no decision makes: such a commit is a mistake of the caller's, and no database is asked about it. */
const mistakeIn = ({ changes }: Commit): string | undefined => {
  const seen = new Set<string>();
  for (const { subject, expected, events } of changes) {
    const key = subjectKey(subject);
    if (seen.has(key)) return `${key} stands twice in one commit`;
    seen.add(key);
    if (expected === 0 && events.length === 0) return `${key} is new and has no event`;
    for (const [at, event] of events.entries()) {
      if (event.version !== expected + at + 1 || subjectKey(event.subject) !== key) {
        return `event ${event.version} of ${subjectKey(event.subject)} does not follow ${expected} of ${key}`;
      }
    }
  }
  return undefined;
};

const claimTaken = (database: Database, changes: ReadonlyArray<Change>): string | undefined => {
  const changed = new Set(changes.map(({ subject }) => subjectKey(subject)));
  const wanted = new Set<string>();
  for (const { index } of changes) {
    if (index.claim === null) continue;
    const holder = database.claims.get(index.claim);
    if (wanted.has(index.claim) || (holder !== undefined && !changed.has(holder))) return index.claim;
    wanted.add(index.claim);
  }
  return undefined;
};

const refusal = (
  database: Database,
  { changes, answer }: Commit,
): AnswerKept | VersionConflict | ClaimTaken | undefined => {
  if (answer !== undefined && database.answers.has(answerKey(answer.scope, answer.key))) {
    return new AnswerKept({ key: answer.key });
  }
  const conflicts = changes.filter(
    ({ subject, expected }) => (database.subjects.get(subjectKey(subject))?.stored.version ?? 0) !== expected,
  );
  if (conflicts.length > 0) {
    return new VersionConflict({ subjects: conflicts.map(({ subject }) => subject) });
  }
  const claim = claimTaken(database, changes);
  return claim === undefined ? undefined : new ClaimTaken({ claim });
};

export const enqueue = (
  database: Database,
  subject: string,
  at: number,
  tasks: ReadonlyArray<WantedTask>,
): void => {
  for (const { key, task } of tasks) {
    if (database.tasks.has(key)) continue;
    const row = { key, subject, task: written(task), attempts: 0, status: "Waiting", dueAt: at } as const;
    database.tasks.set(key, {
      ...row,
      lease: undefined,
      lastError: undefined,
      dropped: undefined,
      number: database.tasks.size,
    });
  }
};

const post = (database: Database, order: string, journal: ReadonlyArray<JournalLine>): void => {
  for (const { version, account, amount } of journal) {
    database.postings.push({ order, version, account, amount });
  }
};

const write = (database: Database, change: Change): void => {
  const { subject, events, catalogue } = change;
  const key = subjectKey(subject);
  const before = database.subjects.get(key);
  if (before?.index.claim != null) database.claims.delete(before.index.claim);
  database.subjects.set(key, {
    stored: { subject, version: change.expected + events.length, state: written(change.state) },
    index: change.index,
    due: change.due,
    setbacks: 0,
    number: before?.number ?? database.subjects.size + 1,
  });
  for (const event of written(events)) {
    database.events.push({ position: database.events.length + 1, ...event });
  }
  enqueue(database, subject.id, events.at(-1)?.at ?? 0, change.tasks);
  post(database, subject.id, change.journal);
  if (catalogue === null) database.catalogue.delete(subject.id);
  else if (catalogue !== undefined) database.catalogue.set(subject.id, written(catalogue));
};

/** Writes a commit, or says why nothing was written. A repeated key counts before anything else (R56). */
export const commit = (
  database: Database,
  wanted: Commit,
): AnswerKept | VersionConflict | ClaimTaken | undefined => {
  const mistake = mistakeIn(wanted);
  if (mistake !== undefined) throw new Error(mistake);
  const refused = refusal(database, wanted);
  if (refused !== undefined) return refused;
  for (const change of wanted.changes) write(database, change);
  for (const { subject, index } of wanted.changes) {
    if (index.claim !== null) database.claims.set(index.claim, subjectKey(subject));
  }
  const { answer } = wanted;
  if (answer !== undefined) database.answers.set(answerKey(answer.scope, answer.key), written(answer));
  return undefined;
};
