import type { PgClient } from "@effect/sql-pg";
import { CivilDate, type Figure, type FigureName, Figures } from "@resale/core";
import { Effect } from "effect";
import { orUnavailable } from "./failure.ts";
import { restored, storable } from "./storable.ts";

interface FigureRow extends Omit<Figure, "day" | "figure"> {
  readonly day: string;
  readonly figure: FigureName;
}

type Counted = Parameters<Figures["Service"]["record"]>[0];

/** One statement moves the position on and adds what lies between, or does neither. */
const record = (sql: PgClient.PgClient, { from, to, figures }: Counted) => sql`
  with moved as (
    update resale.figures_position set position = ${to}::float8::bigint
    where position = ${from}::float8::bigint returning 1
  ), added as (
    insert into resale.figures as f (day, figure, grade, band, own_stock, count, cents, took)
    select a.* from moved, unnest(
      ${figures.map(({ day }) => day)}::text[],
      ${figures.map(({ figure }) => figure)}::text[],
      ${figures.map(({ grade }) => storable(grade))}::text[],
      ${figures.map(({ band }) => band)}::float8[]::bigint[],
      ${figures.map(({ ownStock }) => ownStock)}::boolean[],
      ${figures.map(({ count }) => count)}::float8[]::bigint[],
      ${figures.map(({ cents }) => cents)}::float8[]::bigint[],
      ${figures.map(({ took }) => took)}::float8[]::bigint[]
    ) a
    on conflict (day, figure, grade, band, own_stock) do update set
      count = f.count + excluded.count, cents = f.cents + excluded.cents, took = f.took + excluded.took
  )
  select 1 as done from moved`;

export const makeFigures = (reads: PgClient.PgClient, writes: PgClient.PgClient): Figures["Service"] =>
  Figures.of({
    position: writes<{ position: number }>`
      select position::float8 as position from resale.figures_position`.pipe(
      orUnavailable,
      Effect.map(([row]) => row?.position ?? 0),
      Effect.withSpan("Figures.position"),
    ),
    record: Effect.fn("Figures.record")((counted) =>
      Effect.map(orUnavailable(record(writes, counted)), (rows) => rows.length > 0),
    ),
    read: Effect.fn("Figures.read")(({ from, to }) =>
      reads<FigureRow>`
        select day, figure, grade, band::float8 as band, own_stock as "ownStock", count::float8 as count,
          cents::float8 as cents, took::float8 as took
        from resale.figures where day between ${from} and ${to}
        order by figures.day, figures.figure, figures.grade, figures.band, figures.own_stock`.pipe(
        orUnavailable,
        Effect.map((rows) =>
          rows.map((row) => ({ ...row, day: CivilDate.make(row.day), grade: restored(row.grade) })),
        ),
      ),
    ),
  });
