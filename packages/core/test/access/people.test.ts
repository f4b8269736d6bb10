import {
  Email,
  foldEmail,
  listingMachine,
  orderMachine,
  PostalAddress,
  preLoved,
  type RegionCode,
  regionName,
  sameEmail,
  Zip,
  zip5,
} from "@resale/core";
import {
  aDeliveredOrder,
  aLiveListing,
  anAddress,
  anOwnStockListing,
  asBuyer,
  asReviewer,
  asSeller,
  asStranger,
  asSupport,
  asVisitor,
  email,
} from "@resale/testkit";
import { Result, Schema } from "effect";
import { describe, expect, it } from "vitest";

const people = ["Anyone", "Seller", "Buyer", "Reviewer", "Support"];

describe("R54 roles", () => {
  it("R54 a member is the seller of one thing and the buyer of another", () => {
    const order = aDeliveredOrder();
    expect(orderMachine.roleOf(order.state, asSeller)).toBe("Seller");
    expect(orderMachine.roleOf(order.state, asBuyer)).toBe("Buyer");
    expect(orderMachine.roleOf(order.state, asStranger)).toBeUndefined();
    expect(orderMachine.roleOf(order.state, asVisitor)).toBeUndefined();
    expect(listingMachine.roleOf(aLiveListing().state, asBuyer)).toBeUndefined();
  });

  it("R17 support sells the brand's own stock, and no member's piece", () => {
    expect(listingMachine.roleOf(anOwnStockListing().state, asSupport)).toBe("Seller");
    expect(listingMachine.roleOf(aLiveListing().state, asSupport)).toBe("Support");
    expect(listingMachine.roleOf(anOwnStockListing().state, asReviewer)).toBe("Reviewer");
  });

  it("R54 what only machines say, no person may say", () => {
    for (const table of [listingMachine.table, orderMachine.table]) {
      for (const [command, { by }] of Object.entries(table)) {
        const said = ["Record", "Reserve", "Release", "Sell", "Close", "Place"].some(
          (word) => command === word || (word === "Record" && command.startsWith(word)),
        );
        if (!said || command === "RecordReturnReceived") continue;
        for (const role of by) expect(people, command).not.toContain(role);
      }
    }
  });

  it("R54 money is given out by support alone, never by a buyer or a seller", () => {
    for (const command of ["Cancel", "DecideDispute", "ReleasePayout", "DropPayout", "Repeat"] as const) {
      expect(orderMachine.table[command].by).toEqual(["Support"]);
    }
  });
});

describe("addresses", () => {
  it("R19 e-mail addresses are the same in whatever letters", () => {
    expect(sameEmail(email("Ada@Example.com"), email("ada@example.COM"))).toBe(true);
    expect(sameEmail(email("ada@example.com"), email("ada@example.org"))).toBe(false);
    expect(foldEmail(email("Ada@Example.com"))).toBe("ada@example.com");
  });

  it.each([" ada@example.com", "ada@example.com ", "ada@example.com\n"])(
    "R19 what is compared has no blanks around it: %j is no address",
    (text) => {
      expect(Result.isFailure(Schema.decodeUnknownResult(Email)(text))).toBe(true);
    },
  );

  it.each([
    "ada",
    "ada@",
    "@example.com",
    "a b@example.com",
    "ada@example",
    "<ada@example.com>",
    `${"a".repeat(65)}@example.com`,
  ])("%s is no e-mail address", (text) => {
    expect(Result.isFailure(Schema.decodeUnknownResult(Email)(text))).toBe(true);
  });

  it("R38 ZIP codes are compared by five digits", () => {
    expect(zip5("94105-1234" as Zip)).toBe("94105");
    for (const zip of ["9410", "94105-12", "ABCDE", "941051234"]) {
      expect(Result.isFailure(Schema.decodeUnknownResult(PostalAddress)({ ...anAddress(), zip }))).toBe(true);
    }
  });

  it.each([
    ["K1A 0B1", "K1A0B1"],
    ["K1A0B1", "K1A0B1"],
    ["94105", "94105"],
  ])("R38 postal codes of Canada are compared whole, with or without their blank: %s", (zip, place) => {
    expect(zip5(Schema.decodeUnknownSync(Zip)(zip))).toBe(place);
  });

  it("R18 fifty states, each by its name", () => {
    expect(new Set(preLoved.shipTo.regions).size).toBe(50);
    for (const code of preLoved.shipTo.regions) expect(regionName(code)).not.toBe(code);
    expect(preLoved.shipTo.regions).not.toContain("DC");
    expect(regionName("XX" as RegionCode)).toBe("XX");
  });
});
