import { Context, type Effect, type Option } from "effect";
import type { CatalogueEntry } from "../listing/CatalogueEntry.ts";
import type { StoreUnavailable } from "./Store.ts";

/** What a shopper looks for: every filter named must hold; several values of one filter are alternatives. */
export interface CatalogueFilter {
  readonly text?: string;
  readonly category?: ReadonlyArray<string>;
  readonly grade?: ReadonlyArray<string>;
  readonly colour?: ReadonlyArray<string>;
  readonly material?: ReadonlyArray<string>;
  readonly ownStock?: boolean;
  /** Cents, both ends included. */
  readonly priceFrom?: number;
  readonly priceTo?: number;
}

export type CatalogueSort = "Newest" | "PriceUp" | "PriceDown";

export interface CataloguePage {
  readonly entries: ReadonlyArray<CatalogueEntry>;
  /** Opaque; give it back for the page that follows. None on the last page. */
  readonly next: Option.Option<string>;
}

/** How many entries there are for each value of a facet, most first. A facet's own filter does not narrow its counts. */
export interface Facets {
  /**
   * `AtLeast`: of words that thousands of entries have, only some entries were counted. There are as many as told and
   * likely more, of values that are not named too (R20).
   */
  readonly counted: "Exactly" | "AtLeast";
  readonly total: number;
  readonly category: ReadonlyArray<FacetCount>;
  readonly grade: ReadonlyArray<FacetCount>;
  readonly colour: ReadonlyArray<FacetCount>;
  readonly material: ReadonlyArray<FacetCount>;
  readonly ownStock: ReadonlyArray<FacetCount>;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Live listings, for shoppers. Written by the store with the listing itself, in the same commit. */
export class Catalogue extends Context.Service<
  Catalogue,
  {
    /** A cursor that was not made by this catalogue, or for another sorting, is none: the first page is given. */
    readonly search: (request: {
      readonly filter: CatalogueFilter;
      readonly sort: CatalogueSort;
      readonly limit: number;
      readonly cursor?: string;
    }) => Effect.Effect<CataloguePage, StoreUnavailable>;
    readonly facets: (filter: CatalogueFilter) => Effect.Effect<Facets, StoreUnavailable>;
  }
>()("@resale/core/ports/Catalogue") {}
