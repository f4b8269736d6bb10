import { CountryCode, isZipOfRegion, RegionCode, Zip } from "@resale/core";
import { anAddress, aProgram } from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { addressRefusal, regionRefusal } from "../../src/program/region.ts";

const eastern = aProgram({
  shipTo: { country: "US", regions: ["NY", "CA"] },
  shipFrom: { country: "US", regions: ["NJ", "NY"] },
});
const canadian = aProgram({ shipTo: { country: "CA", regions: ["ON"] } });

describe("where a parcel may come from and go to", () => {
  it.each([
    ["NY", undefined, undefined],
    ["CA", undefined, "California"],
    ["NJ", "New Jersey", undefined],
    ["PR", "Puerto Rico", "Puerto Rico"],
  ])("R18 sending has a list of its own: to and from %s", (region, to, from) => {
    const address = anAddress({ region });
    expect(regionRefusal(eastern, "ShipTo", address)?._tag).toBe(to && "RegionRefused");
    expect(regionRefusal(eastern, "ShipFrom", address)?._tag).toBe(from && "RegionRefused");
    const refused = (direction: string, name: string | undefined) =>
      name && { _tag: "RegionRefused", direction, code: region, name };
    expect(regionRefusal(eastern, "ShipTo", address)).toEqual(refused("ShipTo", to));
    expect(regionRefusal(eastern, "ShipFrom", address)).toEqual(refused("ShipFrom", from));
  });

  it("R18 another country is refused by its code, in either direction, even where the region's code is known", () => {
    const ontario = anAddress({ country: "CA" as CountryCode, region: "ON", zip: "K1A 0B1" });
    expect(regionRefusal(canadian, "ShipTo", ontario)).toBeUndefined();
    expect(regionRefusal(canadian, "ShipFrom", ontario)).toEqual({
      _tag: "RegionRefused",
      direction: "ShipFrom",
      code: "CA",
      name: "the country CA",
    });
    expect(regionRefusal(canadian, "ShipTo", anAddress())).toMatchObject({ name: "the country US" });
    expect(
      regionRefusal(eastern, "ShipTo", anAddress({ country: "MX" as CountryCode, region: "NY" })),
    ).toMatchObject({
      code: "MX",
      name: "the country MX",
    });
  });

  it("R18 of a country whose codes are not known any ZIP code may be one of any region", () => {
    const zip = anAddress().zip;
    expect(isZipOfRegion({ country: CountryCode.make("FR"), region: RegionCode.make("IF"), zip })).toBe(true);
    expect(isZipOfRegion({ ...anAddress(), zip: Zip.make("90210") })).toBe(false);
  });

  it("R18 a ZIP code of another state is refused by its field, with where it is and what to do", () => {
    const beverly = anAddress({ region: "NY", zip: "90210" });
    const nowhere = anAddress({ region: "NY", zip: "00001" });
    const way = "correct the ZIP code or the state";
    const fault = (field: string, problem: string) => ({ _tag: "Invalid", faults: [{ field, problem }] });
    expect(addressRefusal(eastern, "ShipTo", beverly)).toEqual(
      fault("shipTo.zip", `90210 is in California, not in New York: ${way}`),
    );
    expect(addressRefusal(eastern, "ShipTo", nowhere)).toEqual(
      fault("shipTo.zip", `00001 is not in New York: ${way}`),
    );
    expect(addressRefusal(eastern, "ShipFrom", beverly)).toEqual(
      fault(
        "shipFrom.zip",
        `90210 is in California, not in New York: ${way} in your ${eastern.loyalty} account`,
      ),
    );
    expect(addressRefusal(eastern, "ShipTo", anAddress({ zip: "12207-1234" }))).toBeUndefined();
    expect(addressRefusal(eastern, "ShipTo", anAddress({ region: "PR" }))?._tag).toBe("RegionRefused");
  });
});
