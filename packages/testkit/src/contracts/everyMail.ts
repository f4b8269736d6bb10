import {
  businessDeadline,
  type Currency,
  cents,
  elapsedDeadline,
  type Item,
  instant,
  type Mail,
  PhotoId,
  PostalAddress,
  preLoved,
  TrackingNumber,
} from "@resale/core";
import { Schema } from "effect";

const now = instant(Date.parse("2026-11-20T15:42:31Z"));
const USD = preLoved.currency as Currency;
const hours = 3_600_000;

/** Whose pages the mails lead to. */
export const MAIL_SHOP = "https://shop.example";
const tracking = TrackingNumber.make("9400111899223197428490");
/** The photo that every mail with a picture shows. */
export const mailedPhoto = PhotoId.make("Ph0t0-of-a-tote-2026-11");

/** Where a buyer lives. No seller may read a word of it (R52). */
export const buyersAddress: PostalAddress = Schema.decodeUnknownSync(PostalAddress)({
  name: "Beatrix Quillfeather",
  line1: "4711 Marmalade Crescent",
  line2: "Apartment 93Z",
  city: "Walla Walla",
  region: "WA",
  zip: "99362",
  country: "US",
});

/**
 * One mail of each tag and of each of its variants, with the same words wherever people's own words may stand, unless the
 * reader's name and what somebody wrote are given by themselves.
 */
export const everyMail = (
  words: string,
  { recipient = words, text = words }: { readonly recipient?: string; readonly text?: string } = {},
): ReadonlyArray<Mail> => {
  const item: Item = { title: words, price: cents(123_450), currency: USD, photo: mailedPhoto };
  const about = { recipient, item };
  const ofOrder = { ...about, order: `${MAIL_SHOP}/orders/o-1?token=a1b2` };
  const manage = `${MAIL_SHOP}/selling/l-1`;
  const reason = { code: "Other", text };
  const shipBy = businessDeadline(preLoved.calendar, now, 3);
  const window = elapsedDeadline(now, 72 * hours);
  const payout = cents(98_760);
  const refund = cents(141_259);
  const dispute = { text, upheld: true, payoutHeld: false };
  return [
    { _tag: "SubmissionReceived", ...about, manage, reviewBy: shipBy },
    { _tag: "ListingApproved", ...about, payout, share: `${MAIL_SHOP}/p/tote-1` },
    { _tag: "ListingDenied", ...about, reason },
    { _tag: "ListingDenied", ...about, reason: { code: words, text: "" } },
    {
      _tag: "ChangesAsked",
      ...about,
      manage,
      changes: [
        { field: "Front", text },
        { field: words, text },
      ],
    },
    { _tag: "PriceChanged", ...about, manage, asked: cents(150_000), payout, consentNeeded: false },
    { _tag: "PriceChanged", ...about, manage, asked: cents(150_000), payout, consentNeeded: true },
    { _tag: "ItemSold", ...ofOrder, payout, tracking, qr: true, shipBy },
    { _tag: "ItemSold", ...ofOrder, payout, tracking, qr: false, shipBy },
    { _tag: "ItemSold", ...ofOrder, payout: cents(0), tracking, qr: true, shipBy },
    { _tag: "ShipReminder", ...ofOrder, shipBy },
    { _tag: "ShipmentOverdue", ...ofOrder, shipBy },
    {
      _tag: "SaleCancelled",
      ...ofOrder,
      reason,
      labelled: true,
      shipped: false,
      paid: true,
      mayListAgain: true,
    },
    {
      _tag: "SaleCancelled",
      ...ofOrder,
      reason: { code: "NeverArrived", text },
      labelled: true,
      shipped: true,
      paid: true,
      mayListAgain: true,
    },
    {
      _tag: "SaleCancelled",
      ...ofOrder,
      reason: { code: "PaymentFailed", text },
      labelled: false,
      shipped: false,
      paid: false,
      mayListAgain: true,
    },
    { _tag: "DisputeOpened", ...ofOrder, kind: "Not as described", text, decideBy: shipBy },
    { _tag: "DisputeOpened", ...ofOrder, kind: words, text, decideBy: shipBy },
    { _tag: "DisputeDecidedForSeller", ...ofOrder, ...dispute, payout },
    { _tag: "DisputeDecidedForSeller", ...ofOrder, ...dispute, payout, returns: { to: "Seller" } },
    { _tag: "DisputeDecidedForSeller", ...ofOrder, ...dispute, payout, returns: { to: "Brand", tracking } },
    { _tag: "DisputeDecidedForSeller", ...ofOrder, ...dispute, upheld: false, payout },
    { _tag: "DisputeDecidedForSeller", ...ofOrder, ...dispute, upheld: false, payout, payoutHeld: true },
    { _tag: "PayoutOnItsWay", ...ofOrder, payout },
    { _tag: "SaleRated", ...ofOrder, stars: 4, text },
    { _tag: "SaleRated", ...ofOrder, stars: 99 },
    {
      _tag: "Receipt",
      recipient,
      currency: USD,
      placedAt: now,
      shipTo: buyersAddress,
      total: refund,
      lines: [1, 2].map((n) => ({
        item,
        charge: cents(995),
        tax: cents(8_814),
        total: cents(133_259),
        promise: shipBy,
        order: `${MAIL_SHOP}/orders/o-${n}?token=a1b2`,
      })),
    },
    {
      _tag: "ParcelShipped",
      ...ofOrder,
      carrier: words,
      tracking,
      arrivesFrom: instant(now + 72 * hours),
      arrivesTo: instant(now + 120 * hours),
    },
    { _tag: "TransitUpdate", ...ofOrder, stage: "AwaitingShipment", promise: shipBy },
    { _tag: "TransitUpdate", ...ofOrder, stage: "InTransit", lastScanAt: now, promise: shipBy },
    { _tag: "TransitUpdate", ...ofOrder, stage: "DeliveryUnverified", promise: shipBy },
    ...[true, false].flatMap(
      (rateable): ReadonlyArray<Mail> => [
        { _tag: "ParcelDelivered", ...ofOrder, window, rateable, payoutHeld: false },
        { _tag: "WindowClosing", ...ofOrder, window, rateable },
        { _tag: "ConfirmedAutomatically", ...ofOrder, rateable, payoutHeld: false },
      ],
    ),
    { _tag: "ParcelDelivered", ...ofOrder, window, rateable: true, payoutHeld: true },
    { _tag: "ConfirmedAutomatically", ...ofOrder, rateable: true, payoutHeld: true },
    { _tag: "DisputeReceived", ...ofOrder, decideBy: shipBy },
    { _tag: "DisputeDecidedForBuyer", ...ofOrder, ...dispute, refund },
    { _tag: "DisputeDecidedForBuyer", ...ofOrder, ...dispute, upheld: false, refund },
    { _tag: "DisputeDecidedForBuyer", ...ofOrder, ...dispute, upheld: false, refund, payoutHeld: true },
    { _tag: "RefundAndReturnLabel", ...ofOrder, refund, tracking, qr: true, returnBy: window },
    { _tag: "OrderCancelled", ...ofOrder, reason, refund },
    { _tag: "OrderCancelled", ...ofOrder, reason: { code: "PaymentFailed", text }, refund: cents(0) },
    { _tag: "GuestLink", ...ofOrder, until: window },
    {
      _tag: "OperatorDigest",
      recipient,
      tasks: [1, 2].map((n) => ({
        task: "FailedPayout",
        subject: words,
        title: words,
        since: now,
        href: `${MAIL_SHOP}/desk/t-${n}`,
      })),
    },
    { _tag: "OperatorDigest", recipient, tasks: [] },
  ];
};
