import {
  type MemberId,
  ProviderUnavailable,
  PurchaseLine,
  Purchases,
  type StoreUnavailable,
} from "@resale/core";
import { Context, Effect, Layer, Option, Schema } from "effect";
import type { SqlError } from "effect/sql";
import { orUnavailable } from "./failure.ts";
import { Reads, Writes } from "./Sql.ts";
import { storable } from "./storable.ts";
import { type Counts, type Taken, type TakeOptions, takenOf } from "./Taken.ts";

/** A line, and whose history it is in. */
export interface Bought {
  readonly member: MemberId;
  readonly line: PurchaseLine;
}

interface KnownCounts extends Counts {
  /** Those of the batch who are members. */
  readonly members: ReadonlyArray<string> | null;
}

const decode = Schema.decodeUnknownSync(PurchaseLine);

const orProvider = <A, R>(effect: Effect.Effect<A, SqlError.SqlError, R>) =>
  Effect.mapError(
    orUnavailable(effect),
    ({ reason }: StoreUnavailable) => new ProviderUnavailable({ provider: "purchases", reason }),
  );

const make = Effect.gen(function* () {
  const reads = yield* Reads;
  const writes = yield* Writes;
  const port = Purchases.of({
    ofMember: Effect.fn("Purchases.ofMember")((member) =>
      Effect.map(
        orProvider(reads<{ line: unknown }>`
          select line from resale.purchase_lines where member = ${storable(member)}
          order by purchased_at desc, id`),
        (rows) => rows.map(({ line }) => decode(line)),
      ),
    ),
    line: Effect.fn("Purchases.line")((member, line) =>
      Effect.map(
        orProvider(reads<{ line: unknown }>`
          select line from resale.purchase_lines
          where member = ${storable(member)} and id = ${storable(line)}`),
        ([row]) => Option.map(Option.fromUndefinedOr(row), (found) => decode(found.line)),
      ),
    ),
  });
  const given = (bought: ReadonlyArray<Bought>) => writes`unnest(
      ${bought.map(({ member }) => storable(member))}::text[],
      ${bought.map(({ line }) => storable(line.id))}::text[],
      ${bought.map(({ line }) => BigInt(line.purchasedAt))}::bigint[],
      ${bought.map(({ line }) => JSON.stringify(line))}::text[]
    ) given (member, id, purchased_at, line)`;
  const upsertPurchases = Effect.fn("PostgresPurchases.upsertPurchases")(
    (member: MemberId, lines: ReadonlyArray<PurchaseLine>) => {
      const last = [...new Map(lines.map((line) => [line.id, line])).values()];
      return orProvider(writes`
        insert into resale.purchase_lines (member, id, purchased_at, line)
        select member, id, purchased_at, line::json from ${given(last.map((line) => ({ member, line })))}
        on conflict (member, id) do update set purchased_at = excluded.purchased_at, line = excluded.line`).pipe(
        Effect.asVoid,
      );
    },
  );
  const takePurchases = Effect.fn("PostgresPurchases.takePurchases")(
    (bought: ReadonlyArray<Bought>, { dryRun }: TakeOptions = {}) => {
      const last = [...new Map(bought.map((one) => [`${one.member} ${one.line.id}`, one])).values()];
      const differing = writes`
        with known as materialized (
          select given.*, l.id is null as added, l.id is null or l.line::text <> given.line as differs
          from ${given(last)}
          join resale.members m on m.id = given.member
          left join resale.purchase_lines l on l.member = given.member and l.id = given.id
        )`;
      const counts = writes`
        select count(*) filter (where differs and added) as added, count(*) filter (where differs) as differing,
          array_agg(distinct member) as members from known`;
      const rows = dryRun
        ? writes<KnownCounts>`${differing} ${counts}`
        : writes<KnownCounts>`${differing}, written as (
            insert into resale.purchase_lines (member, id, purchased_at, line)
            select member, id, purchased_at, line::json from known where differs
            on conflict (member, id) do update set purchased_at = excluded.purchased_at, line = excluded.line
          ) ${counts}`;
      return Effect.map(orProvider(rows), ([found]) => {
        const members = new Set(found?.members ?? []);
        const strangers = last.filter(({ member }) => !members.has(member));
        const taken = takenOf(found === undefined ? [] : [found], bought.length - strangers.length);
        return { ...taken, strangers };
      });
    },
  );
  return Context.add(Context.make(Purchases, port), PostgresPurchases, { upsertPurchases, takePurchases });
});

/** Purchase histories in a table, for a shop that has them nowhere else: the port, and how lines get in. */
export class PostgresPurchases extends Context.Service<
  PostgresPurchases,
  {
    readonly upsertPurchases: (
      member: MemberId,
      lines: ReadonlyArray<PurchaseLine>,
    ) => Effect.Effect<void, ProviderUnavailable>;
    /**
     * Takes lines of any members, all or none, and says what was changed. Those of members who are not in the table are
     * left out, and given back.
     */
    readonly takePurchases: (
      bought: ReadonlyArray<Bought>,
      options?: TakeOptions,
    ) => Effect.Effect<Taken & { readonly strangers: ReadonlyArray<Bought> }, ProviderUnavailable>;
  }
>()("@resale/postgres/PostgresPurchases") {
  static readonly layer: Layer.Layer<Purchases | PostgresPurchases, never, Reads | Writes> =
    Layer.effectContext(make);
}
