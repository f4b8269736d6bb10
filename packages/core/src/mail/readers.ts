import type { MailTag } from "./Mail.ts";

/** Who reads a mail. */
export type MailReader = "Seller" | "Buyer" | "Operator";

const readers: { readonly [Tag in MailTag]: MailReader } = {
  SubmissionReceived: "Seller",
  ListingApproved: "Seller",
  ListingDenied: "Seller",
  ChangesAsked: "Seller",
  PriceChanged: "Seller",
  ItemSold: "Seller",
  ShipReminder: "Seller",
  ShipmentOverdue: "Seller",
  SaleCancelled: "Seller",
  DisputeOpened: "Seller",
  DisputeDecidedForSeller: "Seller",
  PayoutOnItsWay: "Seller",
  SaleRated: "Seller",
  Receipt: "Buyer",
  ParcelShipped: "Buyer",
  TransitUpdate: "Buyer",
  ParcelDelivered: "Buyer",
  WindowClosing: "Buyer",
  ConfirmedAutomatically: "Buyer",
  DisputeReceived: "Buyer",
  DisputeDecidedForBuyer: "Buyer",
  RefundAndReturnLabel: "Buyer",
  OrderCancelled: "Buyer",
  GuestLink: "Buyer",
  OperatorDigest: "Operator",
};

/** Who a mail is for: a mail does not compile until somebody has said so. */
export const readerOf = (tag: MailTag): MailReader => readers[tag];
