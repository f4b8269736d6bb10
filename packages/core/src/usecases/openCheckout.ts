import { Effect } from "effect";
import { system } from "../access/Actor.ts";
import type { Email } from "../address/Email.ts";
import type { PostalAddress } from "../address/PostalAddress.ts";
import type { Buyer } from "../checkout/Checkout.ts";
import type { Wanted } from "../checkout/CheckoutCommand.ts";
import { CheckoutId } from "../checkout/CheckoutId.ts";
import { checkoutView } from "../checkout/CheckoutView.ts";
import { checkoutMachine } from "../checkout/machine.ts";
import { cartRefusal } from "../checkout/opening.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { type ListingIn, titleOf } from "../listing/Listing.ts";
import type { ListingId } from "../listing/ListingId.ts";
import { listingMachine } from "../listing/machine.ts";
import { cents } from "../money/amounts.ts";
import { OrderId } from "../order/OrderId.ts";
import { Ids } from "../ports/Ids.ts";
import { Programs } from "../ports/Programs.ts";
import { addressRefusal } from "../program/region.ts";
import type { Caller } from "./Caller.ts";
import { execute } from "./execute.ts";
import { unborn } from "./Known.ts";
import { isLive, listingsOf, taxesOf, unavailability } from "./quoteCart.ts";
import { sellerOf } from "./submitListing.ts";
import type { Unit } from "./Unit.ts";

const wantedOf = Effect.fnUntraced(function* (
  listings: ReadonlyArray<ListingIn<"Live">>,
  shipTo: PostalAddress,
) {
  const ids = yield* Ids;
  const taxes = yield* taxesOf(listings, shipTo);
  return yield* Effect.forEach(listings, (listing) =>
    Effect.gen(function* () {
      const { id, seller, terms } = listing;
      const member = yield* sellerOf(listing);
      const wanted: Wanted = {
        listing: id,
        order: OrderId.make(yield* ids.next),
        title: titleOf(listing),
        seller,
        sellerEmail: member?.email ?? null,
        price: terms.price,
        charge: terms.charge,
        tax: taxes.get(id) ?? cents(0),
      };
      return wanted;
    }),
  );
});

/** A buyer who is signed in buys under that account; of a guest no more is known than an e-mail address (R26). */
const buyerOf = ({ actor }: Caller, { email, name }: { email: Email; name: string }): Buyer => ({
  member: actor._tag === "Member" ? actor.id : null,
  email,
  name,
});

/**
 * Holds every piece of the cart for the buyer, all or none, before any money moves (R21). A lost race is answered with
 * the names of what is gone; nothing is charged.
 */
export const openCheckout = Effect.fn("Buying.openCheckout")(function* (
  caller: Caller,
  cart: {
    readonly listings: ReadonlyArray<ListingId>;
    readonly email: Email;
    readonly name: string;
    readonly shipTo: PostalAddress;
  },
) {
  const { current } = yield* Programs;
  const { shipTo } = cart;
  const refusal = cartRefusal(current, cart.listings) ?? addressRefusal(current, "ShipTo", shipTo);
  if (refusal !== undefined) return yield* Effect.fail(refusal);
  const buyer = buyerOf(caller, cart);
  const found = yield* listingsOf(cart.listings);
  const live = found.map(({ listing }) => listing).filter(isLive);
  const wanted = yield* wantedOf(live, shipTo);
  const checkout = CheckoutId.make(yield* (yield* Ids).next);
  const known = [...found.map((one) => one.known), unborn("checkout", checkout)];
  const open = (work: Unit) =>
    Effect.gen(function* () {
      yield* work.prepare({ machine: listingMachine, ids: cart.listings });
      const now = yield* Effect.forEach(cart.listings, (id) => work.state(listingMachine, id));
      const gone = cart.listings.flatMap((id, index) => unavailability(id, now[index]) ?? []);
      if (gone.length > 0)
        return yield* Effect.fail<Rejection>({ _tag: "ListingsUnavailable", listings: gone });
      // What came back, or changed its price, since the tax was computed: the buyer is to see the new quote first.
      const changed = now.some(
        (listing, index) => !isLive(listing) || listing.terms.price !== wanted[index]?.price,
      );
      if (changed) return yield* Effect.fail<Rejection>({ _tag: "Busy", retryAfter: 0 });
      const command = { _tag: "Open", checkout, buyer, shipTo, wanted } as const;
      const opened = yield* work.apply(checkoutMachine, checkout, command, caller.actor);
      for (const id of cart.listings) {
        const reserve = { _tag: "Reserve", checkout, until: opened.until } as const;
        yield* work.apply(listingMachine, id, reserve, system);
      }
      return checkoutView(opened);
    });
  return yield* execute(caller, open, known);
});
