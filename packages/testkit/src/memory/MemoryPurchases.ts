import {
  type MemberId,
  type ProviderUnavailable,
  type PurchaseLine,
  type PurchaseLineId,
  Purchases,
} from "@resale/core";
import { Context, Effect, Layer, Option } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";

type Errors = { readonly ofMember: ProviderUnavailable; readonly line: ProviderUnavailable };

const newestFirst = (one: PurchaseLine, other: PurchaseLine): number =>
  other.purchasedAt - one.purchasedAt || (one.id < other.id ? -1 : 1);

const make = () => {
  const lines = new Map<MemberId, Map<PurchaseLineId, PurchaseLine>>();
  const { failNext, call } = makeFaults<Errors>();
  const port = Purchases.of({
    ofMember: (member) =>
      call(
        "ofMember",
        Effect.sync(() => [...(lines.get(member)?.values() ?? [])].sort(newestFirst)),
      ),
    line: (member, line) =>
      call(
        "line",
        Effect.sync(() => Option.fromUndefinedOr(lines.get(member)?.get(line))),
      ),
  });
  const upsert = (member: MemberId, ...changed: ReadonlyArray<PurchaseLine>): void => {
    const own = lines.get(member) ?? new Map<PurchaseLineId, PurchaseLine>();
    for (const line of changed) own.set(line.id, line);
    lines.set(member, own);
  };
  return { port, control: { failNext, upsert } };
};

/** A purchase history in memory, which a test may change at any moment. */
export class MemoryPurchases extends Context.Service<
  MemoryPurchases,
  Faults<Errors> & {
    readonly upsert: (member: MemberId, ...lines: ReadonlyArray<PurchaseLine>) => void;
  }
>()("@resale/testkit/memory/MemoryPurchases") {
  static readonly layer: Layer.Layer<Purchases | MemoryPurchases> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(Purchases, port), MemoryPurchases, control);
    }),
  );
}
