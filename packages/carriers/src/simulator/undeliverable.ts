import { isRegion, isZipOfRegion, type PostalAddress, regionName } from "@resale/core";

/** Why no parcel can go to or come from an address, naming the field; nothing, if one can. */
export const undeliverable = (field: "from" | "to", address: PostalAddress): string | undefined => {
  const { country, region, zip } = address;
  if (country !== "US") return `${field}.country: only addresses in the United States, not ${country}`;
  if (!isRegion(region)) return `${field}.region: there is no state ${region}`;
  if (!isZipOfRegion(address)) return `${field}.zip: ${zip} is not in ${regionName(region)}`;
  return undefined;
};
