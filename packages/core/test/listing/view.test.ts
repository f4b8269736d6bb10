import { type Listing, listingView, preLoved, system } from "@resale/core";
import {
  aClosedListing,
  aDeniedListing,
  aDraftListing,
  aListingToBeChanged,
  aLiveListing,
  aNewListing,
  anOwnStockListing,
  aProduct,
  aProgram,
  aProposedListing,
  aPurchase,
  aReservedListing,
  aSoldListing,
  aSubmittedListing,
  asReviewer,
  aWithdrawnListing,
  orderId,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const consent = aProgram({ pricing: { repricing: "Consent" } });
const purchase = aPurchase({
  id: "line-1",
  paid: 180_00,
  channel: { _tag: "Store", store: "5th Avenue" },
  product: aProduct({ collection: "Core" }),
});
const insideOf = (listing: Listing) => listingView(listing, "Seller").inside;

/** What the inside says where there is nothing to say. */
const silent = {
  payout: null,
  reviewBy: null,
  reviewLate: false,
  flags: [],
  changes: [],
  reason: null,
  asked: null,
  heldUntil: null,
  order: null,
};

describe("a listing as everybody may see it", () => {
  it("R12 R46 R52 has its terms, and of the seller a name", () => {
    const { state } = aLiveListing({ purchase, price: 120_00, approvedPrice: 100_00 });
    const { id, details } = state;
    if (!("terms" in state)) throw new Error("a live listing has terms");
    expect(listingView(state, undefined)).toEqual({
      id,
      title: "Jet Set Medium Tote",
      state: "Live",
      product: purchase.product,
      seller: { name: "Ada L.", brand: false },
      details,
      price: 100_00,
      charge: preLoved.charge,
      currency: "USD",
      listedAt: state.terms.approvedAt,
      inside: null,
    });
  });

  it("R17 says that the brand itself sells", () => {
    const view = listingView(anOwnStockListing().state, undefined);
    expect(view.seller).toEqual({ name: "MK Supply", brand: true });
  });

  it("R11 has the asked price until there are terms, and none where none was asked", () => {
    const submitted = listingView(aSubmittedListing({ price: 120_00 }).state, "Seller");
    expect([submitted.price, submitted.charge, submitted.currency, submitted.listedAt]).toEqual([
      120_00,
      null,
      null,
      null,
    ]);
    expect(listingView(aNewListing().state, "Seller").price).toBeNull();
  });
});

describe("the inside of a listing", () => {
  const { state } = aLiveListing();

  it.each([
    ["Seller", true],
    ["Reviewer", true],
    ["Support", true],
    ["Buyer", false],
    ["Anyone", false],
    ["Carrier", false],
    ["PaymentProvider", false],
    ["System", false],
    [undefined, false],
  ] as const)("R15 R52 R54 is shown to the seller and the brand alone: %s: %s", (role, shown) => {
    expect(listingView(state, role).inside !== null).toBe(shown);
  });

  it("R3 R9 tells where the piece comes from, and what was paid for it", () => {
    const draft = aDraftListing({ purchase }).state;
    expect(insideOf(draft)).toEqual({
      ...silent,
      revision: draft.revision,
      unit: "line-1~1",
      purchasedAt: purchase.purchasedAt,
      channel: { _tag: "Store", store: "5th Avenue" },
      paid: 180_00,
      createdAt: draft.createdAt,
    });
  });

  it("R17 tells nothing of a purchase, where the brand sells its own", () => {
    expect(insideOf(anOwnStockListing().state)).toMatchObject({
      unit: null,
      purchasedAt: null,
      channel: null,
      paid: null,
      payout: 0,
    });
  });

  const told = [
    "payout",
    "reviewBy",
    "reviewLate",
    "flags",
    "changes",
    "reason",
    "asked",
    "heldUntil",
    "order",
  ] as const;
  const submitted = aSubmittedListing({ purchase });
  const reserved = aReservedListing({ purchase, price: 100_00 });
  const by = "reviewBy" in submitted.state ? submitted.state.reviewBy : null;
  const until = "until" in reserved.state ? reserved.state.until : null;
  const late = submitted.at(by?.at ?? submitted.now);
  const sold = aSoldListing({ order: "o-1" });
  const flags = ["FlaggedCollection"];
  const payout = 80_00;

  it.each([
    ["Submitted", submitted, { reviewBy: by, flags }],
    ["Submitted", late, { reviewBy: by, reviewLate: true, flags }],
    [
      "ChangesRequested",
      aListingToBeChanged(),
      { changes: [{ field: "photos", problem: "The back is out of focus." }] },
    ],
    ["Denied", aDeniedListing(), { reason: { code: "Condition", text: "The strap is torn." } }],
    [
      "PriceProposed",
      aProposedListing({ program: consent, price: 120_00, approvedPrice: 100_00 }),
      { payout, asked: 120_00 },
    ],
    ["Live", aLiveListing({ price: 120_00, approvedPrice: 100_00 }), { payout }],
    ["Reserved", reserved, { payout, flags, heldUntil: until }],
    ["Sold", sold, { payout, order: "o-1" }],
    [
      "Closed",
      sold.give(system, { _tag: "Close", order: orderId("o-1"), completed: true }),
      { payout, order: "o-1" },
    ],
    ["Withdrawn", aWithdrawnListing(), {}],
  ])("R11 R13 R14 R21 tells of one that is %s what stands then, and nothing else", (tag, story, said) => {
    const inside = listingView(story.state, "Reviewer").inside;
    expect(story.state._tag).toBe(tag);
    expect(Object.fromEntries(told.map((name) => [name, inside?.[name]]))).toEqual({ ...silent, ...said });
  });
});

describe("a listing as shoppers find it", () => {
  const { machine, state, program } = aLiveListing({ purchase, price: 120_00, approvedPrice: 100_00 });

  it("R15 R20 is there while it can be bought or somebody holds it, and at no other time", () => {
    const all = [
      aNewListing(),
      aSubmittedListing(),
      aListingToBeChanged(),
      aProposedListing({ program: consent }),
      aLiveListing(),
      aReservedListing(),
      aSoldListing(),
      aClosedListing(),
      aDeniedListing(),
      aWithdrawnListing(),
    ];
    const found = all.filter((story) => story.machine.catalogue?.(story.state, story.program) !== null);
    expect(found.map((story) => story.state._tag)).toEqual(["Live", "Reserved"]);
  });

  it("R12 has its price, its grade, its look and its first photo", () => {
    if (state._tag !== "Live") throw new Error("it is live");
    expect(machine.catalogue?.(state, program)).toEqual({
      listing: state.id,
      title: "Jet Set Medium Tote",
      description: state.details.description,
      category: "Handbags",
      grade: "Excellent",
      colour: "Brown",
      material: "Leather",
      price: 100_00,
      msrp: 250_00,
      photo: state.details.photos[0]?.photo.id,
      ownStock: false,
      reserved: false,
      listedAt: state.terms.approvedAt,
    });
  });

  it("has no colour, no material and no photo, where none is known", () => {
    const { colour: _, material: __, ...plain } = aProduct();
    const bare = aLiveListing({ purchase: aPurchase({ product: plain }) });
    if (bare.state._tag !== "Live") throw new Error("it is live");
    const unseen = { ...bare.state, details: { ...bare.state.details, photos: [] } };
    expect(bare.machine.catalogue?.(unseen, program)).toMatchObject({
      colour: null,
      material: null,
      photo: null,
    });
  });
});

describe("by what a listing is found", () => {
  it("R2 R17 is its seller, if a member sells it", () => {
    const { machine } = aLiveListing();
    const of = (listing: Listing) => [machine.index(listing).status, machine.index(listing).seller];
    expect(of(aLiveListing().state)).toEqual(["Live", "ada"]);
    expect(of(anOwnStockListing().state)).toEqual(["Live", null]);
    expect(of(aSoldListing().state)).toEqual(["Sold", "ada"]);
  });

  it("R13 is the alert of a late review while it is in review, and no longer", () => {
    const submitted = aSubmittedListing();
    const { state } = submitted;
    if (state._tag !== "Submitted") throw new Error("it is in review");
    const late = submitted.at(state.reviewBy.at);
    expect(late.machine.index(late.state).operatorTasks).toEqual(["ReviewDue"]);
    const reason = { code: "Other", text: "Too late." };
    const denied = late.give(asReviewer, { _tag: "Deny", revision: state.revision, reason });
    expect(denied.machine.index(denied.state).operatorTasks).toEqual([]);
  });
});
