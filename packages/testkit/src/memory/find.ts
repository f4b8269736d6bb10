import type { Find, Score, StoredSubject } from "@resale/core";
import { type Database, type SubjectRow, subjectKey } from "./Database.ts";

const meets = (query: Find, { stored, index }: SubjectRow): boolean =>
  stored.subject.kind === query.kind &&
  (query.status === undefined || query.status.includes(index.status)) &&
  (query.seller === undefined || index.seller === query.seller) &&
  (query.buyer === undefined || index.buyer === query.buyer) &&
  (query.email === undefined || index.email === query.email) &&
  (query.tracking === undefined || index.tracking === query.tracking) &&
  (query.parent === undefined || index.parent === query.parent) &&
  (query.credit === undefined || index.credit === query.credit) &&
  (query.operatorTask === undefined ||
    (query.operatorTask === "*"
      ? index.operatorTasks.length > 0
      : index.operatorTasks.includes(query.operatorTask)));

/** Newest first; an unknown `after` is none. */
export const find = (database: Database, query: Find): ReadonlyArray<StoredSubject> => {
  const last =
    query.after === undefined
      ? undefined
      : database.subjects.get(subjectKey({ kind: query.kind, id: query.after }));
  return [...database.subjects.values()]
    .filter((row) => meets(query, row) && (last === undefined || row.number < last.number))
    .sort((one, other) => other.number - one.number)
    .slice(0, query.limit)
    .map(({ stored }) => stored);
};

/** Of the seller's own published ratings. */
export const score = (database: Database, seller: string | null): Score => {
  let ratings = 0;
  let stars = 0;
  for (const { index } of database.subjects.values()) {
    if (seller === null || index.seller !== seller || index.stars === null) continue;
    ratings += 1;
    stars += index.stars;
  }
  return { ratings, stars };
};
