import { Schema } from "effect";
import type { Role } from "../access/Role.ts";
import { Email } from "../address/Email.ts";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { CheckoutId } from "../checkout/CheckoutId.ts";
import { StatedReason } from "../listing/Listing.ts";
import { ListingId } from "../listing/ListingId.ts";
import { Item } from "../mail/Mail.ts";
import { MemberId } from "../members/Member.ts";
import { Cents, Currency } from "../money/Money.ts";
import { TrackingNumber } from "../shipping/Scan.ts";
import { CarrierFacts } from "./CarrierFacts.ts";
import { Dispute, labelOf, type Order } from "./Order.ts";
import { OrderId } from "./OrderId.ts";
import { operatorTasksOf } from "./operatorTasks.ts";
import { PickupSide, Rating } from "./sides.ts";

/** What the buyer paid, and where it goes. */
const BuyerPart = Schema.Struct({
  seller: Schema.String,
  shipTo: PostalAddress,
  charge: Cents,
  tax: Cents,
  total: Cents,
  refund: Schema.String,
  returnTracking: Schema.NullOr(TrackingNumber),
  returnBy: Schema.NullOr(Deadline),
});

/** What the seller gets, and must do: nothing of the buyer (R52). */
const SellerPart = Schema.Struct({
  payout: Cents,
  payoutState: Schema.String,
  label: Schema.String,
  qr: Schema.Boolean,
  shipBy: Schema.NullOr(Deadline),
  pickup: PickupSide,
  /** By which parcel the piece goes back, to the seller or to the brand (R45). */
  returnTracking: Schema.NullOr(TrackingNumber),
});

const DeskPart = Schema.Struct({
  checkout: CheckoutId,
  buyerEmail: Email,
  buyerMember: Schema.NullOr(MemberId),
  sellerMember: Schema.NullOr(MemberId),
  paid: Schema.Boolean,
  chargeback: Schema.NullOr(Schema.String),
  payoutTo: Schema.NullOr(Schema.String),
  label: Schema.String,
  labelRefund: Schema.Boolean,
  facts: CarrierFacts,
  why: Schema.NullOr(Schema.String),
  operatorTasks: Schema.Array(Schema.Struct({ task: Schema.String, since: Instant })),
  program: Schema.String,
});

/** An order as one reader may see it. */
export const OrderView = Schema.Struct({
  id: OrderId,
  listing: ListingId,
  state: Schema.String,
  item: Item,
  price: Cents,
  currency: Currency,
  placedAt: Instant,
  promise: Deadline,
  carrier: Schema.NullOr(Schema.String),
  tracking: Schema.NullOr(TrackingNumber),
  shippedAt: Schema.NullOr(Instant),
  /** The carrier's own time: still told once the order has come to its end. */
  deliveredAt: Schema.NullOr(Instant),
  /** When it was confirmed, decided or cancelled; nothing while it may still go on. */
  endedAt: Schema.NullOr(Instant),
  /** Until when the buyer may confirm or dispute (R40). */
  window: Schema.NullOr(Deadline),
  dispute: Schema.NullOr(Dispute),
  decideBy: Schema.NullOr(Deadline),
  decision: Schema.NullOr(Schema.String),
  cancelled: Schema.NullOr(StatedReason),
  rating: Schema.NullOr(Rating),
  buyer: Schema.NullOr(BuyerPart),
  seller: Schema.NullOr(SellerPart),
  desk: Schema.NullOr(DeskPart),
});
export type OrderView = typeof OrderView.Type;

const returnTrackingOf = (order: Order) =>
  "label" in order.returning ? order.returning.label.tracking : null;

const buyerPart = (order: Order): typeof BuyerPart.Type => ({
  seller: order.seller._tag === "Brand" ? order.seller.name : order.seller.displayName,
  shipTo: order.shipTo,
  charge: order.terms.charge,
  tax: order.terms.tax,
  total: order.terms.total,
  refund: order.refund._tag,
  returnTracking: returnTrackingOf(order),
  returnBy: order.returning._tag === "Mailed" ? order.returning.deadline : null,
});

const sellerPart = (order: Order): typeof SellerPart.Type => ({
  payout: order.terms.payout,
  payoutState: order.payout._tag,
  label: order.label._tag,
  qr: labelOf(order)?.qr ?? false,
  shipBy: order.shipBy,
  pickup: order.pickup,
  returnTracking: returnTrackingOf(order),
});

const deskPart = (order: Order): typeof DeskPart.Type => ({
  checkout: order.checkout,
  buyerEmail: order.buyer.email,
  buyerMember: order.buyer.member,
  sellerMember: order.seller._tag === "Member" ? order.seller.id : null,
  paid: order.paid,
  chargeback: order.chargeback,
  payoutTo: order.payout._tag === "Issued" ? order.payout.to : null,
  label: order.label._tag,
  labelRefund: order.label._tag === "RefundWanted" || order.label._tag === "Refunded",
  facts: order.facts,
  why: order._tag === "DeliveryUnverified" ? order.why : null,
  operatorTasks: operatorTasksOf(order),
  program: order.program,
});

/** What came of a delivery keeps its time among the carrier's facts; of what was cancelled none is told (R38). */
const deliveredAtOf = (order: Order): Instant | null => {
  if ("deliveredAt" in order) return order.deliveredAt;
  const { ending } = order.facts;
  const arrived = "confirmedAt" in order || "dispute" in order;
  return arrived && ending?.status === "Delivered" ? ending.at : null;
};

const endedAtOf = (order: Order): Instant | null => {
  if ("confirmedAt" in order) return order.confirmedAt;
  if ("decidedAt" in order) return order.decidedAt;
  return order._tag === "Cancelled" ? order.cancelledAt : null;
};

/** What the bank says of the buyer's card is not the seller's to read (R52). */
const cancelledFor = (order: Order, role: Role): StatedReason | null => {
  if (order._tag !== "Cancelled") return null;
  const { reason } = order;
  return role === "Seller" && reason.code === "PaymentFailed" ? { ...reason, text: "" } : reason;
};

/** Shows an order to one who has a part in it (R52). */
export const orderView = (order: Order, role: Role): OrderView => {
  const desk = role === "Support" || role === "Reviewer" || role === "System";
  const label = labelOf(order);
  return {
    id: order.id,
    listing: order.listing,
    state: order._tag,
    item: order.item,
    price: order.terms.price,
    currency: order.terms.currency,
    placedAt: order.placedAt,
    promise: order.promise,
    carrier: label?.carrier ?? null,
    tracking: label?.tracking ?? null,
    shippedAt: order.facts.accepted,
    deliveredAt: deliveredAtOf(order),
    endedAt: endedAtOf(order),
    window: order._tag === "Delivered" ? order.window : null,
    dispute: "dispute" in order ? order.dispute : null,
    decideBy: order._tag === "Disputed" ? order.decideBy : null,
    decision: "text" in order ? order.text : null,
    cancelled: cancelledFor(order, role),
    // A rating reaches the seller once it is published (R42).
    rating: role === "Seller" && order.rating?.status !== "Published" ? null : order.rating,
    buyer: desk || role === "Buyer" ? buyerPart(order) : null,
    seller: desk || role === "Seller" ? sellerPart(order) : null,
    desk: desk ? deskPart(order) : null,
  };
};
