import {
  type Actor,
  approveListing,
  CheckoutId,
  comeToRest,
  commandListing,
  type Email,
  ListingId,
  type Member,
  OrderId,
  openCheckout,
  type PaymentToken,
  type PostalAddress,
  payCheckout,
  receiveScans,
  type Scan,
  type ScanStatus,
  startListing,
  submitListing,
  TrackingNumber,
  viewOrder,
} from "@resale/core";
import { Effect } from "effect";
import { aMember, anAddress, asReviewer, asSupport } from "../builders/people.ts";
import { aPurchase, someDetails, unitOf } from "../builders/pieces.ts";
import { MemoryMembers } from "../memory/MemoryMembers.ts";
import { MemoryPurchases } from "../memory/MemoryPurchases.ts";

const visitor: Actor = { _tag: "Visitor" };

/** The account of a member, signed in. */
export const signedIn = ({ id, email }: Member): Actor => ({ _tag: "Member", id, email });

/** A member puts a piece up for sale, and a reviewer approves it. */
export const listPiece = Effect.fnUntraced(function* (
  given: { readonly price?: number; readonly seller?: Member } = {},
) {
  const key = crypto.randomUUID().slice(0, 8);
  const seller = given.seller ?? aMember({ id: `seller-${key}`, email: `${key}@members.example` as Email });
  const purchase = aPurchase();
  (yield* MemoryMembers).upsert(seller);
  (yield* MemoryPurchases).upsert(seller.id, purchase);
  const actor = signedIn(seller);
  const started = yield* startListing({ actor }, unitOf(purchase));
  const listing = ListingId.make(started.id);
  const details = someDetails({ price: given.price ?? 100_00 });
  yield* commandListing({ actor }, listing, { _tag: "Edit", details });
  yield* submitListing({ actor }, listing);
  const checked = ["Photos", "Wear", "Grade", "Authenticity"];
  yield* approveListing({ actor: asReviewer }, listing, { revision: 2, checked });
  return { listing, seller, actor };
});

/** A guest holds pieces in a checkout, and does not pay yet. */
export const holdPieces = Effect.fnUntraced(function* (
  listings: ReadonlyArray<ListingId>,
  given: { readonly email?: Email; readonly shipTo?: PostalAddress; readonly actor?: Actor } = {},
) {
  const email = given.email ?? (`${crypto.randomUUID().slice(0, 8)}@buyers.example` as Email);
  const shipTo = given.shipTo ?? anAddress({ name: "Grace Hopper", zip: "10001", city: "New York" });
  const caller = { actor: given.actor ?? visitor };
  const checkout = yield* openCheckout(caller, { listings, email, name: "Grace Hopper", shipTo });
  return { checkout: CheckoutId.make(checkout.id), email, view: checkout };
});

/** A guest buys pieces; labels and mails are on their way when it is done. */
export const buyPieces = Effect.fnUntraced(function* (
  listings: ReadonlyArray<ListingId>,
  given: Parameters<typeof holdPieces>[1] & { readonly token?: string } = {},
) {
  const { checkout, email } = yield* holdPieces(listings, given);
  const payment = { tender: "Card", token: (given.token ?? "tok_visa") as PaymentToken };
  const paid = yield* payCheckout({ actor: given.actor ?? visitor }, checkout, payment);
  yield* comeToRest();
  const orders = paid.orders.map((order) => OrderId.make(order));
  const [order] = orders;
  if (order === undefined) return yield* Effect.die(new Error("a paid checkout without an order"));
  return { checkout, order, orders, email };
});

/** The carrier tells of the parcel of an order, by its webhook. */
export const scanParcel = Effect.fnUntraced(function* (
  order: OrderId,
  status: ScanStatus,
  at: Scan["at"],
  zip?: Scan["zip"],
) {
  const { order: view } = yield* viewOrder(asSupport, order);
  const scan: Scan = zip === undefined ? { at, status } : { at, status, zip };
  yield* receiveScans("Memory", TrackingNumber.make(view.tracking ?? "missing"), [scan]);
  yield* comeToRest();
});
