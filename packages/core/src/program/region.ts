import type { PostalAddress } from "../address/PostalAddress.ts";
import { regionName } from "../address/regions.ts";
import { isZipOfRegion, regionsOfZip } from "../address/zips.ts";
import { invalid, type Rejection } from "../lifecycle/Rejection.ts";
import type { Program } from "./Program.ts";

type Direction = "ShipTo" | "ShipFrom";

/** Why a parcel can't go to or come from a place; refused by the place's name (R18). */
export const regionRefusal = (
  program: Program,
  direction: Direction,
  address: Pick<PostalAddress, "country" | "region">,
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

/** Buyers give their address with the cart; a seller's is that of the loyalty account (R2). */
const wayOut = ({ loyalty }: Program, direction: Direction): string => {
  const correct = "correct the ZIP code or the state";
  return direction === "ShipTo" ? correct : `${correct} in your ${loyalty} account`;
};

/** Why a parcel can't go to or come from an address: its place is not served, or its ZIP code is of another one (R18). */
export const addressRefusal = (
  program: Program,
  direction: Direction,
  address: Pick<PostalAddress, "country" | "region" | "zip">,
): Rejection | undefined => {
  const refusal = regionRefusal(program, direction, address);
  if (refusal !== undefined || isZipOfRegion(address)) return refusal;
  const { country, region, zip } = address;
  const others = regionsOfZip(country, zip)?.map(regionName).join(" or ");
  const where = others ? `is in ${others}, not in ${regionName(region)}` : `is not in ${regionName(region)}`;
  const field = direction === "ShipTo" ? "shipTo.zip" : "shipFrom.zip";
  return invalid({ field, problem: `${zip} ${where}: ${wayOut(program, direction)}` });
};
