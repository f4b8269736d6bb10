/** What an order’s money comes to, for the sentences below. */
interface Sums {
  readonly total: string;
  readonly payout: string;
  readonly paid: boolean;
  readonly email: string;
}

const refund = ({ total, paid }: Sums): string =>
  paid ? `The buyer gets ${total} back` : "Nothing was charged, so nothing is given back";

/** Every act behind a sentence that says what follows, for the buyer and for the seller. */
export const acts = {
  Cancel: {
    label: "Cancel and refund",
    title: "Cancel this order?",
    consequence: (sums: Sums) =>
      `${refund(sums)}; the seller gets nothing. The piece may be listed again. Both are told. Final.`,
  },
  Wait: {
    label: "Give it more time",
    title: "Wait longer?",
    consequence: (_: Sums) => "The order counts as on its way again; it comes back here if no scan comes.",
  },
  VerifyDelivery: {
    label: "It did arrive",
    title: "Verify the delivery?",
    consequence: ({ payout }: Sums) =>
      `The buyer’s time to confirm or dispute begins now. If they say nothing, the seller is paid ${payout}.`,
  },
  Uphold: {
    label: "Decide for the buyer",
    title: "Decide for the buyer?",
    consequence: (sums: Sums) =>
      `${refund(sums)}, and a return label where the piece goes back. The seller is not paid. Final.`,
  },
  Reject: {
    label: "Decide for the seller",
    title: "Decide for the seller?",
    consequence: ({ payout }: Sums) =>
      `The sale stands: the seller is paid ${payout} at once, the buyer gets nothing back. Final.`,
  },
  Publish: {
    label: "Publish the rating",
    title: "Publish this rating?",
    consequence: (_: Sums) => "It counts towards the seller’s score, and the seller is told.",
  },
  Hide: {
    label: "Hide the rating",
    title: "Hide this rating?",
    consequence: (_: Sums) => "It does not count, and nobody but the buyer sees it.",
  },
  ReleasePayout: {
    label: "Pay the seller all the same",
    title: "Pay the seller?",
    consequence: ({ payout }: Sums) =>
      `The seller gets ${payout}; the brand bears the loss of the payment dispute.`,
  },
  DropPayout: {
    label: "Do not pay the seller",
    title: "Drop the payout?",
    consequence: ({ payout }: Sums) => `The seller does not get the ${payout} of this sale. Final.`,
  },
  RecordReturnReceived: {
    label: "The piece came back",
    title: "Has the piece come back?",
    consequence: (_: Sums) => "The return is closed. The refund was made before, and stands.",
  },
  CloseIntercept: {
    label: "The parcel is dealt with",
    title: "Close this?",
    consequence: (_: Sums) =>
      "The parcel was called back or let go; nobody is asked to look after it any more.",
  },
  SendLink: {
    label: "Mail the guest a new link",
    title: "Mail a new link?",
    consequence: ({ email }: Sums) => `It goes to ${email}. Links mailed before go on working.`,
  },
  RevokeLinks: {
    label: "Revoke all links",
    title: "Revoke every link mailed so far?",
    consequence: (_: Sums) =>
      "Whoever holds one no longer sees the order. The guest needs a new link: mail one then.",
  },
  Repeat: {
    label: "Try again",
    title: "Try it again?",
    consequence: (_: Sums) => "What failed is tried anew, under a key of its own: nothing is done twice.",
  },
} as const;
