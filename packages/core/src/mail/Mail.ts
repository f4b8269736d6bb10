import { Schema } from "effect";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { Cents, Currency } from "../money/Money.ts";
import { PhotoId } from "../photos/Photo.ts";
import { TrackingNumber } from "../shipping/Scan.ts";

/** The thing a mail is about, as its reader knows it. */
export const Item = Schema.Struct({
  title: Schema.String,
  price: Cents,
  currency: Currency,
  photo: Schema.optionalKey(PhotoId),
});
export type Item = typeof Item.Type;

/** To whom a piece goes back after an upheld dispute. */
export const ReturnTo = Schema.Literals(["Seller", "Brand"]);
export type ReturnTo = typeof ReturnTo.Type;

/** A reason the brand gave: a code of the Program and its own words. */
export const Reason = Schema.Struct({ code: Schema.String, text: Schema.String });

const href = Schema.String;
const about = { recipient: Schema.String, item: Item } as const;
const ofOrder = { ...about, order: href } as const;

/**
 * Every mail of the engine, with all that it says: a template needs nothing else. Links (`order`, `manage`, `share`)
 * are absolute. No mail holds a gift card's code (R48), none tells the seller the buyer's address (R52).
 */
export const Mail = Schema.TaggedUnion({
  // To the seller
  SubmissionReceived: { ...about, manage: href, reviewBy: Deadline },
  ListingApproved: { ...about, payout: Cents, share: href },
  ListingDenied: { ...about, reason: Reason },
  ChangesAsked: {
    ...about,
    manage: href,
    changes: Schema.Array(Schema.Struct({ field: Schema.String, text: Schema.String })),
  },
  PriceChanged: { ...about, manage: href, asked: Cents, payout: Cents, consentNeeded: Schema.Boolean },
  ItemSold: {
    ...ofOrder,
    payout: Cents,
    tracking: TrackingNumber,
    qr: Schema.Boolean,
    /** As it will stand if the mail is accepted for sending today (R29). */
    shipBy: Deadline,
  },
  ShipReminder: { ...ofOrder, shipBy: Deadline },
  ShipmentOverdue: { ...ofOrder, shipBy: Deadline },
  SaleCancelled: {
    ...ofOrder,
    reason: Reason,
    /** Whether there was a label to ship with, and whether it was used; whether the buyer had paid: a card may not be charged. */
    labelled: Schema.Boolean,
    shipped: Schema.Boolean,
    paid: Schema.Boolean,
    mayListAgain: Schema.Boolean,
  },
  DisputeOpened: { ...ofOrder, kind: Schema.String, text: Schema.String, decideBy: Deadline },
  DisputeDecidedForSeller: {
    ...ofOrder,
    upheld: Schema.Boolean,
    text: Schema.String,
    payout: Cents,
    payoutHeld: Schema.Boolean,
    /** To whom the piece goes back, and by which parcel, once there is a label (R45); nothing, if it does not. */
    returns: Schema.optionalKey(
      Schema.Struct({ to: ReturnTo, tracking: Schema.optionalKey(TrackingNumber) }),
    ),
  },
  PayoutOnItsWay: { ...ofOrder, payout: Cents },
  SaleRated: { ...ofOrder, stars: Schema.Int, text: Schema.optionalKey(Schema.String) },
  // To the buyer
  Receipt: {
    recipient: Schema.String,
    currency: Currency,
    placedAt: Instant,
    shipTo: PostalAddress,
    lines: Schema.Array(
      Schema.Struct({ item: Item, charge: Cents, tax: Cents, total: Cents, promise: Deadline, order: href }),
    ),
    total: Cents,
  },
  ParcelShipped: {
    ...ofOrder,
    carrier: Schema.String,
    tracking: TrackingNumber,
    /** When it is likely to arrive: an estimate, never enforced (R33). */
    arrivesFrom: Instant,
    arrivesTo: Instant,
  },
  TransitUpdate: {
    ...ofOrder,
    stage: Schema.Literals(["AwaitingShipment", "InTransit", "DeliveryUnverified"]),
    lastScanAt: Schema.optionalKey(Instant),
    promise: Deadline,
  },
  /**
   * `rateable`: there is a seller to rate. The brand's own stock has none (R17). `payoutHeld`: the buyer's bank has the last
   * word, and the seller is not paid meanwhile (R50).
   */
  ParcelDelivered: { ...ofOrder, window: Deadline, rateable: Schema.Boolean, payoutHeld: Schema.Boolean },
  WindowClosing: { ...ofOrder, window: Deadline, rateable: Schema.Boolean },
  ConfirmedAutomatically: { ...ofOrder, rateable: Schema.Boolean, payoutHeld: Schema.Boolean },
  DisputeReceived: { ...ofOrder, decideBy: Deadline },
  DisputeDecidedForBuyer: {
    ...ofOrder,
    upheld: Schema.Boolean,
    text: Schema.String,
    refund: Cents,
    payoutHeld: Schema.Boolean,
  },
  RefundAndReturnLabel: {
    ...ofOrder,
    refund: Cents,
    tracking: TrackingNumber,
    qr: Schema.Boolean,
    returnBy: Deadline,
  },
  /** The refund is nothing where nothing was paid. */
  OrderCancelled: { ...ofOrder, reason: Reason, refund: Cents },
  /** A new link, for a guest who asked for one (R26). */
  GuestLink: { ...ofOrder, until: Deadline },
  // To the brand's operators
  OperatorDigest: {
    recipient: Schema.String,
    tasks: Schema.Array(
      Schema.Struct({
        task: Schema.String,
        subject: Schema.String,
        title: Schema.String,
        since: Instant,
        href,
      }),
    ),
  },
});
export type Mail = typeof Mail.Type;
/** The mails, by name. */
export type MailTag = Mail["_tag"];
