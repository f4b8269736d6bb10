import type { PgClient } from "@effect/sql-pg";
import {
  type Find,
  type KeptAnswer,
  Store,
  type StoredSubject,
  type SubjectKind,
  type SubjectRef,
} from "@resale/core";
import { Effect, Exit, Option, Request, RequestResolver, type Schema } from "effect";
import type { SqlError } from "effect/sql";
import type { CommitError } from "./commit/writeCommits.ts";
import { orUnavailable } from "./failure.ts";
import { findSubjects } from "./findSubjects.ts";
import { type SubjectRow, storedSubject } from "./SubjectRow.ts";
import { scoredOn } from "./scoredOn.ts";
import { restored, storable } from "./storable.ts";

/** Most readers want one subject: found by a statement whose plan is kept, which costs half of what a list does. */
const loadOne = Effect.fnUntraced(function* (reads: PgClient.PgClient, kind: SubjectKind, id: string) {
  const [row] = yield* reads<SubjectRow>`
    select kind, id, version, state from resale.subjects where kind = ${kind} and id = ${storable(id)} limit 1`;
  return Option.map(Option.fromUndefinedOr(row), storedSubject);
});

const load = Effect.fnUntraced(function* (reads: PgClient.PgClient, subjects: ReadonlyArray<SubjectRef>) {
  if (subjects.length === 0) return [];
  const [first] = subjects;
  if (first !== undefined && subjects.length === 1) return [yield* loadOne(reads, first.kind, first.id)];
  const kinds = subjects.map(({ kind }) => kind);
  const ids = subjects.map(({ id }) => storable(id));
  const rows = yield* reads<SubjectRow>`
    select s.kind, s.id, s.version, s.state
    from unnest(${kinds}::text[], ${ids}::text[]) wanted (kind, id), lateral (
      select * from resale.subjects s where s.kind = wanted.kind and s.id = wanted.id limit 1
    ) s`;
  const found = new Map(rows.map((row) => [`${row.kind}/${row.id}`, storedSubject(row)]));
  return kinds.map((kind, at) => Option.fromUndefinedOr(found.get(`${kind}/${ids[at]}`)));
});

class Load extends Request.Class<
  { readonly subjects: ReadonlyArray<SubjectRef> },
  ReadonlyArray<Option.Option<StoredSubject>>,
  SqlError.SqlError
> {}

/** One statement for all who ask in the same turn of the event loop. */
const loadTogether = (reads: PgClient.PgClient) =>
  RequestResolver.make<Load>((entries) => {
    const all = entries.flatMap(({ request: { subjects } }) => subjects);
    return Effect.map(load(reads, all), (found) => {
      let at = 0;
      for (const entry of entries) {
        const end = at + entry.request.subjects.length;
        entry.completeUnsafe(Exit.succeed(found.slice(at, end)));
        at = end;
      }
    });
  });

const answer = Effect.fnUntraced(function* (reads: PgClient.PgClient, scope: string, key: string) {
  const [row] = yield* reads<{ fingerprint: string; answer: Schema.Json; at: number }>`
    select fingerprint, answer, at::float8 as at from resale.answers
    where scope = ${storable(scope)} and key = ${storable(key)}`;
  if (row === undefined) return Option.none<KeptAnswer>();
  return Option.some<KeptAnswer>({ scope, key, ...row, fingerprint: restored(row.fingerprint) });
});

/** Seen in traces. Where it was called from would be looked up each time, which takes longer than a decision. */
const spanned = <A, E, R>(name: keyof Store["Service"], effect: Effect.Effect<A, E, R>) =>
  Effect.withSpan(effect, `Store.${name}`, { captureStackTrace: false });

export const makeStore = (
  reads: PgClient.PgClient,
  commit: (wanted: Parameters<Store["Service"]["commit"]>[0]) => Effect.Effect<void, CommitError>,
): Store["Service"] => {
  const scored = scoredOn(reads);
  const together = loadTogether(reads);
  return Store.of({
    load: (subjects) => spanned("load", orUnavailable(Effect.request(new Load({ subjects }), together))),
    commit: (wanted) => spanned("commit", commit(wanted)),
    find: (query: Find) =>
      spanned(
        "find",
        Effect.map(orUnavailable(findSubjects(reads, query)), (rows) => rows.map(storedSubject)),
      ),
    answer: (scope, key) => spanned("answer", orUnavailable(answer(reads, scope, key))),
    scored: (subject) => spanned("scored", orUnavailable(scored(subject))),
  });
};
