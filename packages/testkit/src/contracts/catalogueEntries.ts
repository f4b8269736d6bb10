import {
  Catalogue,
  type CatalogueEntry,
  type CatalogueFilter,
  type CatalogueSort,
  cents,
  ListingId,
  Store,
} from "@resale/core";
import { assert } from "chai";
import { Effect, Option } from "effect";
import { change, NOON, newId } from "./changes.ts";

/** Letters only, so that it is one word of its own to every search. */
export const newWord = (): string =>
  newId()
    .replaceAll(/[^a-f0-9]/g, "")
    .replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "q");

export const entry = (fields: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  listing: ListingId.make(newId()),
  title: "Jet Set tote",
  description: "Carried twice.",
  category: "handbags",
  grade: "Excellent",
  colour: null,
  material: null,
  price: cents(10_000),
  msrp: cents(20_000),
  photo: null,
  ownStock: false,
  reserved: false,
  listedAt: NOON,
  ...fields,
});

export const show = (entries: ReadonlyArray<CatalogueEntry>, expected = 0) =>
  Effect.gen(function* () {
    const { commit } = yield* Store;
    yield* Effect.forEach(
      entries,
      (catalogue) =>
        commit({ changes: [change({ kind: "listing", id: catalogue.listing }, { expected, catalogue })] }),
      { concurrency: 16, discard: true },
    );
    return entries;
  });

export const find = (filter: CatalogueFilter, sort: CatalogueSort = "Newest", limit = 100) =>
  Effect.gen(function* () {
    const { search } = yield* Catalogue;
    return (yield* search({ filter, sort, limit })).entries;
  });

export const listings = (entries: ReadonlyArray<CatalogueEntry>) => entries.map(({ listing }) => listing);
export const sorted = (entries: ReadonlyArray<CatalogueEntry>) => [...listings(entries)].sort();

/** All pages, with something done between them. */
export const pages = <E, R>(
  filter: CatalogueFilter,
  sort: CatalogueSort,
  limit: number,
  between: Effect.Effect<unknown, E, R>,
) =>
  Effect.gen(function* () {
    const { search } = yield* Catalogue;
    const seen: Array<CatalogueEntry> = [];
    let cursor: string | undefined;
    do {
      const page = yield* search({ filter, sort, limit, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.entries);
      assert.isAtMost(seen.length, 10_000, "the pages never end");
      cursor = Option.getOrUndefined(page.next);
      yield* between;
    } while (cursor !== undefined);
    return seen;
  });
