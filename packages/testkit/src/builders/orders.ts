import {
  type Buyer,
  cents,
  DAY,
  HOUR,
  type Instant,
  type Label,
  type LabelReference,
  MINUTE,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderTimer,
  orderMachine,
  type PostalAddress,
  type Program,
  preLoved,
  type Scan,
  type ScanStatus,
  type Seller,
  system,
  type TrackingNumber,
  type Zip,
} from "@resale/core";
import { aSeller } from "./checkouts.ts";
import { checkoutId, listingId, orderId } from "./listings.ts";
import { aBuyer, anAddress, asBuyer, asCarrier, asSupport } from "./people.ts";
import { freshId } from "./pieces.ts";
import { beginning, type Story } from "./Story.ts";

/** An order with all that has happened to it. */
export type OrderStory = Story<Order, OrderCommand, OrderEvent, OrderTimer>;

/** What may be told of an order; all else is made up. */
export interface OrderWith {
  readonly id?: string;
  readonly program?: Program;
  readonly now?: Instant;
  readonly listing?: string;
  readonly checkout?: string;
  readonly price?: number;
  readonly charge?: number;
  readonly tax?: number;
  readonly seller?: Seller;
  readonly buyer?: Buyer;
  readonly shipTo?: PostalAddress;
  readonly shipFrom?: PostalAddress;
}

/** The number of every parcel here, unless its label has another. */
export const TRACKING = "9400100000000000000001" as TrackingNumber;

/** The command by which a paid checkout makes an order. */
export const placeCommand = (id: string, given: OrderWith = {}): OrderCommand => {
  const { currency } = given.program ?? preLoved;
  const price = cents(given.price ?? 100_00);
  return {
    _tag: "Place",
    order: orderId(id),
    checkout: checkoutId(given.checkout ?? freshId()),
    listing: listingId(given.listing ?? freshId()),
    item: { title: "Jet Set Medium Tote", price, currency },
    seller: given.seller ?? aSeller(),
    buyer: given.buyer ?? aBuyer(),
    shipTo: given.shipTo ?? anAddress({ name: "Grace Hopper", region: "CA", zip: "94105" }),
    shipFrom: given.shipFrom ?? anAddress(),
    terms: { price, charge: cents(given.charge ?? 9_95), tax: cents(given.tax ?? 8_88), currency },
  };
};

/** Nothing yet, but what is needed to begin. */
export const anOrderToBe = ({ id = freshId(), ...given }: OrderWith = {}): OrderStory =>
  beginning(orderMachine, id, given);

/** Sold, and not yet paid: the card is held. */
export const aPlacedOrder = (given: OrderWith = {}): OrderStory => {
  const story = anOrderToBe(given);
  return story.give(system, placeCommand(story.id, given));
};

/** The money is ours to hold, the label is wanted. */
export const aPaidOrder = (given: OrderWith = {}): OrderStory =>
  aPlacedOrder(given).give(system, { _tag: "RecordPaid" }, MINUTE);

/** A label as a carrier sells it (R28). */
export const aLabel = (boughtAt: Instant, tracking: string = TRACKING): Label => ({
  reference: `label-${tracking}` as LabelReference,
  carrier: "USPS",
  tracking: tracking as TrackingNumber,
  boughtAt,
  qr: true,
});

/** The label was bought, its mail not yet accepted. */
export const aLabelledOrder = (given: OrderWith = {}): OrderStory => {
  const paid = aPaidOrder(given);
  return paid.give(system, { _tag: "RecordLabel", label: aLabel(paid.now) });
};

/** A mail was accepted for sending: from the label mail the seller's time runs (R29). */
export const mailCommand = (mail: string, to = "ada@example.com"): OrderCommand => ({
  _tag: "RecordMail",
  mail,
  occurrence: 1,
  to,
});

/** The label mail is with the seller. */
export const anOrderAwaitingShipment = (given: OrderWith = {}): OrderStory =>
  aLabelledOrder(given).give(system, mailCommand("ItemSold"), MINUTE);

/** The seller's time has passed. */
export const anOverdueOrder = (given: OrderWith = {}): OrderStory => {
  const awaiting = anOrderAwaitingShipment(given);
  const { shipBy } = awaiting.state;
  if (shipBy === null) throw new Error("no deadline");
  return awaiting.at(shipBy.at);
};

