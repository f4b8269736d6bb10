import type { PgClient } from "@effect/sql-pg";
import { type Change, instant, type StoredSubject, Timers } from "@resale/core";
import { Effect, Option } from "effect";
import type { SqlError } from "effect/sql";
import { drainPage } from "./drainPage.ts";
import { failureOf, orUnavailable } from "./failure.ts";

const MOST_TRIES = 5;

/** A page that another's work has undone is taken anew; one that a subject has spoilt is written subject by subject. */
const drain = (
  writes: PgClient.PgClient,
  request: {
    readonly now: number;
    readonly limit: number;
    readonly decide: (subject: StoredSubject) => Change;
  },
  careful = false,
  tries = 0,
): Effect.Effect<number, SqlError.SqlError> =>
  Effect.catch(drainPage(writes, request, careful), (error) => {
    const failure = failureOf(error);
    if (tries >= MOST_TRIES || failure === "Unavailable" || failure === "Unknown") return Effect.fail(error);
    return drain(writes, request, failure !== "Repeatable", tries + 1);
  });

export const makeTimers = (
  reads: PgClient.PgClient,
  writes: PgClient.PgClient,
  tellNews: () => void,
): Timers["Service"] =>
  Timers.of({
    drain: Effect.fn("Timers.drain")((request) =>
      Effect.tap(orUnavailable(drain(writes, request)), (fired) =>
        Effect.sync(() => {
          if (fired > 0) tellNews();
        }),
      ),
    ),
    next: reads<{ next: number | null }>`
      select min(due_at)::float8 as next from resale.subjects where due_at is not null`.pipe(
      orUnavailable,
      Effect.map(([row]) => Option.map(Option.fromNullishOr(row?.next), instant)),
      Effect.withSpan("Timers.next"),
    ),
  });
