import { civilDate } from "../calendar/civil.ts";
import type { Instant } from "../calendar/Instant.ts";
import { dayOfInstant } from "../calendar/localDays.ts";
import type { Listing } from "../listing/Listing.ts";
import type { ListingEvent } from "../listing/ListingEvent.ts";
import type { Order } from "../order/Order.ts";
import type { OrderEvent } from "../order/OrderEvent.ts";
import { bandOf, type Figure, type FigureName } from "./Figure.ts";

/** When it happened, and in which zone its day is told. */
export interface Happened {
  readonly at: Instant;
  readonly zone: string;
}

interface Counted {
  readonly figure: FigureName;
  readonly cents?: number;
  readonly took?: number;
  /** -1 for what was counted, and did not come true. */
  readonly count?: 1 | -1;
}

const figure = (
  listing: Listing,
  price: number,
  { at, zone }: Happened,
  { figure: name, cents = 0, took = 0, count = 1 }: Counted,
): Figure => ({
  day: civilDate(dayOfInstant(at, zone)),
  figure: name,
  grade: listing.details.grade ?? "",
  band: bandOf(price),
  ownStock: listing.origin._tag === "OwnStock",
  count,
  cents,
  took,
});

const priceOf = (listing: Listing): number =>
  "terms" in listing ? listing.terms.price : (listing.details.price ?? 0);

/** Facts of a listing that are counted. */
const ofListing: { readonly [Tag in ListingEvent["_tag"]]?: FigureName } = {
  Submitted: "Submitted",
  OwnStockListed: "Listed",
  Approved: "Listed",
  PriceChanged: "Listed",
  PriceAccepted: "Listed",
  Denied: "Denied",
  Sold: "Sold",
};

/** What a fact of a listing counts for; `listing` is the one after the fact. */
export const figuresOfListing = (
  event: ListingEvent,
  listing: Listing,
  happened: Happened,
): ReadonlyArray<Figure> => {
  const name = ofListing[event._tag];
  if (name === undefined) return [];
  const price = priceOf(listing);
  if (name === "Sold" && "terms" in listing) {
    const took = happened.at - listing.terms.approvedAt;
    return [figure(listing, price, happened, { figure: name, cents: price, took })];
  }
  return [figure(listing, price, happened, { figure: name, cents: name === "Listed" ? price : 0 })];
};

/** A sale for which the card could not be charged was none: it is taken back from the day on which it was counted (R27). */
const unsold = (order: Order, listing: Listing, zone: string): ReadonlyArray<Figure> => {
  const took = "terms" in listing ? order.placedAt - listing.terms.approvedAt : 0;
  const { price } = order.terms;
  const sold = { at: order.placedAt, zone };
  return [figure(listing, price, sold, { figure: "Sold", cents: -price, took: -took, count: -1 })];
};

/** Facts of an order that are counted, and the money in each. */
const ofOrder: {
  readonly [Tag in OrderEvent["_tag"]]?: readonly [FigureName, ((order: Order) => number)?];
} = {
  ShipmentFellOverdue: ["Overdue"],
  Cancelled: ["Cancelled"],
  DisputeOpened: ["Disputed"],
  DisputeUpheld: ["DisputeUpheld"],
  PayoutIssued: ["PaidOut", ({ terms }) => terms.payout],
  Refunded: ["Refunded", ({ terms }) => terms.total],
  RefundedByChargeback: ["Refunded", ({ terms }) => terms.total],
};

/** What a fact of an order counts for; `listing` is what was sold. */
export const figuresOfOrder = (
  event: OrderEvent,
  order: Order,
  listing: Listing,
  happened: Happened,
): ReadonlyArray<Figure> => {
  if (event._tag === "PaymentFailed") return unsold(order, listing, happened.zone);
  const [name, centsOf] = ofOrder[event._tag] ?? [];
  if (name === undefined) return [];
  const cents = centsOf === undefined ? 0 : centsOf(order);
  return [figure(listing, order.terms.price, happened, { figure: name, cents })];
};

/** Whether a fact is counted at all: of all others nothing need be read. */
export const isCounted = (kind: string, tag: string): boolean =>
  kind === "listing"
    ? Object.hasOwn(ofListing, tag)
    : kind === "order" && (tag === "PaymentFailed" || Object.hasOwn(ofOrder, tag));
