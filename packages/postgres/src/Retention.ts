import type { PgClient } from "@effect/sql-pg";
import { Retention } from "@resale/core";
import { Effect } from "effect";
import type { SqlError } from "effect/sql";
import { orUnavailable } from "./failure.ts";

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

const count = (rows: Effect.Effect<ReadonlyArray<unknown>, SqlError.SqlError>) =>
  Effect.map(orUnavailable(rows), ({ length }) => length);

export const makeRetention = (sql: PgClient.PgClient): Retention["Service"] =>
  Retention.of({
    forget: Effect.fn("Retention.forget")(function* ({ until, limit }) {
      return {
        tasks: yield* count(forgetTasks(sql, until.tasks, limit)),
        answers: yield* count(forgetAnswers(sql, until.answers, limit)),
        deliveries: yield* count(forgetDeliveries(sql, until.deliveries, limit)),
      };
    }),
  });
