import { Schema } from "effect";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { Buyer } from "../checkout/Checkout.ts";
import { CheckoutId } from "../checkout/CheckoutId.ts";
import { Seller, StatedReason } from "../listing/Listing.ts";
import { ListingId } from "../listing/ListingId.ts";
import { Item } from "../mail/Mail.ts";
import { Cents, Currency } from "../money/Money.ts";
import { PhotoId } from "../photos/Photo.ts";
import { CarrierFacts, UnverifiedReason } from "./CarrierFacts.ts";
import { OrderId } from "./OrderId.ts";
import {
  Chargeback,
  GuestLinks,
  LabelSide,
  PayoutSide,
  PickupSide,
  Rating,
  RefundSide,
  ReturnSide,
} from "./sides.ts";

/** What the buyer was asked: the approved price, the frozen charge, the tax of the checkout (R12, R22). */
export const AskedTerms = Schema.Struct({ price: Cents, charge: Cents, tax: Cents, currency: Currency });
export type AskedTerms = typeof AskedTerms.Type;

/** What was sold for how much: fixed at the sale, `total` is what the buyer paid (R46). */
export const SaleTerms = Schema.Struct({ ...AskedTerms.fields, total: Cents, payout: Cents });
export type SaleTerms = typeof SaleTerms.Type;

/** A buyer's complaint, and what became of it (R44, R45). */
export const Dispute = Schema.Struct({
  kind: Schema.String,
  text: Schema.String,
  photos: Schema.Array(PhotoId),
  openedAt: Instant,
});
export type Dispute = typeof Dispute.Type;

/** The facts of a sale, as the checkout hands them over. */
export const sale = {
  checkout: CheckoutId,
  listing: ListingId,
  item: Item,
  seller: Seller,
  buyer: Buyer,
  shipTo: PostalAddress,
  shipFrom: PostalAddress,
} as const;

const base = {
  id: OrderId,
  ...sale,
  terms: SaleTerms,
  placedAt: Instant,
  /** The version of the Program under which it was sold (R57). */
  program: Schema.String,
  /** By when the buyer was promised that it ships: shown, and counted (R29). */
  promise: Deadline,
  /** From the label mail on, the seller's own deadline; kept beside the promise (R29). */
  shipBy: Schema.NullOr(Deadline),
  paid: Schema.Boolean,
  label: LabelSide,
  facts: CarrierFacts,
  pickup: PickupSide,
  payout: PayoutSide,
  refund: RefundSide,
  returning: ReturnSide,
  rating: Schema.NullOr(Rating),
  chargeback: Schema.NullOr(Chargeback),
  /** When the buyer next hears that it is still on its way, and how often that was (R35). */
  nextUpdate: Schema.Struct({ deadline: Deadline, count: Schema.Int }),
  /** Not there before a link was revoked or asked for: most orders never have it (R26). */
  guestLinks: Schema.optionalKey(GuestLinks),
} as const;

const shipped = {
  shippedAt: Instant,
  /** The time an operator gave a parcel that had stalled (R36). */
  granted: Schema.NullOr(Deadline),
} as const;

/** A buyer's window that runs: kept while a delivery is in doubt, so that a doubt of no length costs nothing. */
const window = { learnedAt: Instant, window: Deadline, closing: Schema.NullOr(Deadline) } as const;
const disputed = { dispute: Dispute } as const;
const decided = { ...disputed, text: Schema.String, decidedAt: Instant } as const;

/** An order's life: one type for each state. */
export const Order = Schema.TaggedUnion({
  /** Sold; the label is on its way to the seller. The alert is null once it was raised. */
  Placed: { ...base, labelLate: Schema.NullOr(Deadline) },
  AwaitingShipment: { ...base, reminder: Schema.NullOr(Deadline) },
  /** Late: the brand may cancel, the seller may still ship (R31). */
  ShipmentOverdue: { ...base, cancelBy: Schema.NullOr(Deadline) },
  InTransit: { ...base, ...shipped, stalled: Deadline },
  TransitStalled: { ...base, ...shipped, since: Instant },
  Delivered: {
    ...base,
    /** The carrier's own time; the window runs from when the engine learned of it (R40). */
    deliveredAt: Instant,
    verifiedBy: Schema.Literals(["Carrier", "Operator"]),
    ...window,
  },
  DeliveryUnverified: {
    ...base,
    deliveredAt: Instant,
    why: UnverifiedReason,
    since: Instant,
    /** The window that was running until then. */
    interrupted: Schema.NullOr(Schema.Struct(window)),
  },
  Confirmed: { ...base, confirmedAt: Instant },
  ConfirmedAutomatically: { ...base, confirmedAt: Instant },
  Disputed: { ...base, ...disputed, decideBy: Deadline, late: Schema.Boolean },
  DisputeUpheld: { ...base, ...decided },
  DisputeRejected: { ...base, ...decided },
  Cancelled: {
    ...base,
    reason: StatedReason,
    cancelledAt: Instant,
    /** It was shipped all the same: the parcel is to be called back (R39). */
    intercept: Schema.Literals(["None", "Wanted", "Closed"]),
  },
});
export type Order = typeof Order.Type;
export type OrderState = Order["_tag"];

/** An order in one of the named states. */
export type OrderIn<State extends OrderState> = Extract<Order, { readonly _tag: State }>;

/** What every order has, whatever its state. */
export type OrderBase = Omit<OrderIn<"Cancelled">, "_tag" | "reason" | "cancelledAt" | "intercept">;

/** The label's own facts, once it was bought. */
export const labelOf = (order: OrderBase) => ("label" in order.label ? order.label.label : undefined);

const underWay: { readonly [State in OrderState]: boolean } = {
  Placed: true,
  AwaitingShipment: true,
  ShipmentOverdue: true,
  InTransit: true,
  TransitStalled: true,
  DeliveryUnverified: true,
  Delivered: false,
  Confirmed: false,
  ConfirmedAutomatically: false,
  Disputed: false,
  DisputeUpheld: false,
  DisputeRejected: false,
  Cancelled: false,
};

/** Until when the buyer hears of it every few days: until it is received or refunded (R35). */
export const isUnderWay = ({ _tag }: Order): boolean => underWay[_tag];
