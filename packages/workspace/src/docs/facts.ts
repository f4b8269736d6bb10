import type { CheckoutEvent, DeskEvent, ListingEvent, MailboxEvent, OrderEvent } from "@resale/core";

/** What each fact says, for whoever hears of it. A new fact does not compile until it is told here. */
type Told<Event extends { readonly _tag: string }> = { readonly [Tag in Event["_tag"]]: string };

const mailSent =
  "A mail was accepted for sending; `mail` names which, `occurrence` tells repeats apart (R2).";

export const ofListing: Told<ListingEvent> = {
  Started: "A member began a listing from a unit of their purchases (R3).",
  OwnStockListed: "The brand put a piece of its own up for sale (R17).",
  Edited: "Its details were changed.",
  Submitted: "It waits for a reviewer; `reviewBy` is when that is due (R13).",
  ReviewFellDue: "The reviewer's time has passed: an alert, no decision (R13).",
  Approved: "It is for sale under `terms`: price, charge, payout (R12, R46).",
  PriceChanged: "It was approved at another price than the seller asked for (R11).",
  PriceProposed: "Another price waits for the seller's consent (R11).",
  PriceAccepted: "The seller consented, and it is for sale (R11).",
  Denied: "It was denied, with a reason (R14).",
  ChangesRequested: "The reviewer asks for changes, each naming its field (R14).",
  Withdrawn: "The seller took it back.",
  Reserved: "A checkout holds it, at most until `until` (R21).",
  Released: "The hold was let go, and it is for sale again.",
  Sold: "It was sold, by `order` (R24).",
  PhotosForgotten: "Its photos are kept no longer: nothing shows them any more.",
  Closed: "Its order has ended; `completed` tells a sale from one undone (R51).",
  MailSent: mailSent,
};

export const ofCheckout: Told<CheckoutEvent> = {
  Opened: "The pieces of a cart are held, all of them, before any money moves (R21).",
  PaymentStarted: "A means of payment was given; its outcome is not known yet (R27).",
  PaymentDeclined: "The card was declined; the pieces are still held.",
  Placed: "The money is authorised, and the orders are made (R24).",
  HoldEnded: "The time of the hold has passed (R21).",
  Abandoned: "The buyer let go.",
  PaymentCaptured: "The money was taken.",
  CaptureFailed: "It could not be taken: the orders are undone.",
  PaymentCameLate: "A payment succeeded after the hold had ended (R21).",
  LatePaymentCancelled: "That payment was voided or given back.",
  MailSent: mailSent,
};

export const ofOrder: Told<OrderEvent> = {
  Placed: "A piece was bought; `terms` and `program` stay as they are now (R24, R57).",
  Paid: "Its money was taken.",
  PaymentFailed: "Its money could not be taken: it is undone (R27).",
  LabelBought: "The seller's prepaid label was bought (R28).",
  LabelFailed: "It could not be bought; `definite`: the carrier refused, and an operator is asked.",
  LabelFellLate: "The label is late: an alert (R29).",
  LabelMailed: "The label mail was accepted for sending: the seller's time runs until `shipBy` (R29).",
  LabelRefunded: "A label that was not used was refunded (R39).",
  LabelRefundRefused: "The carrier does not refund it.",
  PickupAsked: "The seller wants the parcel collected on `date` (R34).",
  PickupBooked: "The carrier will come.",
  PickupRefused: "The carrier will not.",
  PickupCancelAsked: "The pickup is not wanted any more.",
  PickupCancelled: "It was called off.",
  ShipReminderFellDue: "The seller is reminded to ship (R29).",
  ShipmentFellOverdue: "The seller's time has passed: the brand may cancel (R31).",
  UpdateFellDue: "The buyer is told how the order stands (R35).",
  ScansRecorded: "The carrier told of scans (R37).",
  Shipped: "The carrier's first acceptance scan (R32).",
  Moved: "A scan moved the time after which the parcel counts as stalled (R36).",
  TransitStalled: "No scan for too long (R36).",
  WaitGranted: "An operator waits some more for a stalled parcel (R36).",
  Delivered: "It was delivered; the buyer has until `window` (R40).",
  DeliveryUnverified: "A delivery that can't be believed, and `why` (R38).",
  WindowClosing: "The buyer is reminded that the window closes (R40).",
  Confirmed: "The buyer is content (R42).",
  ConfirmedAutomatically: "The buyer was silent until the window closed (R43).",
  DisputeOpened: "The buyer disputes; the payout stops (R44).",
  DisputeFellDue: "The decision is late: an alert, no outcome (R45).",
  DisputeUpheld: "The buyer is right, and gets everything back; `returns`: the piece goes back (R45).",
  DisputeRejected: "The seller is right, and is paid (R45).",
  Cancelled: "It ended before delivery, with a reason (R31, R51).",
  InterceptWanted: "The carrier has a parcel whose order is cancelled (R39).",
  InterceptClosed: "An operator has dealt with it.",
  RefundFellDue: "The buyer is to be refunded in full.",
  Refunded: "The buyer was refunded.",
  RefundFailed: "The refund failed; `definite`: the bank refused.",
  RefundedByChargeback: "The bank has given the money back already: no refund of ours follows (R50).",
  PayoutFellDue: "The seller is to be paid.",
  PayoutHeld: "A payment dispute holds the payout (R50).",
  PayoutIssued: "The store credit was issued: that is final (R48, R49).",
  PayoutFailed: "It could not be issued; `definite`: the issuer refused.",
  PayoutDropped: "It will not be issued: the payment dispute was lost (R50).",
  ChargebackOpened: "The buyer disputes the payment with the bank (R50).",
  ChargebackWon: "The bank decided for the brand.",
  ChargebackLost: "The bank decided for the buyer.",
  ReturnLabelBought: "The buyer's prepaid return label was bought (R45).",
  ReturnLabelFailed: "It could not be bought.",
  ReturnLabelMailed: "The return label was mailed; it is waited for until `deadline` (R45).",
  ReturnClosed: "The return has ended, and `how`.",
  Rated: "The buyer rated the seller (R42).",
  RatingModerated: "The rating is published, or not (R42).",
  RepeatAsked: "Support set something going again that had been given up.",
  LinksRevoked: "No link that was made before holds any more (R26).",
  LinkAsked: "The guest asked for a new link (R26).",
  MailSent: mailSent,
};

export const ofDesk: Told<DeskEvent> = {
  DeskOpened: "The operators' desk was opened; `next` is its first digest.",
  DigestFellDue: "What waits was gathered into the digest of `day` (R13).",
};

export const ofMailbox: Told<MailboxEvent> = {
  MailRefused: "An address refused a mail for good.",
  RefusalCleared: "It takes mail after all.",
  OptionalDeclined: "Its reader wants no reminders and updates.",
  OptionalAccepted: "Its reader wants them again.",
};
