import { Mail } from "@resale/core";
import type { Letter } from "../layout/Letter.ts";
import { orderCancelled, saleCancelled } from "./cancellation.ts";
import { operatorDigest } from "./digest.ts";
import {
  confirmedAutomatically,
  parcelDelivered,
  parcelShipped,
  transitUpdate,
  windowClosing,
} from "./parcel.ts";
import { guestLink, receipt, refundAndReturnLabel } from "./purchase.ts";
import { changesAsked, listingApproved, listingDenied, priceChanged, submissionReceived } from "./review.ts";
import { itemSold, shipmentOverdue, shipReminder } from "./sale.ts";
import {
  disputeDecidedForBuyer,
  disputeDecidedForSeller,
  disputeOpened,
  disputeReceived,
  payoutOnItsWay,
  saleRated,
} from "./settlement.ts";
import type { Setting } from "./Template.ts";

/** The letter of any mail: a mail without a template does not compile. */
export const letterOf = (mail: Mail, setting: Setting): Letter =>
  Mail.match(mail, {
    SubmissionReceived: (one) => submissionReceived(one, setting),
    ListingApproved: (one) => listingApproved(one, setting),
    ListingDenied: (one) => listingDenied(one, setting),
    ChangesAsked: (one) => changesAsked(one, setting),
    PriceChanged: (one) => priceChanged(one, setting),
    ItemSold: (one) => itemSold(one, setting),
    ShipReminder: (one) => shipReminder(one, setting),
    ShipmentOverdue: (one) => shipmentOverdue(one, setting),
    SaleCancelled: (one) => saleCancelled(one, setting),
    DisputeOpened: (one) => disputeOpened(one, setting),
    DisputeDecidedForSeller: (one) => disputeDecidedForSeller(one, setting),
    PayoutOnItsWay: (one) => payoutOnItsWay(one, setting),
    SaleRated: (one) => saleRated(one, setting),
    Receipt: (one) => receipt(one, setting),
    ParcelShipped: (one) => parcelShipped(one, setting),
    TransitUpdate: (one) => transitUpdate(one, setting),
    ParcelDelivered: (one) => parcelDelivered(one, setting),
    WindowClosing: (one) => windowClosing(one, setting),
    ConfirmedAutomatically: (one) => confirmedAutomatically(one, setting),
    DisputeReceived: (one) => disputeReceived(one, setting),
    DisputeDecidedForBuyer: (one) => disputeDecidedForBuyer(one, setting),
    RefundAndReturnLabel: (one) => refundAndReturnLabel(one, setting),
    OrderCancelled: (one) => orderCancelled(one, setting),
    GuestLink: (one) => guestLink(one, setting),
    OperatorDigest: (one) => operatorDigest(one, setting),
  });
