import type { PgClient } from "@effect/sql-pg";
import { AnswerKept, ClaimTaken, type Commit, StoreUnavailable, VersionConflict } from "@resale/core";
import { Cause, Effect, Exit } from "effect";
import type { SqlError } from "effect/sql";
import { failureOf, unavailable } from "../failure.ts";
import { restored, storable } from "../storable.ts";
import { type Outcome, sendBatch } from "./sendBatch.ts";

export type CommitError = VersionConflict | ClaimTaken | AnswerKept | StoreUnavailable;
export type Written = Exit.Exit<void, CommitError>;

const MOST_TRIES = 8;

/** What each commit is told, from what the statement says of all. */
const tell = (commits: ReadonlyArray<Commit>, { conflicts, answered }: Outcome): ReadonlyArray<Written> => {
  const kept = new Set(answered);
  const stale = new Set(conflicts);
  let o = 0;
  return commits.map(({ changes, answer }, no) => {
    const subjects = changes.flatMap(({ subject }) => (stale.has(o++) ? [subject] : []));
    if (answer !== undefined && kept.has(no)) return Exit.fail(new AnswerKept({ key: answer.key }));
    return subjects.length > 0 ? Exit.fail(new VersionConflict({ subjects })) : Exit.void;
  });
};

/** Which of the claims a commit wants is another's; none, if it was given up meanwhile. */
const claimTaken = Effect.fnUntraced(function* (writes: PgClient.PgClient, { changes }: Commit) {
  const wanted = changes.flatMap(({ index }) => (index.claim === null ? [] : [storable(index.claim)]));
  const own = new Set(changes.map(({ subject }) => `${subject.kind}/${storable(subject.id)}`));
  const twice = wanted.find((claim, at) => wanted.indexOf(claim) !== at);
  if (twice !== undefined) return restored(twice);
  const rows = yield* writes<{ claim: string; kind: string; id: string }>`
    select claim, kind, id from resale.subjects where claim = any(${wanted}::text[])`;
  const held = rows.find(({ kind, id }) => !own.has(`${kind}/${id}`));
  return held === undefined ? undefined : restored(held.claim);
});

const jitter = (tries: number): number => Math.random() * 2 ** tries * 2;

/**
 * Writes commits, each whole or not at all, and tells each what became of it. What one of them violates fails the
 * statement for all: then each half is written for itself, until the one stands alone.
 */
export const writeCommits = (
  writes: PgClient.PgClient,
  commits: ReadonlyArray<Commit>,
  tries = 0,
): Effect.Effect<ReadonlyArray<Written>> => {
  const all = (exit: Written): ReadonlyArray<Written> => commits.map(() => exit);
  const again = Effect.suspend(() => writeCommits(writes, commits, tries + 1));
  const halves = Effect.suspend(() => {
    const middle = Math.ceil(commits.length / 2);
    return Effect.map(
      Effect.forEach([commits.slice(0, middle), commits.slice(middle)], (half) => writeCommits(writes, half)),
      (written) => written.flat(),
    );
  });

  const alone = (commit: Commit, error: SqlError.SqlError): Effect.Effect<ReadonlyArray<Written>> => {
    if (error.reason._tag !== "UniqueViolation" || error.reason.constraint !== "subjects_claim") return again;
    return claimTaken(writes, commit).pipe(
      Effect.flatMap((claim) =>
        claim === undefined ? again : Effect.succeed(all(Exit.fail(new ClaimTaken({ claim })))),
      ),
      Effect.catchTag("SqlError", () => again),
    );
  };

  const failed = (error: SqlError.SqlError | undefined): Effect.Effect<ReadonlyArray<Written>> => {
    const failure = error === undefined ? "Repeatable" : failureOf(error);
    const [first] = commits;
    if (failure === "Violated" || failure === "Refused") {
      if (commits.length > 1) return halves;
      if (failure === "Refused" || tries >= MOST_TRIES || first === undefined || error === undefined) {
        return Effect.succeed(all(Exit.failCause(Cause.die(error))));
      }
      return alone(first, error);
    }
    if (tries < MOST_TRIES) return Effect.delay(again, jitter(tries));
    const lost = new StoreUnavailable({ reason: "the connection was lost, again and again" });
    return Effect.succeed(all(Exit.fail(error === undefined ? lost : unavailable(error))));
  };

  return sendBatch(writes, commits).pipe(
    Effect.map((outcome) => tell(commits, outcome)),
    Effect.catchTags({
      NotWritten: ({ error }) => failed(error),
      StoreUnavailable: (error) => Effect.succeed(all(Exit.fail(error))),
    }),
    Effect.catchCause((cause) => Effect.succeed(all(Exit.failCause(cause)))),
  );
};
