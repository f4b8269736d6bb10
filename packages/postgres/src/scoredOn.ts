import type { PgClient } from "@effect/sql-pg";
import type { ScoredSubject, StoredSubject, SubjectRef } from "@resale/core";
import { Effect, Option } from "effect";
import type { SqlError } from "effect/sql";
import { type SubjectRow, storedSubject } from "./SubjectRow.ts";
import { storable } from "./storable.ts";

/** So many states are kept, those longest not asked for forgotten: some kilobytes each. */
const MOST = 1000;

/** A state as it was found, and the transaction that had written it. */
interface Seen {
  readonly writer: string;
  readonly stored: StoredSubject;
}

interface ScoredRow extends SubjectRow {
  readonly writer: string;
  /** Whether the row is the one that was seen before: then it comes without its state. */
  readonly same: boolean;
  readonly ratings: number;
  readonly stars: number;
}

/** A row that is written anew, be it by hand, has another writer: the version alone may stay as it was. */
const statement = `
  select s.kind, s.id, s.version, s.xmin::text as writer, seen.same, r.ratings, r.stars,
    case when not seen.same then s.state end as state
  from resale.subjects s, lateral (
    select s.version = $3::int and s.xmin::text = $4::text as same
  ) seen, lateral (
    select count(*)::int as ratings, coalesce(sum(o.stars), 0)::int as stars
    from resale.subjects o where o.seller = s.seller and o.stars is not null
  ) r
  where s.kind = $1 and s.id = $2 limit 1`;

/**
 * Looks at subjects that many look at and few change. The database is asked every time; what was seen before and is still
 * so, is not sent and not read once more.
 */
export const scoredOn = (
  reads: PgClient.PgClient,
): ((subject: SubjectRef) => Effect.Effect<Option.Option<ScoredSubject>, SqlError.SqlError>) => {
  const seen = new Map<string, Seen>();
  const keep = (key: string, now: Seen): void => {
    seen.delete(key);
    seen.set(key, now);
    if (seen.size <= MOST) return;
    const [oldest] = seen.keys();
    if (oldest !== undefined) seen.delete(oldest);
  };
  return ({ kind, id }) =>
    Effect.suspend(() => {
      const key = `${kind}/${id}`;
      const before = seen.get(key);
      const known = [before?.stored.version ?? 0, before?.writer ?? ""];
      return Effect.map(
        reads.unsafe<ScoredRow>(statement, [kind, storable(id), ...known]),
        ([row]): Option.Option<ScoredSubject> => {
          if (row === undefined) {
            seen.delete(key);
            return Option.none();
          }
          const { same, writer, ratings, stars } = row;
          const stored = same && before !== undefined ? before.stored : storedSubject(row);
          keep(key, { writer, stored });
          return Option.some({ stored, score: { ratings, stars } });
        },
      );
    });
};
