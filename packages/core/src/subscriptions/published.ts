import { DateTime, type Schema } from "effect";
import type { CheckoutEvent } from "../checkout/CheckoutEvent.ts";
import type { DeskEvent } from "../desk/Desk.ts";
import type { StoredEvent } from "../lifecycle/Change.ts";
import type { SubjectRef } from "../lifecycle/Subject.ts";
import type { ListingEvent } from "../listing/ListingEvent.ts";
import type { MailboxEvent } from "../mail/Mailbox.ts";
import type { OrderEvent } from "../order/OrderEvent.ts";
import type { Include } from "./Subscription.ts";

/** The fields of each fact that are nobody's own. A new fact does not compile until somebody has decided. */
type PublicFields<Event extends { readonly _tag: string }> = {
  readonly [Tag in Event["_tag"]]: ReadonlyArray<
    Exclude<keyof Extract<Event, { readonly _tag: Tag }>, "_tag">
  >;
};

const ofListing: PublicFields<ListingEvent> = {
  Started: ["at"],
  OwnStockListed: ["terms", "at"],
  Edited: [],
  Submitted: ["flags", "reviewBy", "at"],
  ReviewFellDue: [],
  Approved: ["terms"],
  PriceChanged: ["asked", "terms"],
  PriceProposed: ["asked", "terms"],
  PriceAccepted: [],
  Denied: ["at"],
  ChangesRequested: ["at"],
  Withdrawn: ["at"],
  PhotosForgotten: [],
  Reserved: ["until"],
  Released: [],
  Sold: ["order", "at"],
  Closed: ["completed", "at"],
  MailSent: ["mail", "occurrence", "at"],
};

const ofOrder: PublicFields<OrderEvent> = {
  Placed: ["order", "listing", "item", "terms", "program", "promise", "at"],
  Paid: ["at"],
  PaymentFailed: ["at"],
  LabelBought: [],
  LabelFailed: ["definite"],
  LabelFellLate: [],
  LabelMailed: ["shipBy", "reminder", "at"],
  LabelRefunded: [],
  LabelRefundRefused: [],
  PickupAsked: ["date"],
  PickupBooked: [],
  PickupRefused: [],
  PickupCancelAsked: [],
  PickupCancelled: [],
  ShipReminderFellDue: [],
  ShipmentFellOverdue: ["cancelBy"],
  UpdateFellDue: ["next", "count"],
  ScansRecorded: [],
  Shipped: ["shippedAt", "stalled"],
  Moved: ["stalled"],
  TransitStalled: ["at"],
  WaitGranted: ["stalled"],
  Delivered: ["deliveredAt", "verifiedBy", "window", "closing", "at"],
  DeliveryUnverified: ["deliveredAt", "why", "at"],
  WindowClosing: [],
  Confirmed: ["at"],
  ConfirmedAutomatically: ["at"],
  DisputeOpened: ["decideBy"],
  DisputeFellDue: [],
  DisputeUpheld: ["returns", "at"],
  DisputeRejected: ["at"],
  Cancelled: ["at"],
  InterceptWanted: [],
  InterceptClosed: [],
  RefundFellDue: [],
  Refunded: ["at"],
  RefundFailed: ["definite"],
  RefundedByChargeback: [],
  PayoutFellDue: [],
  PayoutHeld: [],
  PayoutIssued: ["dropped", "at"],
  PayoutFailed: ["definite"],
  PayoutDropped: [],
  ChargebackOpened: [],
  ChargebackWon: [],
  ChargebackLost: [],
  ReturnLabelBought: [],
  ReturnLabelFailed: ["definite"],
  ReturnLabelMailed: ["deadline", "at"],
  ReturnClosed: ["how"],
  Rated: [],
  RatingModerated: ["publish"],
  RepeatAsked: ["what"],
  LinksRevoked: ["at"],
  LinkAsked: ["at"],
  MailSent: ["mail", "occurrence", "at"],
};

/** A guest's checkout belongs to whoever knows its key: nothing of it is public, and nobody is told of it. */
const ofCheckout: PublicFields<CheckoutEvent> = {
  Opened: [],
  PaymentStarted: [],
  PaymentDeclined: [],
  Placed: [],
  HoldEnded: [],
  Abandoned: [],
  PaymentCaptured: [],
  CaptureFailed: [],
  PaymentCameLate: [],
  LatePaymentCancelled: [],
  MailSent: [],
};

const ofDesk: PublicFields<DeskEvent> = { DeskOpened: ["next"], DigestFellDue: ["day", "next"] };

/** Its key is somebody's address: nothing of it is public, and nobody is told of it. */
const ofMailbox: PublicFields<MailboxEvent> = {
  MailRefused: [],
  RefusalCleared: [],
  OptionalDeclined: [],
  OptionalAccepted: [],
};

const publicFields: {
  readonly [Kind in SubjectRef["kind"]]: Readonly<Record<string, ReadonlyArray<string>>>;
} = { listing: ofListing, checkout: ofCheckout, order: ofOrder, desk: ofDesk, mailbox: ofMailbox };

type Json = Schema.Json;
const isList = (json: Json): json is ReadonlyArray<Json> => Array.isArray(json);
const entriesOf = (json: Json): ReadonlyArray<[string, Json]> =>
  json === null || typeof json !== "object" || isList(json) ? [] : Object.entries(json);

/** The name of a fact. */
export const tagOf = (event: Json): string => {
  const tag = entriesOf(event).find(([key]) => key === "_tag")?.[1];
  return typeof tag === "string" ? tag : "";
};

/** The same without means of payment: nobody outside reads a token, however trusted. */
const withoutTokens = (json: Json): Json => {
  if (json === null || typeof json !== "object") return json;
  if (isList(json)) return json.map(withoutTokens);
  const kept = entriesOf(json).filter(([key]) => key !== "token");
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutTokens(value)]));
};

/** What of a fact is told outside. Of a fact whose name is not known any more nothing is public but the name. */
export const publishedData = (kind: SubjectRef["kind"], event: Json, include: Include): Json => {
  if (include === "personal") {
    return Object.fromEntries(entriesOf(withoutTokens(event)).filter(([key]) => key !== "_tag"));
  }
  const fields = publicFields[kind];
  const tag = tagOf(event);
  const open = Object.hasOwn(fields, tag) ? (fields[tag] ?? []) : [];
  return Object.fromEntries(entriesOf(event).filter(([key]) => open.includes(key)));
};

/** A fact as subscribers are told of it (R60): `number` is its place in its subject, `position` in everything. */
export interface Published {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly number: number;
  readonly position: number;
  readonly subject: SubjectRef;
  readonly data: Json;
}

/** A stored event as subscribers are told of it: nothing that is personal, unless they are trusted with it (R60). */
export const published = (
  { subject, version, position, at, event }: StoredEvent,
  include: Include,
): Published => ({
  id: `${subject.kind}/${subject.id}/${version}`,
  type: `${subject.kind}.${tagOf(event)}`,
  timestamp: DateTime.formatIso(DateTime.makeUnsafe(at)),
  number: version,
  position,
  subject,
  data: publishedData(subject.kind, event, include),
});
