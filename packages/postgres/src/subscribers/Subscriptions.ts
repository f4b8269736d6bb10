import type { PgClient } from "@effect/sql-pg";
import {
  type Actor,
  type Disabled,
  type EventType,
  type Include,
  instant,
  type Subscription,
  type SubscriptionChange,
  type SubscriptionId,
  Subscriptions,
} from "@resale/core";
import { Effect, Option, Redacted } from "effect";
import { orUnavailable } from "../failure.ts";
import { restored, storable } from "../storable.ts";

interface SubscriptionRow {
  readonly id: SubscriptionId;
  readonly url: string;
  readonly events: ReadonlyArray<EventType>;
  readonly include: Include;
  readonly secret: string;
  readonly former_secret: string | null;
  readonly former_until: number | null;
  readonly version: number;
  readonly rotations: number;
  readonly position: number;
  readonly created_at: number;
  readonly created_by: Actor;
  readonly disabled: Disabled | null;
  readonly noticed: boolean;
}

const COLUMNS = `id, url, events, include, secret, former_secret, former_until::float8 as former_until, version, rotations,
  position::float8 as position, created_at::float8 as created_at, created_by, disabled, noticed`;

const subscriptionOf = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  url: restored(row.url),
  events: row.events,
  include: row.include,
  secret: Redacted.make(restored(row.secret)),
  former:
    row.former_secret === null || row.former_until === null
      ? undefined
      : { secret: Redacted.make(restored(row.former_secret)), until: instant(row.former_until) },
  version: row.version,
  rotations: row.rotations,
  position: row.position,
  createdAt: instant(row.created_at),
  createdBy: row.created_by,
  disabled: row.disabled ?? undefined,
  noticed: row.noticed,
});

const secretText = (secret: Redacted.Redacted<string> | undefined): string | null =>
  secret === undefined ? null : storable(Redacted.value(secret));

const add = (sql: PgClient.PgClient, one: Subscription) => sql`
  insert into resale.subscriptions (
    id, url, events, include, secret, former_secret, former_until, version, rotations, position, created_at,
    created_by, disabled, disabled_since, noticed
  ) values (
    ${one.id}, ${storable(one.url)}, ${JSON.stringify(one.events)}::json, ${one.include},
    ${secretText(one.secret)}, ${secretText(one.former?.secret)}, ${one.former?.until ?? null}::float8::bigint,
    ${one.version}, ${one.rotations}, ${one.position}::float8::bigint, ${one.createdAt}::float8::bigint,
    ${JSON.stringify(one.createdBy)}::json,
    ${one.disabled === undefined ? null : JSON.stringify(one.disabled)}::json,
    ${one.disabled?.since ?? null}::float8::bigint, ${one.noticed}
  )`;

/** Enabling sets going what waits, in the same statement; who is at something just now goes on with it. */
const enable = (sql: PgClient.PgClient, id: SubscriptionId, now: number) => sql`
  with enabled as (
    update resale.subscriptions set disabled = null, disabled_since = null, noticed = false where id = ${id} returning id
  ), going as (
    update resale.deliveries d set
      failures = 0, failing_since = null,
      lease = case when d.lease is not null and d.due_at > ${now}::float8::bigint then d.lease end,
      due_at = case when d.lease is not null and d.due_at > ${now}::float8::bigint then d.due_at
        else ${now}::float8::bigint end
    from enabled where d.subscription = enabled.id and d.due_at is not null
  )
  select 1 as done from enabled`;

const statementOf = (sql: PgClient.PgClient, id: SubscriptionId, change: SubscriptionChange) => {
  switch (change._tag) {
    case "RotateSecret":
      return sql`
        update resale.subscriptions set
          former_secret = secret, former_until = ${change.formerUntil}::float8::bigint,
          secret = ${secretText(change.secret)}, rotations = rotations + 1
        where id = ${id} and rotations = ${change.rotations} returning 1 as done`;
    case "Edit": {
      const { url, events, include, versions = null } = change;
      return sql`
        update resale.subscriptions set
          url = coalesce(${url === undefined ? null : storable(url)}::text, url),
          events = coalesce(${events === undefined ? null : JSON.stringify(events)}::json, events),
          include = coalesce(${include ?? null}::text, include),
          version = version + 1
        where id = ${id} and (${versions}::int[] is null or version = any(${versions}::int[])) returning 1 as done`;
    }
    case "Disable":
      return sql`
        update resale.subscriptions set
          disabled = ${JSON.stringify(change.disabled)}::json,
          disabled_since = ${change.disabled.since}::float8::bigint, noticed = false
        where id = ${id} and disabled is null returning 1 as done`;
    case "Enable":
      return enable(sql, id, change.now);
    case "Replay":
      return sql`
        update resale.subscriptions set position = least(position, ${change.position}::float8::bigint)
        where id = ${id} returning 1 as done`;
    case "Noticed":
      return sql`
        update resale.subscriptions set noticed = true
        where id = ${id} and disabled_since = ${change.since}::float8::bigint returning 1 as done`;
  }
};

/** Both at once: a delivery without its subscription would stay for ever. */
const remove = (sql: PgClient.PgClient, id: SubscriptionId) => sql`
  with forgotten as (delete from resale.deliveries where subscription = ${id})
  delete from resale.subscriptions where id = ${id} returning 1 as done`;

export const makeSubscriptions = (
  reads: PgClient.PgClient,
  writes: PgClient.PgClient,
): Subscriptions["Service"] => {
  const columns = reads.literal(COLUMNS);
  return Subscriptions.of({
    add: Effect.fn("Subscriptions.add")((one) => Effect.asVoid(orUnavailable(add(writes, one)))),
    get: Effect.fn("Subscriptions.get")((id) =>
      reads<SubscriptionRow>`select ${columns} from resale.subscriptions where id = ${id}`.pipe(
        orUnavailable,
        Effect.map(([row]) => Option.map(Option.fromUndefinedOr(row), subscriptionOf)),
      ),
    ),
    all: reads<SubscriptionRow>`
      select ${columns} from resale.subscriptions order by subscriptions.created_at, subscriptions.id`.pipe(
      orUnavailable,
      Effect.map((rows) => rows.map(subscriptionOf)),
      Effect.withSpan("Subscriptions.all"),
    ),
    change: Effect.fn("Subscriptions.change")((id, change) =>
      Effect.map(orUnavailable(statementOf(writes, id, change)), (rows) => rows.length > 0),
    ),
    remove: Effect.fn("Subscriptions.remove")((id) =>
      Effect.map(orUnavailable(remove(writes, id)), (rows) => rows.length > 0),
    ),
  });
};
