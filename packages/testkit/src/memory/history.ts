import type { StoredEvent, StoredPosting, SubjectRef } from "@resale/core";
import { type Database, subjectKey } from "./Database.ts";

const byOrder = (one: StoredPosting, other: StoredPosting): number =>
  one.order === other.order ? one.version - other.version : one.order < other.order ? -1 : 1;

export const eventsOf = (database: Database, subject: SubjectRef, after = 0): ReadonlyArray<StoredEvent> => {
  const key = subjectKey(subject);
  return database.events.filter((event) => subjectKey(event.subject) === key && event.version > after);
};

export const postingsOf = (database: Database, order: string): ReadonlyArray<StoredPosting> =>
  database.postings.filter((posting) => posting.order === order).sort(byOrder);

export const postings = (
  database: Database,
  afterOrder: string | undefined,
  orders: number,
): ReadonlyArray<StoredPosting> => {
  const page: Array<StoredPosting> = [];
  const seen = new Set<string>();
  for (const posting of [...database.postings].sort(byOrder)) {
    if (afterOrder !== undefined && posting.order <= afterOrder) continue;
    seen.add(posting.order);
    if (seen.size > orders) break;
    page.push(posting);
  }
  return page;
};

export const balances = (database: Database): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>();
  for (const { account, amount } of database.postings) {
    totals.set(account, (totals.get(account) ?? 0) + amount);
  }
  return totals;
};
