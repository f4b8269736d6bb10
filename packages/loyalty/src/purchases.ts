import {
  type Currency,
  type MemberId,
  type ProviderUnavailable,
  type PurchaseLine,
  type PurchaseLineId,
  Purchases,
} from "@resale/core";
import { Cache, type Duration, Effect, Exit, Option } from "effect";
import { type Ask, unavailable } from "./asking.ts";
import { LinePage } from "./contract.ts";
import { lineOf, WireLine } from "./wire.ts";

/** Pages of one history: who has more lines is no member but a mistake. */
const MOST_PAGES = 100;

/** Histories that are remembered at a time. */
const CAPACITY = 10_000;

const newestFirst = (one: PurchaseLine, other: PurchaseLine): number =>
  other.purchasedAt - one.purchasedAt || (one.id < other.id ? -1 : 1);

const taken = (told: WireLine, currency: Currency) =>
  Effect.mapError(Effect.fromResult(lineOf(told, currency)), unavailable);

const historyOver = (ask: Ask, currency: Currency) =>
  Effect.fnUntraced(function* (member: MemberId) {
    const lines = new Map<PurchaseLineId, PurchaseLine>();
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const path = ["members", member, "purchases"];
      const found = yield* ask(LinePage, path, after === undefined ? {} : { after });
      if (Option.isNone(found)) return [];
      for (const told of found.value.lines) {
        const line = yield* taken(told, currency);
        if (line !== undefined) lines.set(line.id, line);
      }
      const next = found.value.next ?? undefined;
      if (next === undefined) return [...lines.values()].sort(newestFirst);
      if (next === after) break;
      after = next;
    }
    return yield* unavailable("a purchase history does not come to its end");
  });

/**
 * A history that was shown is remembered for a short while; one line of it, from which a listing is made (R3, R4), is always
 * asked for anew.
 */
export const purchasesOver = Effect.fnUntraced(function* (
  ask: Ask,
  currency: Currency,
  remember: Duration.Input,
) {
  const histories = yield* Cache.makeWith<MemberId, ReadonlyArray<PurchaseLine>, ProviderUnavailable>(
    historyOver(ask, currency),
    { capacity: CAPACITY, timeToLive: (exit) => (Exit.isSuccess(exit) ? remember : 0) },
  );
  return Purchases.of({
    ofMember: Effect.fn("LoyaltyService.ofMember")((member) => Cache.get(histories, member)),
    line: Effect.fn("LoyaltyService.line")(function* (member, id) {
      const found = yield* ask(WireLine, ["members", member, "purchases", id]);
      if (Option.isNone(found)) return Option.none();
      if (found.value.id !== id)
        return yield* unavailable("it answers with another line than it was asked for");
      return Option.fromUndefinedOr(yield* taken(found.value, currency));
    }),
  });
});
