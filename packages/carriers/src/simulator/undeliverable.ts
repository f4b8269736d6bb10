import { isRegion, type PostalAddress, regionName } from "@resale/core";
import { zipIsIn } from "./zipPrefixes.ts";

/** Why no parcel can go to or come from an address, naming the field; nothing, if one can. */
export const undeliverable = (field: "from" | "to", address: PostalAddress): string | undefined => {
  const { country, region, zip } = address;
  if (country !== "US") return `${field}.country: only addresses in the United States, not ${country}`;
  if (!isRegion(region)) return `${field}.region: there is no state ${region}`;
  if (!zipIsIn(zip, region)) return `${field}.zip: ${zip} is not in ${regionName(region)}`;
  return undefined;
};
