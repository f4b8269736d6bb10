import type { RegionCode } from "../address/PostalAddress.ts";
import { regionName } from "../address/regions.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import type { Program } from "./Program.ts";

/** Why a parcel can't go to or come from a place; refused by the place's name (R18). */
export const regionRefusal = (
  program: Program,
  direction: "ShipTo" | "ShipFrom",
  address: { readonly country: string; readonly region: RegionCode },
): Rejection | undefined => {
  const { country, regions } = direction === "ShipTo" ? program.shipTo : program.shipFrom;
  if (address.country !== country) {
    return {
      _tag: "RegionRefused",
      direction,
      code: address.country,
      name: `the country ${address.country}`,
    };
  }
  if (regions.includes(address.region)) return undefined;
  return { _tag: "RegionRefused", direction, code: address.region, name: regionName(address.region) };
};
