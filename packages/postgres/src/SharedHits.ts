import type { PgClient } from "@effect/sql-pg";
import type { StoreUnavailable } from "@resale/core";
import { Context, Effect, Layer } from "effect";
import { orUnavailable } from "./failure.ts";
import { Writes } from "./Sql.ts";

/** Requests under one key within the window that ends at `until`, in milliseconds since the epoch. */
interface Hits {
  readonly key: string;
  readonly until: number;
  readonly hits: number;
}

/** Rows of windows that have ended, removed with each sharing: more than one sharing leaves behind. */
const PAGE = 2_000;

/** Keys are taken in order: processes that add to the same ones wait for each other, and never in a circle. */
const add = (sql: PgClient.PgClient, hits: ReadonlyArray<Hits>) => sql<Hits>`
  insert into resale.hits as h (key, until, hits)
  select key, until, hits from unnest(
    ${hits.map(({ key }) => key)}::text[], ${hits.map(({ until }) => until)}::float8[],
    ${hits.map(({ hits: count }) => count)}::float8[]
  ) fresh (key, until, hits)
  order by key collate "C", until
  on conflict (key, until) do update set hits = h.hits + excluded.hits
  returning key, until::float8 as until, hits::float8 as hits`;

const forget = (sql: PgClient.PgClient, now: number) => sql`
  delete from resale.hits where ctid = any(array(
    select ctid from resale.hits where until <= ${now}::float8::bigint limit ${PAGE} for update skip locked
  ))`;

/** Where processes add up the requests they have counted, so that a limit is one for all of them together. */
export class SharedHits extends Context.Service<
  SharedHits,
  {
    /** Adds, and answers the sums of all processes. `now` is the machine's own time. */
    readonly add: (
      hits: ReadonlyArray<Hits>,
      now: number,
    ) => Effect.Effect<ReadonlyArray<Hits>, StoreUnavailable>;
  }
>()("@resale/postgres/SharedHits") {
  static readonly layer: Layer.Layer<SharedHits, never, Writes> = Layer.effect(
    SharedHits,
    Effect.map(Writes, (writes) =>
      SharedHits.of({
        add: Effect.fn("SharedHits.add")((hits, now) =>
          orUnavailable(Effect.tap(add(writes, hits), () => forget(writes, now))),
        ),
      }),
    ),
  );
}
