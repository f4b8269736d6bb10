import type { Program } from "../program/Program.ts";
import type { CatalogueEntry } from "./CatalogueEntry.ts";
import { coverPhoto } from "./Details.ts";
import { type Listing, productOf } from "./Listing.ts";

/** The listing as shoppers may find it: while it can be bought, or is held by somebody else just now. */
export const catalogueEntryOf = (listing: Listing, program: Program): CatalogueEntry | null => {
  if (listing._tag !== "Live" && listing._tag !== "Reserved") return null;
  const product = productOf(listing);
  const photo = coverPhoto(program, listing.details)?.photo;
  return {
    listing: listing.id,
    title: product.name,
    description: listing.details.description,
    category: product.category,
    grade: listing.details.grade,
    colour: product.colour ?? null,
    material: product.material ?? null,
    price: listing.terms.price,
    msrp: product.msrp,
    photo: photo?.id ?? null,
    ...(photo?.placeholder === undefined ? {} : { placeholder: photo.placeholder }),
    ownStock: listing.seller._tag === "Brand",
    reserved: listing._tag === "Reserved",
    listedAt: listing.terms.approvedAt,
  };
};
