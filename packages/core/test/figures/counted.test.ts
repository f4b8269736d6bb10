import {
  DAY,
  type Figure,
  HOUR,
  instant,
  type Listing,
  listingMachine,
  type OrderEvent,
  readStored,
} from "@resale/core";
import {
  aConfirmedOrder,
  aDeniedListing,
  aLiveListing,
  anOwnStockListing,
  aProgram,
  aProposedListing,
  aSoldListing,
  asSeller,
  aWithdrawnListing,
  type ListingStory,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { bandOf } from "../../src/figures/Figure.ts";
import { figuresOfListing, figuresOfOrder, isCounted } from "../../src/figures/figuresOf.ts";

const zone = "America/New_York";

/** What the facts of a listing's life are counted for, each an hour after the one before. */
const countedOf = ({ history }: ListingStory): ReadonlyArray<Figure> => {
  let listing: Listing | undefined;
  return history.flatMap(({ at, event }, index) => {
    const fact = readStored(listingMachine.schema.event, event);
    listing = listingMachine.evolve(listing, fact);
    return figuresOfListing(fact, listing, { at: instant(at + index * HOUR), zone });
  });
};

const line = ({ figure, grade, band, ownStock, count, cents }: Figure) => [
  figure,
  grade,
  band,
  ownStock ? "own stock" : "a member's",
  count,
  cents,
];
const ofMember = (figure: string, band: number, cents: number) => [
  figure,
  "Excellent",
  band,
  "a member's",
  1,
  cents,
];
const consent = aProgram({ pricing: { repricing: "Consent" } });
const given = { price: 220_00, grade: "Excellent" };

describe("what is counted of a listing", () => {
  it.each([
    [
      "handed in, approved as asked, and sold",
      aSoldListing(given),
      [
        ofMember("Submitted", 200_00, 0),
        ofMember("Listed", 200_00, 220_00),
        ofMember("Sold", 200_00, 220_00),
      ],
    ],
    [
      "approved at the reviewer's price, in the band of that price",
      aLiveListing({ ...given, approvedPrice: 190_00 }),
      [ofMember("Submitted", 200_00, 0), ofMember("Listed", 100_00, 190_00)],
    ],
    [
      "at a price that waits for the seller's word: not listed yet",
      aProposedListing({ ...given, program: consent, approvedPrice: 190_00 }),
      [ofMember("Submitted", 200_00, 0)],
    ],
    [
      "at a price that the seller has taken",
      aProposedListing({ ...given, program: consent, approvedPrice: 190_00 }).give(
        asSeller,
        { _tag: "AcceptPrice" },
        DAY,
      ),
      [ofMember("Submitted", 200_00, 0), ofMember("Listed", 100_00, 190_00)],
    ],
    [
      "denied, without money",
      aDeniedListing(given),
      [ofMember("Submitted", 200_00, 0), ofMember("Denied", 200_00, 0)],
    ],
    [
      "withdrawn: counted as what it was before",
      aWithdrawnListing(given),
      [ofMember("Submitted", 200_00, 0), ofMember("Listed", 200_00, 220_00)],
    ],
    [
      "the brand's own, listed without review",
      anOwnStockListing(given),
      [["Listed", "Excellent", 200_00, "own stock", 1, 220_00]],
    ],
  ] as const)("R11 R17 is %s", (_, story, counted) => {
    expect(countedOf(story).map(line)).toEqual(counted);
  });

  it("is the time from approval to sale, and of nothing but a sale", () => {
    const story = aSoldListing(given);
    const { state } = story;
    const took = countedOf(story).map((one) => [one.figure, one.took]);
    const sold = story.history.findIndex(({ event }) => (event as { _tag: string })._tag === "Sold");
    const at = story.history[sold]?.at ?? 0;
    if (!("terms" in state)) throw new Error("a sold listing has terms");
    expect(took).toEqual([
      ["Submitted", 0],
      ["Listed", 0],
      ["Sold", at + sold * HOUR - state.terms.approvedAt],
    ]);
  });
});

describe("what is counted of an order", () => {
  const order = aConfirmedOrder({ price: 100_00, charge: 9_95, tax: 8_88 }).state;
  const sold = aSoldListing(given).state;
  const at = instant(order.placedAt);
  const of = (event: OrderEvent, listing: Listing = sold) =>
    figuresOfOrder(event, order, listing, { at, zone });
  const fact = (tag: OrderEvent["_tag"]) => ({ _tag: tag, at }) as OrderEvent;

  it("R27 takes back, from its own day, a sale for which the card could not be charged", () => {
    const evening = instant(at + DAY);
    const event: OrderEvent = { _tag: "PaymentFailed", reason: "the hold has lapsed", at: evening };
    const [back, ...others] = figuresOfOrder(event, order, sold, { at: evening, zone });
    expect(others).toEqual([]);
    if (!("terms" in sold)) throw new Error("a sold listing has terms");
    const took = sold.terms.approvedAt - order.placedAt;
    expect(back).toMatchObject({ figure: "Sold", count: -1, cents: -100_00, took });
    expect(back?.day).toBe(of(fact("Cancelled"))[0]?.day);
    expect(isCounted("order", "PaymentFailed")).toBe(true);
  });

  it.each([
    ["ShipmentFellOverdue", "Overdue", 0],
    ["Cancelled", "Cancelled", 0],
    ["DisputeOpened", "Disputed", 0],
    ["DisputeUpheld", "DisputeUpheld", 0],
    ["PayoutIssued", "PaidOut", 80_00],
    ["Refunded", "Refunded", 118_83],
    ["RefundedByChargeback", "Refunded", 118_83],
  ] as const)("R46 R53 %s counts as %s, with its money to the cent", (tag, figure, cents) => {
    const event = fact(tag);
    expect(of(event).map(line)).toEqual([[figure, "Excellent", 100_00, "a member's", 1, cents]]);
    expect(of(event, anOwnStockListing(given).state).map(line)).toEqual([
      [figure, "Excellent", 100_00, "own stock", 1, cents],
    ]);
    expect(of(event).map(({ took }) => took)).toEqual([0]);
  });

  it("is nothing of all other facts", () => {
    for (const tag of ["Confirmed", "MailSent", "LabelBought"] as const) expect(of(fact(tag))).toEqual([]);
  });
});

describe("what is counted at all", () => {
  it.each([
    ["listing", "Sold", true],
    ["listing", "Denied", true],
    ["listing", "Cancelled", false],
    ["order", "Cancelled", true],
    ["order", "Sold", false],
    ["checkout", "Cancelled", false],
    ["checkout", "Sold", false],
    ["mailbox", "Refunded", false],
  ])("is a kind's own facts: of a %s, %s: %s", (kind, tag, counted) => {
    expect(isCounted(kind, tag)).toBe(counted);
  });

  it.each([
    [0, 0],
    [1, 0],
    [49_99, 0],
    [50_00, 50_00],
    [99_99, 50_00],
    [100_00, 100_00],
    [200_00, 200_00],
    [400_00, 400_00],
    [799_99, 400_00],
    [800_00, 800_00],
    [800_000_00, 800_00],
  ])("has bands that begin at their lower end: %i cents stand in the one from %i", (price, band) => {
    expect(bandOf(price)).toBe(band);
  });
});
