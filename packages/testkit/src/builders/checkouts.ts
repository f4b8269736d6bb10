import {
  type Buyer,
  type Checkout,
  type CheckoutCommand,
  type CheckoutEvent,
  type CheckoutTimer,
  cents,
  checkoutMachine,
  type Instant,
  MINUTE,
  type PaymentReference,
  type PaymentToken,
  type PostalAddress,
  type Program,
  type Seller,
  system,
  type Wanted,
} from "@resale/core";
import { checkoutId, listingId, orderId } from "./listings.ts";
import { aBuyer, anAddress, asBuyer, asVisitor, email, memberId } from "./people.ts";
import { freshId } from "./pieces.ts";
import { beginning, type Story } from "./Story.ts";

/** A checkout with all that has happened to it. */
export type CheckoutStory = Story<Checkout, CheckoutCommand, CheckoutEvent, CheckoutTimer>;

/** A member as a piece names its seller. */
export const aSeller = (id = "ada"): Seller => ({ _tag: "Member", id: memberId(id), displayName: "Ada L." });
/** The brand itself as the seller of own stock (R17). */
export const theBrand: Seller = { _tag: "Brand", name: "MK Supply" };

/** A live listing as the cart's use case finds it. */
export const aWantedPiece = (
  given: {
    readonly listing?: string;
    readonly order?: string;
    readonly title?: string;
    readonly seller?: Seller;
    readonly sellerEmail?: string | null;
    readonly price?: number;
    readonly charge?: number;
    readonly tax?: number;
  } = {},
): Wanted => ({
  listing: listingId(given.listing ?? freshId()),
  order: orderId(given.order ?? freshId()),
  title: given.title ?? "Jet Set Medium Tote",
  seller: given.seller ?? aSeller(),
  sellerEmail: given.sellerEmail === null ? null : email(given.sellerEmail ?? "ada@example.com"),
  price: cents(given.price ?? 100_00),
  charge: cents(given.charge ?? 9_95),
  tax: cents(given.tax ?? 8_88),
});

/** What may be told of a checkout; all else is made up. */
export interface CheckoutWith {
  readonly id?: string;
  readonly program?: Program;
  readonly now?: Instant;
  readonly buyer?: Buyer;
  readonly shipTo?: PostalAddress;
  readonly wanted?: ReadonlyArray<Wanted>;
}

/** Nothing yet, but what is needed to begin. */
export const aCheckoutToBe = ({ id = freshId(), ...given }: CheckoutWith = {}): CheckoutStory =>
  beginning(checkoutMachine, id, given);

/** The command by which a cart is held. */
export const openCommand = (id: string, given: CheckoutWith = {}): CheckoutCommand => ({
  _tag: "Open",
  checkout: checkoutId(id),
  buyer: given.buyer ?? aBuyer(),
  shipTo: given.shipTo ?? anAddress({ name: "Grace Hopper", region: "CA", zip: "94105" }),
  wanted: given.wanted ?? [aWantedPiece()],
});

/** Its pieces are held, and nothing is paid (R21). */
export const aHeldCheckout = (given: CheckoutWith = {}): CheckoutStory => {
  const story = aCheckoutToBe(given);
  return story.give(given.buyer?.member === null ? asVisitor : asBuyer, openCommand(story.id, given));
};

/** The buyer gives a card. */
export const payCommand: CheckoutCommand = { _tag: "Pay", tender: "Card", token: "tok_1" as PaymentToken };

/** The card is being asked. */
export const aPayingCheckout = (given: CheckoutWith = {}): CheckoutStory =>
  aHeldCheckout(given).give(given.buyer?.member === null ? asVisitor : asBuyer, payCommand, MINUTE);

/** The card provider holds the money of an attempt. */
export const authorisedCommand = (attempt = 1): CheckoutCommand => ({
  _tag: "RecordAuthorised",
  attempt,
  payment: "pi_1" as PaymentReference,
});

/** Its orders are placed (R24). */
export const aPlacedCheckout = (given: CheckoutWith = {}): CheckoutStory =>
  aPayingCheckout(given).give(system, authorisedCommand(), 1000);

/** Its hold has ended before anybody paid (R21). */
export const anExpiredCheckout = (given: CheckoutWith = {}): CheckoutStory =>
  aHeldCheckout(given).after(15 * MINUTE);

/** The hold ended while a try to pay was under way. */
export const anExpiredPayment = (given: CheckoutWith = {}): CheckoutStory =>
  aPayingCheckout(given).after(15 * MINUTE);

/** The buyer has let go. */
export const anAbandonedCheckout = (given: CheckoutWith = {}): CheckoutStory =>
  aHeldCheckout(given).give(asBuyer, { _tag: "Abandon" }, MINUTE);
