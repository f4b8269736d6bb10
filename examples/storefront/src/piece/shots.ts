import type { Listing, ProgramFacts } from "../api/queries.ts";
import { words } from "./words.ts";

type ListingPhoto = Listing["details"]["photos"][number];

/** What a photo shows, in words. */
export const captionOf = (photo: ListingPhoto, listing: Listing, program: ProgramFacts): string => {
  const { shows } = photo;
  switch (shows._tag) {
    case "Shot":
      return program.photos.required.find(({ key }) => key === shows.key)?.label ?? shows.key;
    case "Tag":
      return words.tag;
    case "Imperfection": {
      const text = listing.details.imperfections.find(({ key }) => key === shows.key)?.text;
      return words.closeUp(text ?? shows.key);
    }
    case "Other":
      return words.other;
  }
};
