/** Who reads of an end, and what they are told. */
interface End {
  readonly heading: string;
  readonly buyer: string;
  /** Nobody sells the brand's own pieces (R17). */
  readonly seller?: string;
  readonly support: string;
  /** Whose screens are read in the tests already; a campaign reads all. */
  readonly tested: ReadonlyArray<"buyer" | "seller" | "support">;
}

const CANCELLED = {
  heading: "Cancelled",
  buyer: "has been made. Your bank may take",
  seller: "nothing is paid for this sale",
} as const;

const PAID = "the gift card is in your mail";

/** How sales come to their end, by the name under which each is played. */
export const ends = {
  content: {
    heading: "Confirmed",
    buyer: "the seller is paid",
    seller: PAID,
    support: "The buyer confirmed",
    tested: ["buyer", "seller"],
  },
  silent: {
    heading: "Complete",
    buyer: "has passed",
    seller: PAID,
    support: "Silence: confirmed automatically",
    tested: ["buyer"],
  },
  upheld: {
    heading: "Refunded after a dispute",
    buyer: "has been made. Your bank may take",
    seller: "nothing is paid for this sale",
    support: "Decided for the buyer: “The tear was not in the listing.”",
    tested: ["buyer", "seller"],
  },
  rejected: {
    heading: "Dispute decided for the seller",
    buyer: "The sale stands",
    seller: PAID,
    support: "Decided for the seller: “The listing shows this very tear.”",
    tested: ["buyer"],
  },
  overdue: {
    ...CANCELLED,
    support: "The unused label was given back",
    tested: ["seller"],
  },
  late: {
    heading: "Confirmed",
    buyer: "the seller is paid",
    seller: PAID,
    support: "The seller did not ship in time",
    tested: ["seller", "support"],
  },
  stalled: { ...CANCELLED, support: "The parcel was not scanned for days", tested: ["buyer"] },
  astray: { ...CANCELLED, support: "A delivery in doubt: Other zip", tested: ["support"] },
  own: {
    heading: "Complete",
    buyer: "the sale is final",
    support: "paid to nobody",
    tested: ["buyer"],
  },
} as const satisfies Record<string, End>;

export type EndName = keyof typeof ends;
