import type { Order } from "../api/queries.ts";

type Told = Readonly<Record<string, string>>;

/** To whom it is all the same who reads it. */
const toAll: Told = {
  Placed: "The label is on its way to the seller.",
  AwaitingShipment: "The seller has the label and packs the piece.",
  ShipmentOverdue: "The seller has not shipped in time. They still may; our team is looking at it.",
  InTransit: "The carrier has the parcel.",
  TransitStalled: "The carrier has not scanned the parcel for days. Our team is looking for it.",
  Delivered: "The parcel has arrived. Is everything as described?",
  DeliveryUnverified:
    "What the carrier says does not fit together. Our team is checking where the parcel is.",
  Confirmed: "The buyer has confirmed: the seller is paid.",
  ConfirmedAutomatically: "The time to say that something is wrong has passed: the seller is paid.",
  Disputed: "The buyer has told us that something is wrong. Our team decides.",
  DisputeUpheld: "The buyer gets everything back.",
  DisputeRejected: "The sale stands, and the seller is paid.",
  Cancelled: "The buyer gets everything back.",
};

const toBuyer: Told = {
  Confirmed: "You have confirmed: the seller is paid.",
  Disputed: "You have told us that something is wrong. Our team decides; the seller is not paid meanwhile.",
  DisputeUpheld: "You get everything back.",
  Cancelled: "You get everything back.",
};

const toSeller: Told = {
  Placed: "Your label is on its way to you.",
  AwaitingShipment: "You have the label: pack the piece well, and send it in time.",
  ShipmentOverdue: "Your time to ship has passed. You still may; our team is looking at it.",
  Delivered: "The parcel has arrived. Now it is for the buyer to say whether everything is as described.",
  Confirmed: "The buyer has confirmed: you are paid.",
  ConfirmedAutomatically: "The buyer’s time to say that something is wrong has passed: you are paid.",
  DisputeRejected: "The sale stands, and you are paid.",
};

/** The brand ships its own pieces itself, and nobody is paid for them (R17). */
const ofOwnStock: Told = {
  Placed: "The label is being made.",
  AwaitingShipment: "We are packing the piece.",
  ShipmentOverdue: "We have not shipped in time. Our team is looking at it.",
  Confirmed: "You have confirmed: the sale is final.",
  ConfirmedAutomatically: "The time to say that something is wrong has passed: the sale is final.",
  Disputed: "You have told us that something is wrong. Our team decides.",
  DisputeRejected: "The sale stands.",
};

/** Nobody is paid while the buyer's bank has the last word (R50). */
const heldBack: Told = {
  Confirmed: "The buyer has confirmed. The payout is held: the buyer’s bank has the last word.",
  ConfirmedAutomatically:
    "The time to say that something is wrong has passed. The payout is held: the buyer’s bank has the last word.",
  DisputeRejected: "The sale stands. The payout is held: the buyer’s bank has the last word.",
};

/** Whoever has not paid gets nothing back (R27). */
const unpaid = { toBuyer: "You are not charged for it.", toOthers: "The buyer is not charged for it." };

/** Where an order stands, in a sentence to whoever reads it. */
export const about = ({ state, buyer, seller, cancelled }: Order, ownStock: string): string | undefined => {
  if (cancelled !== null && (cancelled.code === "PaymentFailed" || buyer?.refund === "None"))
    return seller === null ? unpaid.toBuyer : unpaid.toOthers;
  if (seller?.payoutState === "Held" && state in heldBack) return heldBack[state];
  if (buyer?.seller === ownStock && state in ofOwnStock) return ofOwnStock[state];
  const told = seller === null ? toBuyer : buyer === null ? toSeller : toAll;
  return told[state] ?? toAll[state];
};
