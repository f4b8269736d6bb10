import { Schema } from "effect";
import { CivilDate, Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { Cents } from "../money/Money.ts";
import { CreditReference } from "../ports/StoreCredit.ts";
import { Label } from "../shipping/Label.ts";

const label = { label: Label } as const;
const failed = { reason: Schema.String } as const;

/** Counts what a provider has definitely refused: the next try needs a key of its own, a lost answer the same one. */
const tried = { refusals: Schema.Int } as const;

/** The label the seller ships with: its failure is shown and repeated, and never blocks the order (R28, R39). */
export const LabelSide = Schema.TaggedUnion({
  /** Not before the payment is captured. */
  NotYet: {},
  Wanted: tried,
  Failed: { ...failed, ...tried },
  Bought: label,
  Mailed: { ...label, mailedAt: Instant, to: Schema.String },
  RefundWanted: label,
  Refunded: label,
  RefundRefused: { ...label, ...failed },
  NeverBought: {},
});
export type LabelSide = typeof LabelSide.Type;

/** A carrier's pickup at the seller's door (R34). */
export const PickupSide = Schema.TaggedUnion({
  None: {},
  Wanted: { date: CivilDate },
  Booked: { date: CivilDate, confirmation: Schema.String },
  Refused: { date: CivilDate, ...failed },
  CancelWanted: { date: CivilDate, confirmation: Schema.String },
  Cancelled: {},
});
export type PickupSide = typeof PickupSide.Type;

const amount = { amount: Cents } as const;

/** The store credit of the seller: pending, issued or failed (R48), or held by a chargeback (R50). */
export const PayoutSide = Schema.TaggedUnion({
  NotYet: {},
  /** The brand's own stock pays nobody (R17). */
  Never: {},
  Held: { ...amount, ...tried },
  Pending: { ...amount, ...tried },
  Failed: { ...amount, ...failed, ...tried },
  Issued: { ...amount, reference: CreditReference, at: Instant, to: Schema.String },
  /** Dropped by an operator after a lost chargeback. */
  Dropped: amount,
});
export type PayoutSide = typeof PayoutSide.Type;

/** What the buyer gets back. */
export const RefundSide = Schema.TaggedUnion({
  None: {},
  Wanted: { ...amount, ...tried },
  Failed: { ...amount, ...failed, ...tried },
  Done: { ...amount, at: Instant },
  /** The card's bank gave it back already (R50). */
  ByChargeback: amount,
});
export type RefundSide = typeof RefundSide.Type;

/** The way back of a piece after an upheld dispute (R45). */
export const ReturnSide = Schema.TaggedUnion({
  None: {},
  Wanted: tried,
  Failed: { ...failed, ...tried },
  Bought: label,
  Mailed: { ...label, deadline: Deadline },
  Closed: { how: Schema.Literals(["Received", "TimeOut", "NotNeeded"]) },
});
export type ReturnSide = typeof ReturnSide.Type;

/** What the buyer thought of the sale; it counts once it is published (R42). */
export const Rating = Schema.Struct({
  stars: Schema.Int,
  text: Schema.NullOr(Schema.String),
  at: Instant,
  status: Schema.Literals(["Waiting", "Published", "Hidden"]),
});
export type Rating = typeof Rating.Type;

/**
 * The links by which a guest follows the order (R26): how often all links were revoked, how often a new one was asked
 * for, and when last.
 */
export const GuestLinks = Schema.Struct({
  generation: Schema.Int,
  asked: Schema.Int,
  askedAt: Schema.NullOr(Instant),
});
export type GuestLinks = typeof GuestLinks.Type;

/** A payment dispute at the card provider (R50). */
export const Chargeback = Schema.Literals(["Open", "Won", "Lost"]);
export type Chargeback = typeof Chargeback.Type;
