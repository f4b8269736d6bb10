import { type PostalAddress, Zip, zip5 } from "@resale/core";
import type { Where } from "./Story.ts";

const cityOf = ({ city, region }: PostalAddress): string => `${city}, ${region}`;

/** The ends of the country, one of which is not where the parcel should go. */
const elsewhere = [
  { place: "Key West, FL", zip: Zip.make("33040") },
  { place: "Ketchikan, AK", zip: Zip.make("99901") },
] as const;

/** The place and ZIP code a scan names. A hub names no ZIP code, as carriers' do not. */
export const placeOf = (
  where: Where,
  { from, to }: { readonly from: PostalAddress; readonly to: PostalAddress },
): { readonly place: string; readonly zip?: Zip } => {
  if (typeof where !== "string") return where;
  if (where === "Origin") return { place: cityOf(from), zip: from.zip };
  if (where === "Hub") return { place: `${cityOf(from)} distribution center` };
  if (where === "Destination") return { place: cityOf(to), zip: to.zip };
  return zip5(to.zip) === elsewhere[0].zip ? elsewhere[1] : elsewhere[0];
};
