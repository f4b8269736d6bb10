import type { PgClient } from "@effect/sql-pg";
import type { ScoredSubject, StoredSubject, SubjectRef } from "@resale/core";
import { Effect, Exit, Option, Request, RequestResolver } from "effect";
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
  from unnest($1::text[], $2::text[], $3::int[], $4::text[]) wanted (kind, id, version, writer), lateral (
    select *, xmin from resale.subjects s where s.kind = wanted.kind and s.id = wanted.id limit 1
  ) s, lateral (
    select s.version = wanted.version and s.xmin::text = wanted.writer as same
  ) seen, lateral (
    select count(*)::int as ratings, coalesce(sum(o.stars), 0)::int as stars
    from resale.subjects o where o.seller = s.seller and o.stars is not null
  ) r`;

class Look extends Request.Class<
  { readonly key: string; readonly subject: SubjectRef },
  Option.Option<ScoredSubject>,
  SqlError.SqlError
> {}

/**
 * Looks at subjects that many look at and few change. The database is asked every time, in one statement for all who ask in
 * the same turn of the event loop; what was seen before and is still so, is not sent and not read once more.
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
  const look = Effect.fnUntraced(function* (wanted: ReadonlyMap<string, SubjectRef>) {
    const keys = [...wanted.keys()];
    const before = new Map(keys.map((key) => [key, seen.get(key)]));
    const subjects = [...wanted.values()];
    const rows = yield* reads.unsafe<ScoredRow>(statement, [
      subjects.map(({ kind }) => kind),
      subjects.map(({ id }) => storable(id)),
      keys.map((key) => before.get(key)?.stored.version ?? 0),
      keys.map((key) => before.get(key)?.writer ?? ""),
    ]);
    const found = new Map<string, ScoredSubject>();
    for (const row of rows) {
      const { same, writer, ratings, stars } = row;
      const fresh = storedSubject(row);
      const key = keyOf(fresh.subject);
      const stored = same ? (before.get(key)?.stored ?? fresh) : fresh;
      keep(key, { writer, stored });
      found.set(key, { stored, score: { ratings, stars } });
    }
    for (const key of keys) if (!found.has(key)) seen.delete(key);
    return found;
  });
  const resolver = RequestResolver.make<Look>((entries) =>
    Effect.map(look(new Map(entries.map(({ request: { key, subject } }) => [key, subject]))), (found) => {
      for (const entry of entries) {
        entry.completeUnsafe(Exit.succeed(Option.fromUndefinedOr(found.get(entry.request.key))));
      }
    }),
  );
  return (subject) => Effect.request(new Look({ key: keyOf(subject), subject }), resolver);
};

const keyOf = ({ kind, id }: SubjectRef): string => `${kind}/${id}`;
