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
  const upsertPurchases = Effect.fn("PostgresPurchases.upsertPurchases")(
    (member: MemberId, lines: ReadonlyArray<PurchaseLine>) => {
      const last = [...new Map(lines.map((line) => [line.id, line])).values()];
      return orProvider(writes`
        insert into resale.purchase_lines (member, id, purchased_at, line)
        select ${storable(member)}::text, id, purchased_at, line::json from unnest(
          ${last.map(({ id }) => storable(id))}::text[],
          ${last.map(({ purchasedAt }) => BigInt(purchasedAt))}::bigint[],
          ${last.map((line) => JSON.stringify(line))}::text[]
        ) upserted (id, purchased_at, line)
        on conflict (member, id) do update set purchased_at = excluded.purchased_at, line = excluded.line`).pipe(
        Effect.asVoid,
      );
    },
  );
  return Context.add(Context.make(Purchases, port), PostgresPurchases, { upsertPurchases });
});

/** Purchase histories in a table, for a shop that has them nowhere else: the port, and how lines get in. */
export class PostgresPurchases extends Context.Service<
  PostgresPurchases,
  {
    readonly upsertPurchases: (
      member: MemberId,
      lines: ReadonlyArray<PurchaseLine>,
    ) => Effect.Effect<void, ProviderUnavailable>;
  }
>()("@resale/postgres/PostgresPurchases") {
  static readonly layer: Layer.Layer<Purchases | PostgresPurchases, never, Reads | Writes> =
    Layer.effectContext(make);
}
