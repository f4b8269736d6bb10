import {
  canadianRegions,
  fiftyStates,
  isZipOfRegion,
  type PostalAddress,
  regionsOfZip,
  type Zip,
} from "@resale/core";
import { anAddress } from "@resale/testkit";
import { describe, expect, it } from "vitest";

const isOf = (country: string, zip: string, region: string): boolean =>
  isZipOfRegion(anAddress({ country: country as PostalAddress["country"], zip, region }));

const american =
  "10118 NY|06390 NY|00501 NY|90210 CA|99501 AK|96813 HI|02134 MA|20500 DC|33040 FL|60601 IL|75001 TX|88510 TX|83414 WY|84101 UT|05001 VT|03801 NH|04101 ME|02901 RI|06101 CT|19801 DE|00901 PR|09007 AE|10118-0110 NY";
const canadian =
  "T2P 1J9 AB|V6B 1A1 BC|R3C 1A5 MB|E1C 1A1 NB|A1C 1A1 NL|B3J 1A1 NS|X1A 1A1 NT|X0A 0H0 NU|K1A 0B1 ON|M5V1J1 ON|C1A 1A1 PE|H2Y 1C6 QC|S4P 1A1 SK|Y1A 1A1 YT";

const pairs = (table: string) => table.split("|").map((row) => [row.slice(0, -3), row.slice(-2)] as const);

describe("a ZIP code", () => {
  it.each(pairs(american))("R18 %s is of %s, and of no other state", (zip, region) => {
    expect(isOf("US", zip, region)).toBe(true);
    for (const state of fiftyStates) {
      const both = new Set(["063", "834"]).has(zip.slice(0, 3));
      if (state !== region && !both) expect(isOf("US", zip, state), state).toBe(false);
    }
  });

  it.each(pairs(canadian))("R18 %s is of %s", (zip, region) => {
    expect(isOf("CA", zip, region)).toBe(true);
    const regions = regionsOfZip("CA", zip as Zip) ?? [];
    expect(canadianRegions.filter((one) => isOf("CA", zip, one))).toEqual(
      canadianRegions.filter((one) => regions.includes(one)),
    );
  });

  it.each([
    ["US", "90210", "NY"],
    ["US", "10118", "NJ"],
    ["US", "00000", "NY"],
    ["US", "99999", "WY"],
    ["US", "10118", "XX"],
    ["US", "K1A 0B1", "NY"],
    ["CA", "K1A 0B1", "QC"],
    ["CA", "10118", "ON"],
  ])("R18 of another region is known: %s %s is not in %s", (country, zip, region) => {
    expect(isOf(country, zip, region)).toBe(false);
  });

  it("R18 has every state and province as a place of its own", () => {
    const all = Array.from({ length: 1000 }, (_, start) => `${String(start).padStart(3, "0")}01` as Zip);
    expect(new Set(all.flatMap((zip) => regionsOfZip("US", zip) ?? []))).toEqual(
      new Set([...fiftyStates, ..."DC PR VI AS GU MP FM MH PW AA AE AP".split(" ")]),
    );
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `${letter}1A 1A1` as Zip);
    expect(new Set(letters.flatMap((zip) => regionsOfZip("CA", zip) ?? []))).toEqual(
      new Set(canadianRegions),
    );
  });

  it("R18 of a country whose codes are not known may be of any region", () => {
    expect(regionsOfZip("MX", "90210" as Zip)).toBeUndefined();
    expect(isOf("MX", "90210", "NY")).toBe(true);
  });
});
