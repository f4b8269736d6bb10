import { Schema } from "effect";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { SubjectKind } from "./Subject.ts";

/** A field at fault, by its path, and what is to be done about it. */
export const FieldFault = Schema.Struct({ field: Schema.String, problem: Schema.String });
export type FieldFault = typeof FieldFault.Type;

/** Why a listing of a cart can't be bought now. */
export const Unavailable = Schema.Struct({
  listing: Schema.String,
  title: Schema.String,
  why: Schema.Literals(["Sold", "Reserved", "Gone"]),
});
export type Unavailable = typeof Unavailable.Type;

/** Every way in which the engine says no. Nothing has changed when one is given. */
export const Rejection = Schema.TaggedUnion({
  // Of any command
  NotFound: {
    subject: Schema.Literals([...SubjectKind.literals, "subscription", "photo"]),
    id: Schema.String,
  },
  NotAllowed: { command: Schema.String, actor: Schema.String, allowed: Schema.Array(Schema.String) },
  WrongState: { command: Schema.String, state: Schema.String, openIn: Schema.Array(Schema.String) },
  /** Whoever asked has seen another version than the one that stands now. */
  VersionChanged: {
    subject: Schema.Literals([...SubjectKind.literals, "subscription"]),
    seen: Schema.Array(Schema.Int),
    current: Schema.Int,
  },
  Invalid: { faults: Schema.Array(FieldFault) },
  // Listing
  MembershipRequired: { loyalty: Schema.String, membership: Schema.String },
  NotInPurchaseHistory: { unit: Schema.String },
  UnitRefunded: { unit: Schema.String },
  UnitAlreadyListed: { unit: Schema.String },
  CategoryNotTaken: { category: Schema.String, taken: Schema.Array(Schema.String) },
  OtherBrand: { product: Schema.String, brand: Schema.String },
  CollectionNotTaken: { collection: Schema.String },
  RegionRefused: {
    direction: Schema.Literals(["ShipTo", "ShipFrom"]),
    code: Schema.String,
    name: Schema.String,
  },
  RevisionChanged: { reviewed: Schema.Int, current: Schema.Int },
  // Buying
  OwnListing: { listing: Schema.String, title: Schema.String },
  ListingsUnavailable: { listings: Schema.Array(Unavailable) },
  HoldEnded: { at: Instant },
  TenderRefused: { tender: Schema.String, taken: Schema.Array(Schema.String) },
  CardDeclined: { reason: Schema.String },
  PaymentUnderWay: { retryAfter: Schema.Int },
  // Orders
  DeadlineNotPassed: { deadline: Deadline },
  AlreadyShipped: { at: Instant },
  NoSellerToRate: {},
  /** The buyer has an account: there is no link of a guest (R26). */
  NoGuest: {},
  /** A guest's link that is none, has expired, or was revoked: which of them is not told (R26). */
  LinkNotValid: {},
  PayoutFinal: { payout: Schema.String },
  AlreadyDone: { what: Schema.String },
  NothingToRepeat: { what: Schema.String, state: Schema.String },
  // Providers and the store
  Unreachable: { what: Schema.String, retryAfter: Schema.Int },
  Refused: { what: Schema.String, reason: Schema.String },
  Busy: { retryAfter: Schema.Int },
  KeyReused: { key: Schema.String },
});
export type Rejection = typeof Rejection.Type;
export type RejectionTag = Rejection["_tag"];

/** A rejection for fields at fault. */
export const invalid = (...faults: ReadonlyArray<FieldFault>): Rejection => ({ _tag: "Invalid", faults });
