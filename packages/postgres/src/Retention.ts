import type { PgClient } from "@effect/sql-pg";
import { type Instant, now, type StoreUnavailable } from "@resale/core";
import { Context, Duration, Effect, Layer } from "effect";
import type { SqlError } from "effect/sql";
import { orUnavailable } from "./failure.ts";
import { Writes } from "./Sql.ts";

/** How long is kept what nobody needs for ever. */
export interface RetentionPolicy {
  /** Tasks, after they were done or dropped. 7 days, if not told. */
  readonly doneTasks?: Duration.Input;
  /** Answers, after they were given under an idempotency key (R56). 30 days, if not told. */
  readonly answers?: Duration.Input;
  /** How far a subscriber has come with a subject, after it heard all there was (R60). 30 days, if not told. */
  readonly deliveries?: Duration.Input;
}

/** How much was forgotten. */
export interface Forgotten {
  readonly tasks: number;
  readonly answers: number;
  readonly deliveries: number;
}

/** Rows of each kind in one page: a commit that needs a row of the page waits a few milliseconds at most. */
const PAGE = 1_000;

const forgetTasks = (sql: PgClient.PgClient, until: number, limit: number) => sql`
  with old as materialized (
    select key from resale.tasks where done_at <= ${until}::float8::bigint
    order by done_at limit ${limit} for update skip locked
  )
  delete from resale.tasks t using old where t.key = old.key returning 1 as gone`;

const forgetAnswers = (sql: PgClient.PgClient, until: number, limit: number) => sql`
  with old as materialized (
    select scope, key from resale.answers where at <= ${until}::float8::bigint
    order by at limit ${limit} for update skip locked
  )
  delete from resale.answers a using old where a.scope = old.scope and a.key = old.key returning 1 as gone`;

const forgetDeliveries = (sql: PgClient.PgClient, until: number, limit: number) => sql`
  with old as materialized (
    select subscription, kind, id from resale.deliveries
    where due_at is null and (last ->> 'at')::float8 <= ${until}::float8
    order by (last ->> 'at')::float8 limit ${limit} for update skip locked
  )
  delete from resale.deliveries d using old
  where d.subscription = old.subscription and d.kind = old.kind and d.id = old.id returning 1 as gone`;

const make = Effect.fnUntraced(function* (policy: RetentionPolicy) {
  const writes = yield* Writes;
  const doneTasks = Duration.toMillis(policy.doneTasks ?? "7 days");
  const answers = Duration.toMillis(policy.answers ?? "30 days");
  const deliveries = Duration.toMillis(policy.deliveries ?? "30 days");
  const count = (rows: Effect.Effect<ReadonlyArray<unknown>, SqlError.SqlError>) =>
    Effect.map(orUnavailable(rows), ({ length }) => length);

  const forget = Effect.fn("Retention.forget")(function* ({
    now: moment,
    limit,
  }: {
    readonly now: Instant;
    readonly limit: number;
  }) {
    const forgotten: Forgotten = {
      tasks: yield* count(forgetTasks(writes, moment - doneTasks, limit)),
      answers: yield* count(forgetAnswers(writes, moment - answers, limit)),
      deliveries: yield* count(forgetDeliveries(writes, moment - deliveries, limit)),
    };
    return forgotten;
  });
  const page = Effect.flatMap(now, (moment) => forget({ now: moment, limit: PAGE }));
  const forgetAll = Effect.repeat(page, {
    while: (forgotten) => Object.values(forgotten).includes(PAGE),
  }).pipe(Effect.asVoid, Effect.withSpan("Retention.forgetAll"));
  return Retention.of({ forget, forgetAll });
});

/**
 * Removes what has served its time: tasks that were done or dropped, answers kept for repeated requests, and how far a
 * subscriber came with what it has heard to its end. Events and journal stay for ever, and so does every task that waits or is
 * parked, and all that somebody has still to hear (R53, R55, R60).
 */
export class Retention extends Context.Service<
  Retention,
  {
    /** Forgets up to `limit` of each kind, oldest first. Any number of workers may do so at once. */
    readonly forget: (request: {
      readonly now: Instant;
      readonly limit: number;
    }) => Effect.Effect<Forgotten, StoreUnavailable>;
    /** Forgets all that is old by the engine's clock, a page at a time. */
    readonly forgetAll: Effect.Effect<void, StoreUnavailable>;
  }
>()("@resale/postgres/Retention") {
  static readonly layer = (policy: RetentionPolicy = {}): Layer.Layer<Retention, never, Writes> =>
    Layer.effect(Retention, make(policy));
}
