import { Catalogue, type CatalogueFilter } from "@resale/core";
import { Effect, Option } from "effect";

type Wanted = Parameters<Catalogue["Service"]["search"]>[0];

/** A page of what is for sale; `next` is the cursor of the page that follows, null on the last one (R20). */
export const search = Effect.fn("Catalogue.search")(function* (wanted: Wanted) {
  const { entries, next } = yield* (yield* Catalogue).search(wanted);
  return { entries, next: Option.getOrNull(next) };
});

/** How many pieces there are for each value of a facet. */
export const facets = Effect.fn("Catalogue.facets")(function* (filter: CatalogueFilter) {
  return yield* (yield* Catalogue).facets(filter);
});
