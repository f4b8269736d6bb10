import type { PgClient } from "@effect/sql-pg";
import {
  type Actor,
  History,
  instant,
  type RecordedEvent,
  type StoredEvent,
  type StoredPosting,
  type SubjectKind,
} from "@resale/core";
import { Effect, type Schema } from "effect";
import { positionOf } from "./commit/writeStatement.ts";
import { orUnavailable } from "./failure.ts";
import { restored, storable } from "./storable.ts";

interface EventRow {
  readonly position: number;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly version: number;
  readonly at: number;
  readonly actor: Actor;
  readonly cause: RecordedEvent["cause"];
  readonly event: Schema.Json;
}

interface PostingRow {
  readonly order_id: string;
  readonly version: number;
  readonly account: string;
  readonly amount: number;
}

const storedEvent = ({ position, kind, id, version, at, actor, cause, event }: EventRow): StoredEvent => ({
  position,
  subject: { kind, id: restored(id) },
  version,
  at: instant(at),
  actor,
  cause,
  event,
});

const storedPosting = ({ order_id, ...posting }: PostingRow): StoredPosting => ({
  order: restored(order_id),
  ...posting,
});

const COLUMNS = "position::float8 as position, kind, id, version, at::float8 as at, actor, cause, event";

/** All below belongs to transactions that have ended: nothing will ever be added there (R55). */
const HORIZON = positionOf("pg_snapshot_xmin(pg_current_snapshot())");

const LINES = "order_id, version, account, amount::float8 as amount";

export const makeHistory = (reads: PgClient.PgClient): History["Service"] => {
  const columns = reads.literal(COLUMNS);
  const lines = reads.literal(LINES);
  return History.of({
    of: Effect.fn("History.of")(({ kind, id }, after = 0) =>
      reads<EventRow>`
        select ${columns} from resale.events
        where kind = ${kind} and id = ${storable(id)} and version > ${after} order by version`.pipe(
        orUnavailable,
        Effect.map((rows) => rows.map(storedEvent)),
      ),
    ),
    all: Effect.fn("History.all")((after, limit) =>
      reads<EventRow>`
        select ${columns} from resale.events
        where position > ${after}::float8::bigint and position < ${reads.literal(HORIZON)}
        order by events.position limit ${limit}`.pipe(
        orUnavailable,
        Effect.map((rows) => rows.map(storedEvent)),
      ),
    ),
    last: reads<{ position: number }>`
      select coalesce(max(position), 0)::float8 as position from resale.events
      where position < ${reads.literal(HORIZON)}`.pipe(
      orUnavailable,
      Effect.map(([row]) => row?.position ?? 0),
      Effect.withSpan("History.last"),
    ),
    postingsOf: Effect.fn("History.postingsOf")((order) =>
      reads<PostingRow>`
        select ${lines} from resale.journal where order_id = ${storable(order)} order by version, line`.pipe(
        orUnavailable,
        Effect.map((rows) => rows.map(storedPosting)),
      ),
    ),
    postings: Effect.fn("History.postings")((afterOrder, orders) =>
      reads<PostingRow>`
        with recursive page (order_id, number) as (
          (select order_id, 1 from resale.journal
           where order_id > ${afterOrder === undefined ? "" : storable(afterOrder)} order by order_id limit 1)
          union all
          (select next.order_id, page.number + 1 from page, lateral (
             select j.order_id from resale.journal j where j.order_id > page.order_id order by j.order_id limit 1
           ) next where page.number < ${orders})
        )
        select ${lines} from resale.journal join page using (order_id) order by order_id, version, line`.pipe(
        orUnavailable,
        Effect.map((rows) => rows.map(storedPosting)),
      ),
    ),
    balances: reads<{ account: string; amount: number }>`
      select account, sum(amount)::float8 as amount from resale.journal group by account`.pipe(
      orUnavailable,
      Effect.map((rows) => new Map(rows.map(({ account, amount }) => [account, amount]))),
      Effect.withSpan("History.balances"),
    ),
  });
};
