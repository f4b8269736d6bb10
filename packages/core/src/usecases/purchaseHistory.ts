import { Effect, Option, Schema } from "effect";
import type { Actor } from "../access/Actor.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { productRefusal } from "../listing/eligibility.ts";
import { ListingId } from "../listing/ListingId.ts";
import { listingMachine } from "../listing/machine.ts";
import { membershipRefusal, shipFromRefusal } from "../listing/submitting.ts";
import type { MemberId } from "../members/Member.ts";
import { Members } from "../ports/Members.ts";
import { Programs } from "../ports/Programs.ts";
import { Purchases } from "../ports/Purchases.ts";
import { Store } from "../ports/Store.ts";
import { type PurchaseLine, PurchaseLineId, type UnitId, unitsOf } from "../purchases/PurchaseLine.ts";
import { stateOf } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** One unit of a purchase: what the member may do with it, or why it can't be listed (R3–R6). */
export interface UnitView {
  readonly unit: UnitId;
  readonly line: PurchaseLine;
  readonly listing: ListingId | null;
  readonly refusal: Rejection | null;
}

/** Who is signed in with a loyalty account; everybody else has no purchase history. */
export const memberOf = (actor: Actor): Effect.Effect<MemberId, Rejection> =>
  actor._tag === "Member"
    ? Effect.succeed(actor.id)
    : Effect.fail({ _tag: "NotAllowed", command: "Sell", actor: actor._tag, allowed: ["Member"] });

/** Why a member may sell nothing at all just now, whatever they bought: said before they begin (R1, R18). */
const sellerRefusal = Effect.fnUntraced(function* (id: MemberId) {
  const members = yield* Members;
  const { current } = yield* Programs;
  const member = Option.getOrUndefined(yield* Effect.mapError(members.get(id), rejectionOf));
  const seller = { _tag: "Member", id, displayName: member?.displayName ?? "Member" } as const;
  return (
    membershipRefusal(current, seller, member?.membership ?? "None") ??
    shipFromRefusal(current, member?.address ?? null)
  );
});

/** The member's purchases, unit by unit, with what can be sold and why the rest cannot (R1–R6, R18). */
export const purchaseHistory = Effect.fn("Selling.purchaseHistory")(function* (actor: Actor) {
  const member = yield* memberOf(actor);
  const purchases = yield* Purchases;
  const store = yield* Store;
  const { current } = yield* Programs;
  const lines = yield* Effect.mapError(purchases.ofMember(member), rejectionOf);
  const found = yield* Effect.mapError(
    store.find({ kind: "listing", seller: member, limit: 1000 }),
    rejectionOf,
  );
  const ofSeller = yield* sellerRefusal(member);
  const listed = new Map<string, ListingId>();
  for (const stored of found) {
    const { claim } = listingMachine.index(stateOf(listingMachine, stored));
    if (claim !== null) listed.set(claim, ListingId.make(stored.subject.id));
  }
  return lines.flatMap((line): ReadonlyArray<UnitView> => {
    const refusal = productRefusal(current, line.product) ?? ofSeller ?? null;
    const units = unitsOf(line).map(({ id }): UnitView => {
      const listing = listed.get(`unit:${id}`) ?? null;
      return {
        unit: id,
        line,
        listing,
        refusal: listing === null ? refusal : { _tag: "UnitAlreadyListed", unit: id },
      };
    });
    const refunded = Array.from({ length: line.quantity - units.length }, (_, index): UnitView => {
      const unit = `${line.id}~${units.length + index + 1}` as UnitId;
      return { unit, line, listing: null, refusal: { _tag: "UnitRefunded", unit } };
    });
    return [...units, ...refunded];
  });
});

const isLineId = Schema.is(PurchaseLineId);

/** The line of a unit in the member's own history, as it is now, or null (R3, R4). */
export const ownPurchase = Effect.fnUntraced(function* (member: MemberId, unit: UnitId) {
  const purchases = yield* Purchases;
  const line = unit.slice(0, unit.lastIndexOf("~"));
  if (!isLineId(line)) return null;
  return Option.getOrNull(yield* Effect.mapError(purchases.line(member, line), rejectionOf));
});
