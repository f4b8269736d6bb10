import { type CountryCode, MINUTE, plus, preLoved, regionsOfZip, Zip } from "@resale/core";
import {
  aBuyer,
  aCheckoutToBe,
  aHeldCheckout,
  anAddress,
  aProgram,
  asBuyer,
  asVisitor,
  aWantedPiece,
  openCommand,
  payCommand,
  theBrand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { cartRefusal } from "../../src/checkout/opening.ts";
import { given } from "../given.ts";

const nothing = aCheckoutToBe();
const open = (changes: Parameters<typeof openCommand>[1]) =>
  given(nothing).when(asBuyer, openCommand(nothing.id, changes));

describe("opening a checkout", () => {
  it("R12 R22 each line has its price, its charge and its tax, and the total is their sum", () => {
    const wanted = [
      aWantedPiece({ price: 100_00, charge: 9_95, tax: 8_88 }),
      aWantedPiece({ price: 40_00, charge: 7_00, tax: 0 }),
    ];
    open({ wanted })
      .thenFacts("Opened")
      .thenState("Held", {
        total: 118_83 + 47_00,
        lines: wanted.map(({ price, charge, tax }) => ({ price, charge, tax })),
      });
  });

  it("R21 holds for fifteen minutes, or as the Program says", () => {
    const held = aHeldCheckout();
    expect(held.state.until.at).toBe(plus(held.now, 15 * MINUTE));
    const program = aProgram({ checkout: { hold: { _tag: "Elapsed", milliseconds: 5 * MINUTE } } });
    const shorter = aHeldCheckout({ program });
    expect(shorter.state.until.at).toBe(plus(shorter.now, 5 * MINUTE));
  });

  it("R1 R26 a guest buys with an e-mail address alone", () => {
    const buyer = aBuyer({ member: null, email: "guest@example.com" });
    given(nothing)
      .when(asVisitor, openCommand(nothing.id, { buyer }))
      .thenState("Held", { buyer: { member: null } });
    given(aHeldCheckout({ buyer })).when(asVisitor, payCommand).thenFacts("PaymentStarted");
  });

  it("R19 nobody buys their own listing, by account", () => {
    const buyer = aBuyer({ member: "ada", email: "else@example.com" });
    open({ buyer }).thenRefusal("OwnListing", { title: "Jet Set Medium Tote" });
  });

  it("R19 nor by e-mail address, in whatever letters", () => {
    const wanted = [
      aWantedPiece(),
      aWantedPiece({ title: "Mercer Crossbody", sellerEmail: "Ada@Example.com" }),
    ];
    const buyer = aBuyer({ member: null, email: "aDA@example.COM" });
    open({ buyer, wanted: [wanted[1] as (typeof wanted)[number]] }).thenRefusal("OwnListing", {
      title: "Mercer Crossbody",
    });
  });

  it("R17 R19 the brand's own stock is nobody's own, whoever's address stands beside it", () => {
    for (const sellerEmail of [null, "grace@example.com"]) {
      open({ wanted: [aWantedPiece({ seller: theBrand, sellerEmail })] }).thenFacts("Opened");
    }
  });

  it("R19 a seller whose address is not known is known by account", () => {
    const wanted = [aWantedPiece({ sellerEmail: null })];
    open({ wanted }).thenFacts("Opened");
    open({ wanted, buyer: aBuyer({ member: "ada" }) }).thenRefusal("OwnListing");
  });

  it("R20 a cart holds something, not too much, and nothing twice", () => {
    const piece = aWantedPiece();
    const empty = { field: "listings", problem: "put something into the cart" };
    const twice = { field: "listings[1]", problem: "stands twice in the cart; each piece is one of a kind" };
    const full = { field: "listings", problem: "a cart holds at most 20 pieces" };
    open({ wanted: [] }).thenRefusal("Invalid", { faults: [empty] });
    open({ wanted: [piece, piece] }).thenRefusal("Invalid", { faults: [twice] });
    const many = Array.from({ length: preLoved.checkout.most + 1 }, () => aWantedPiece());
    open({ wanted: many }).thenRefusal("Invalid", { faults: [full] });
    open({ wanted: many.slice(1) }).thenFacts("Opened");
    // A cart is refused in the same words before anything is held: for a quote, or without an address.
    expect(cartRefusal(preLoved, [])).toEqual({ _tag: "Invalid", faults: [empty] });
    expect(cartRefusal(preLoved, ["a", "a"])).toEqual({ _tag: "Invalid", faults: [twice] });
    expect(cartRefusal(preLoved, ["a", "b", "c", "b"])).toMatchObject({ faults: [{ field: "listings[3]" }] });
    expect(cartRefusal(preLoved, ["a", "b"])).toBeUndefined();
  });

  it("R18 ships to each of the fifty states", () => {
    expect(preLoved.shipTo.regions).toHaveLength(50);
    const zips = Array.from({ length: 1000 }, (_, start) => Zip.make(`${String(start).padStart(3, "0")}01`));
    for (const region of preLoved.shipTo.regions) {
      const zip = zips.find((one) => regionsOfZip("US", one)?.includes(region)) ?? "none";
      open({ shipTo: anAddress({ region, zip }) }).thenFacts("Opened");
    }
  });

  it.each([
    ["DC", "District of Columbia"],
    ["PR", "Puerto Rico"],
    ["GU", "Guam"],
    ["VI", "U.S. Virgin Islands"],
    ["AP", "Armed Forces Pacific"],
  ])("R18 %s is refused by its name, %s", (region, name) => {
    open({ shipTo: anAddress({ region }) }).thenRefusal("RegionRefused", {
      direction: "ShipTo",
      code: region,
      name,
    });
  });

  it("R18 another country is refused by its code, whatever its region is called", () => {
    const shipTo = anAddress({ country: "CA" as CountryCode, region: "ON", zip: "K1A 0B1" });
    const refused = { direction: "ShipTo", code: "CA", name: "the country CA" };
    open({ shipTo }).thenRefusal("RegionRefused", refused);
    open({ shipTo: { ...shipTo, region: anAddress().region } }).thenRefusal("RegionRefused", refused);
  });

  it("R18 a ZIP code of another state is refused before anything is held", () => {
    const shipTo = anAddress({ region: "NY", zip: "90210" });
    const problem = "90210 is in California, not in New York: correct the ZIP code or the state";
    open({ shipTo }).thenRefusal("Invalid", { faults: [{ field: "shipTo.zip", problem }] });
  });

  it("R18 one line of a Program adds them", () => {
    const program = aProgram({ shipTo: { regions: [...preLoved.shipTo.regions, "DC"] } });
    const story = aCheckoutToBe({ program });
    given(story)
      .when(asBuyer, openCommand(story.id, { shipTo: anAddress({ region: "DC", zip: "20001" }) }))
      .thenFacts("Opened");
  });

  it("R57 remembers the version of the Program", () => {
    expect(aHeldCheckout().state.program).toBe(preLoved.version);
  });
});
