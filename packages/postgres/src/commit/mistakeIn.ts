import type { Commit, SubjectRef } from "@resale/core";
import { MOST_EVENTS } from "./writeStatement.ts";

export const eventsIn = (commit: Commit): number => {
  let count = 0;
  for (const { events } of commit.changes) count += events.length;
  return count;
};

export const subjectKey = ({ kind, id }: SubjectRef): string => `${kind}/${id}`;

/** What no decision makes: such a commit is a mistake of the caller's, and the database is not asked about it. */
export const mistakeIn = (commit: Commit): string | undefined => {
  const seen = new Set<string>();
  for (const { subject, expected, events } of commit.changes) {
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
  return eventsIn(commit) > MOST_EVENTS ? `a commit of more than ${MOST_EVENTS} events` : undefined;
};