/** A carrier's word at a moment, at a ZIP code if one is given. */
export const aScan = (status: ScanStatus, moment: Instant, zip?: string): Scan => ({
  at: moment,
  status,
  ...(zip === undefined ? {} : { zip: zip as Zip }),
});

/** The carrier tells of scans. */
export const scansCommand = (...scans: ReadonlyArray<Scan>): OrderCommand => ({
  _tag: "RecordScans",
  tracking: TRACKING,
  scans,
});

/** The carrier scans it a while later, and tells at once. */
export const scanned = (story: OrderStory, status: ScanStatus, later = 0, zip?: string): OrderStory =>
  story.give(asCarrier, scansCommand(aScan(status, (story.now + later) as Instant, zip)), later);

/** The carrier has accepted it (R32). */
export const anOrderInTransit = (given: OrderWith = {}): OrderStory =>
  scanned(anOrderAwaitingShipment(given), "Accepted", DAY);

/** No scan for too long (R36). */
export const aStalledOrder = (given: OrderWith = {}): OrderStory => {
  const moving = anOrderInTransit(given);
  if (moving.state._tag !== "InTransit") throw new Error("not in transit");
  return moving.at(moving.state.stalled.at);
};

/** Delivered; the buyer's window runs (R40). */
export const aDeliveredOrder = (given: OrderWith = {}): OrderStory => {
  const moving = anOrderInTransit(given);
  return scanned(moving, "Delivered", 2 * DAY, moving.state.shipTo.zip);
};

/** It was delivered, but nobody saw it accepted (R38). */
export const anUnverifiedOrder = (given: OrderWith = {}): OrderStory =>
  scanned(anOrderAwaitingShipment(given), "Delivered", DAY, "94105");

const buyer = (story: OrderStory) =>
  story.state.buyer.member === null ? ({ _tag: "Guest", order: story.state.id } as const) : asBuyer;

/** The buyer is content; the payout is due. */
export const aConfirmedOrder = (given: OrderWith = {}): OrderStory => {
  const delivered = aDeliveredOrder(given);
  return delivered.give(buyer(delivered), { _tag: "Confirm" }, HOUR);
};

/** The window has passed in silence (R43). */
export const anOrderConfirmedBySilence = (given: OrderWith = {}): OrderStory => {
  const delivered = aDeliveredOrder(given);
  if (delivered.state._tag !== "Delivered") throw new Error("not delivered");
  return delivered.at(delivered.state.window.at);
};

/** A dispute of a kind, in words and without photos. */
export const disputeCommand = (kind = "NotAsDescribed"): OrderCommand => ({
  _tag: "OpenDispute",
  kind,
  text: "The lining is torn, and no photo shows it.",
  photos: [],
});

/** The buyer disputes; nothing is decided yet. */
export const aDisputedOrder = (given: OrderWith & { readonly kind?: string } = {}): OrderStory => {
  const delivered = aDeliveredOrder(given);
  return delivered.give(buyer(delivered), disputeCommand(given.kind), HOUR);
};

/** The brand has decided for the buyer (R45). */
export const anUpheldDispute = (given: OrderWith & { readonly kind?: string } = {}): OrderStory =>
  aDisputedOrder(given).give(
    asSupport,
    { _tag: "DecideDispute", upheld: true, text: "You are right." },
    HOUR,
  );

/** The brand has decided for the seller (R45). */
export const aRejectedDispute = (given: OrderWith & { readonly kind?: string } = {}): OrderStory =>
  aDisputedOrder(given).give(
    asSupport,
    { _tag: "DecideDispute", upheld: false, text: "It was shown." },
    HOUR,
  );

/** The brand undoes a sale, for a reason by its code. */
export const cancelCommand = (code = "SellerCannotShip"): OrderCommand => ({
  _tag: "Cancel",
  reason: { code, text: "The seller has fallen ill." },
});

/** Undone before it was sent; the refund is due (R51). */
export const aCancelledOrder = (given: OrderWith = {}): OrderStory =>
  anOrderAwaitingShipment(given).give(asSupport, cancelCommand(), HOUR);
