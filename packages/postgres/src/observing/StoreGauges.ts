import type { PgClient } from "@effect/sql-pg";
import { now, type StoreUnavailable } from "@resale/core";
import { Context, Effect, Layer, Metric } from "effect";
import { orUnavailable } from "../failure.ts";
import { Reads } from "../Sql.ts";

const everywhere = Context.empty();

interface Found {
  readonly name: string;
  readonly label: string | null;
  readonly value: number;
}

/** How long the sums of the journal stand before they are made again, in milliseconds: they read all of it. */
const SUMS_EVERY = 60_000;

/** The newest accounts of the waiting: each is one step through an index, however much waits. */
const ages = (sql: PgClient.PgClient, moment: number) => sql<Found>`
  with recursive step (kind) as (
    (select kind from resale.tasks where status = 'Waiting' order by kind limit 1)
    union all
    select (
      select t.kind from resale.tasks t where t.status = 'Waiting' and t.kind > step.kind order by t.kind limit 1
    ) from step where step.kind is not null
  ), lags as (
    select step.kind, greatest(0, ${moment}::float8 - first.due_at) / 1000 as seconds from step, lateral (
      select t.due_at from resale.tasks t where t.status = 'Waiting' and t.kind = step.kind order by t.due_at limit 1
    ) first
  )
  select 'resale_timer_lag_seconds' as name, null as label,
    coalesce(greatest(0, ${moment}::float8 - min(due_at)) / 1000, 0)::float8 as value
  from resale.subjects where due_at is not null
  union all select 'resale_task_lag_seconds', kind, seconds::float8 from lags
  union all select 'resale_inbox_lag_seconds', null,
    coalesce(max(seconds) filter (where kind like 'Receive%'), 0)::float8 from lags
  union all select 'resale_tasks_parked', kind, count(*)::float8
    from resale.tasks where status = 'Parked' group by kind
  union all select 'resale_photos_given_up', null, count(*)::float8 from resale.photos where doomed
  union all select 'resale_delivery_lag_seconds', s.id,
    coalesce(greatest(0, ${moment}::float8 - first.due_at) / 1000, 0)::float8
    from resale.subscriptions s, lateral (
      select d.due_at from resale.deliveries d
      where d.subscription = s.id and d.due_at is not null order by d.due_at limit 1
    ) first where s.disabled is null
  union all select 'resale_connections', coalesce(state, 'unknown'), count(*)::float8
    from pg_stat_activity where datname = current_database() and backend_type = 'client backend' group by state`;

const sums = (sql: PgClient.PgClient) => sql<Found>`
  select 'resale_journal_cents' as name, account as label, sum(amount)::float8 as value
  from resale.journal group by account`;

interface Gauge {
  readonly description: string;
  readonly label?: string;
}

const gauges: Readonly<Record<string, Gauge>> = {
  resale_timer_lag_seconds: { description: "How long the timer that waits longest is overdue." },
  resale_task_lag_seconds: { description: "How long the oldest waiting task is overdue.", label: "kind" },
  resale_inbox_lag_seconds: { description: "How long what providers told waits to be acted on." },
  resale_tasks_parked: { description: "Tasks given up, which wait for an operator.", label: "kind" },
  resale_photos_given_up: { description: "Photos that nothing shows, and that their store still holds." },
  resale_delivery_lag_seconds: {
    description: "How long a subscriber's next message is overdue.",
    label: "subscription",
  },
  resale_connections: { description: "Connections to the database, of all processes.", label: "state" },
  resale_journal_cents: { description: "What stands on each account of the journal.", label: "account" },
};

const make = Effect.map(Reads, (reads) => {
  const known = new Map<string, Metric.Gauge<number>>();
  let summed = Number.NEGATIVE_INFINITY;
  const show = (found: ReadonlyArray<Found>): ReadonlySet<string> => {
    const shown = new Set<string>();
    for (const { name, label, value } of found) {
      const { description = "", label: labelled } = gauges[name] ?? {};
      const key = `${name}\n${label}`;
      let gauge = known.get(key);
      if (gauge === undefined) {
        const attributes = labelled === undefined ? {} : { [labelled]: label ?? "" };
        gauge = Metric.gauge(name, { description, attributes });
        known.set(key, gauge);
      }
      gauge.updateUnsafe(value, everywhere);
      shown.add(key);
    }
    return shown;
  };
  const look = Effect.gen(function* () {
    const moment = yield* now;
    const shown = show(yield* ages(reads, moment));
    // What waited and does not any more waits no time.
    for (const [key, gauge] of known) {
      if (!shown.has(key) && !key.startsWith("resale_journal")) gauge.updateUnsafe(0, everywhere);
    }
    const real = performance.now();
    if (real - summed < SUMS_EVERY) return;
    show(yield* sums(reads));
    summed = real;
  });
  return StoreGauges.of({ look: Effect.withSpan(orUnavailable(look), "StoreGauges.look") });
});

/** How the store stands, as metrics: what is overdue, what was given up, what money is on its way. */
export class StoreGauges extends Context.Service<
  StoreGauges,
  {
    /** Looks, and sets the gauges. Sums of the journal are a minute old at most. */
    readonly look: Effect.Effect<void, StoreUnavailable>;
  }
>()("@resale/postgres/StoreGauges") {
  static readonly layer: Layer.Layer<StoreGauges, never, Reads> = Layer.effect(StoreGauges, make);
}
