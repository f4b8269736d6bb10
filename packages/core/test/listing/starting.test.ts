import { type Listing, type ListingCommand, preLoved } from "@resale/core";
import {
  aClosedListing,
  aDeniedListing,
  aListingToBe,
  aLiveListing,
  aNewListing,
  anOwnStockListing,
  aProduct,
  aProgram,
  aPurchase,
  aReservedListing,
  aSoldListing,
  asBuyer,
  asReviewer,
  asSeller,
  asSupport,
  asVisitor,
  aWithdrawnListing,
  listingId,
  memberId,
  someDetails,
  startCommand,
  unitOf,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const claimOf = ({ machine, state }: ReturnType<typeof aLiveListing>): string | null =>
  machine.index(state).claim;

describe("where a listing comes from", () => {
  it("R3 is made from one line of the member's own purchase history", () => {
    const nothing = aListingToBe();
    const purchase = aPurchase();
    given(nothing)
      .when(asSeller, startCommand(nothing.id, purchase))
      .thenFacts("Started")
      .thenState("Draft", {
        origin: { _tag: "Purchase", unit: { id: `${purchase.id}~1`, line: purchase.id } },
      });
  });

  it("R3 a purchase in a store counts as one online", () => {
    const purchase = aPurchase({ channel: { _tag: "Store", store: "5th Avenue" } });
    expect(aNewListing({ purchase }).state.origin).toMatchObject({ unit: { channel: { _tag: "Store" } } });
  });

  it("R3 what is not in the history is refused, and the refusal says why", () => {
    const nothing = aListingToBe();
    const unit = unitOf(aPurchase());
    const command = {
      _tag: "Start",
      listing: listingId(nothing.id),
      seller: memberId("ada"),
      displayName: "Ada L.",
      unit,
      purchase: null,
    } as const;
    given(nothing).when(asSeller, command).thenRefusal("NotInPurchaseHistory", { unit });
  });

  it("R3 nobody lists without being signed in", () => {
    const nothing = aListingToBe();
    given(nothing)
      .when(asVisitor, startCommand(nothing.id, aPurchase()))
      .thenRefusal("NotAllowed", { actor: "Visitor" });
  });

  it.each([
    [1, "open"],
    [2, "open"],
    [3, "UnitRefunded"],
    [4, "NotInPurchaseHistory"],
  ] as const)("R4 of three bought and one given back, unit %i is %s", (number, answer) => {
    const nothing = aListingToBe();
    const purchase = aPurchase({ quantity: 3, refunded: 1 });
    const outcome = given(nothing).when(asSeller, startCommand(nothing.id, purchase, number));
    if (answer === "open") outcome.thenFacts("Started");
    else outcome.thenRefusal(answer);
  });

  it("R3 R4 the first unit of another purchase is not in the history, and not given back either", () => {
    const nothing = aListingToBe();
    const [mine, other] = [aPurchase(), aPurchase()];
    given(nothing)
      .when(asSeller, { ...startCommand(nothing.id, mine), unit: unitOf(other) } as ListingCommand)
      .thenRefusal("NotInPurchaseHistory", { unit: unitOf(other) });
  });

  it("R4 a purchase given back whole has nothing to list", () => {
    const nothing = aListingToBe();
    const purchase = aPurchase({ quantity: 2, refunded: 2 });
    for (const number of [1, 2]) {
      given(nothing)
        .when(asSeller, startCommand(nothing.id, purchase, number))
        .thenRefusal("UnitRefunded");
    }
  });

  it("R4 a unit is claimed while its listing is not finished, and for ever once it was sold well", () => {
    const purchase = aPurchase();
    const claim = `unit:${unitOf(purchase)}`;
    for (const make of [aNewListing, aLiveListing, aReservedListing, aSoldListing, aClosedListing]) {
      expect(claimOf(make({ purchase }))).toBe(claim);
    }
  });

  it("R4 R51 a listing denied, withdrawn or undone frees its unit", () => {
    expect(claimOf(aDeniedListing())).toBeNull();
    expect(claimOf(aWithdrawnListing())).toBeNull();
    expect(claimOf(aClosedListing({ completed: false }))).toBeNull();
  });

  it("R5 only the Program's categories are taken", () => {
    const nothing = aListingToBe();
    const watch = aPurchase({ product: aProduct({ category: "Watches" }) });
    given(nothing)
      .when(asSeller, startCommand(nothing.id, watch))
      .thenRefusal("CategoryNotTaken", { category: "Watches", taken: ["Handbags", "Small Leather Goods"] });
  });

  it("R5 what another brand made is refused", () => {
    const nothing = aListingToBe();
    const other = aPurchase({ product: aProduct({ ownBrand: false }) });
    given(nothing)
      .when(asSeller, startCommand(nothing.id, other))
      .thenRefusal("OtherBrand", { product: "Jet Set Medium Tote", brand: "Michael Kors" });
  });

  it("R6 a current collection may be begun: the reviewer decides", () => {
    const purchase = aPurchase({ product: aProduct({ collection: "Current" }) });
    expect(aNewListing({ purchase }).state._tag).toBe("Draft");
  });

  it("R6 a Program may refuse it at once", () => {
    const program = aProgram({ collections: { treatment: "Refuse" } });
    const purchase = aPurchase({ product: aProduct({ collection: "Current" }) });
    const nothing = aListingToBe({ program });
    given(nothing)
      .when(asSeller, startCommand(nothing.id, purchase))
      .thenRefusal("CollectionNotTaken", { collection: "Current" });
    const old = aPurchase({ product: aProduct({ collection: "Spring 2019" }) });
    given(nothing).when(asSeller, startCommand(nothing.id, old)).thenFacts("Started");
  });

  it("R9 keeps what the member paid apart from the original price", () => {
    const purchase = aPurchase({ paid: 80_00, product: aProduct({ msrp: 300_00 }) });
    const { origin } = aNewListing({ purchase }).state;
    expect(origin).toMatchObject({ unit: { paid: 80_00, product: { msrp: 300_00 } } });
  });
});

describe("the brand's own stock", () => {
  it("R17 is listed at once, tagged, and pays nobody", () => {
    const { state, machine, program } = anOwnStockListing();
    const live = state as Extract<Listing, { _tag: "Live" }>;
    expect(live.seller).toEqual({ _tag: "Brand", name: "MK Supply" });
    expect(live.terms.payout).toBe(0);
    expect(machine.catalogue?.(live, program)).toMatchObject({ ownStock: true });
    expect(machine.index(live).claim).toBeNull();
  });

  it("R17 carries the Program's name for it", () => {
    const program = aProgram({ ownStock: { name: "House Stock" } });
    expect(anOwnStockListing({ program }).state.seller).toEqual({ _tag: "Brand", name: "House Stock" });
  });

  it("R17 needs the same photos and words as a member's piece", () => {
    const nothing = aListingToBe();
    const details = { ...someDetails(), photos: [] };
    given(nothing)
      .when(asSupport, { _tag: "ListOwnStock", listing: listingId(nothing.id), product: aProduct(), details })
      .thenRefusal("Invalid");
  });

  it("R5 R17 is of the brand and of the Program's categories as well", () => {
    const nothing = aListingToBe();
    const list = (product: ReturnType<typeof aProduct>) =>
      given(nothing).when(asSupport, {
        _tag: "ListOwnStock",
        listing: listingId(nothing.id),
        product,
        details: someDetails(),
      });
    list(aProduct({ ownBrand: false })).thenRefusal("OtherBrand");
    list(aProduct({ category: "Watches" })).thenRefusal("CategoryNotTaken", { category: "Watches" });
    list(aProduct()).thenFacts("OwnStockListed").thenTasks();
  });

  it("R1 R16 R17 goes back to review when support changes it, asks for no membership, and may be handed in anew", () => {
    const edited = anOwnStockListing().give(asSupport, {
      _tag: "Edit",
      details: someDetails({ price: 90_00 }),
    });
    expect(edited.state._tag).toBe("Submitted");
    const { revision } = edited.state;
    const checked = edited.program.review.checklist.map(({ key }) => key);
    const approve = { _tag: "Approve", revision, checked, membership: "None" } as const;
    given(edited)
      .when(asReviewer, approve)
      .thenState("Live", { terms: { price: 90_00, payout: 0 } });
    const changes = [{ field: "photos", problem: "Blurred." }] as const;
    const asked = edited.give(asReviewer, { _tag: "RequestChanges", revision, changes });
    const shipFrom = asked.program.ownStock.address;
    given(asked).when(asSupport, { _tag: "Submit", membership: "None", shipFrom }).thenState("Submitted");
  });

  it("R17 members do not list it", () => {
    const nothing = aListingToBe();
    const command = {
      _tag: "ListOwnStock",
      listing: listingId(nothing.id),
      product: aProduct(),
      details: someDetails({ program: preLoved }),
    } as const;
    given(nothing).when(asBuyer, command).thenRefusal("NotAllowed");
  });

  it("R17 support takes it back", () => {
    given(anOwnStockListing()).when(asSupport, { _tag: "Withdraw" }).thenState("Withdrawn");
  });
});
