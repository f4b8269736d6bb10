import type {
  Catalogue,
  CatalogueEntry,
  CatalogueFilter,
  CataloguePage,
  CatalogueSort,
  FacetCount,
  Facets,
} from "@resale/core";
import { spellingsOf } from "@resale/core";
import { Option } from "effect";
import type { Database } from "./Database.ts";

type Facet = "category" | "grade" | "colour" | "material" | "ownStock";

const words = (text: string): ReadonlyArray<string> => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const textOf = ({ title, description, category, colour, material }: CatalogueEntry): string =>
  [title, description, category, colour, material].join(" ");

const among = (values: ReadonlyArray<string> | undefined, value: string | null): boolean =>
  values === undefined || values.length === 0 || (value !== null && values.includes(value));

const meets = (filter: CatalogueFilter, entry: CatalogueEntry): boolean => {
  const { text, ownStock, priceFrom, priceTo } = filter;
  if (!among(filter.category, entry.category) || !among(filter.grade, entry.grade)) return false;
  if (!among(filter.colour, entry.colour) || !among(filter.material, entry.material)) return false;
  if (ownStock !== undefined && entry.ownStock !== ownStock) return false;
  if (priceFrom !== undefined && entry.price < priceFrom) return false;
  if (priceTo !== undefined && entry.price > priceTo) return false;
  if (text === undefined) return true;
  const found = new Set(words(textOf(entry)));
  return words(text).every((word) => spellingsOf(word).some((spelling) => found.has(spelling)));
};

const sortValue = (sort: CatalogueSort, entry: CatalogueEntry): number =>
  sort === "Newest" ? -entry.listedAt : sort === "PriceUp" ? entry.price : -entry.price;

/** The higher id first where the order falls, the lower first where it rises, as one index gives it. */
const inOrder = (
  sort: CatalogueSort,
  value: number,
  id: string,
  other: readonly [number, string],
): number => {
  if (value !== other[0]) return value - other[0];
  if (id === other[1]) return 0;
  return id < other[1] === (sort === "PriceUp") ? -1 : 1;
};

const encode = (sort: CatalogueSort, value: number, id: string): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");

const decode = (sort: CatalogueSort, cursor: string | undefined): readonly [number, string] | undefined => {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(parts) || parts[0] !== sort) return undefined;
    return typeof parts[1] === "number" && typeof parts[2] === "string" ? [parts[1], parts[2]] : undefined;
  } catch {
    return undefined;
  }
};

export const search = (
  database: Database,
  { filter, sort, limit, cursor }: Parameters<Catalogue["Service"]["search"]>[0],
): CataloguePage => {
  const after = decode(sort, cursor);
  const found = [...database.catalogue]
    .filter(([id, entry]) => {
      if (!meets(filter, entry)) return false;
      return after === undefined || inOrder(sort, sortValue(sort, entry), id, after) > 0;
    })
    .sort(([id, entry], [otherId, other]) =>
      inOrder(sort, sortValue(sort, entry), id, [sortValue(sort, other), otherId]),
    );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next =
    last === undefined || found.length <= limit
      ? Option.none<string>()
      : Option.some(encode(sort, sortValue(sort, last[1]), last[0]));
  return { entries: page.map(([, entry]) => entry), next };
};

const counts = (database: Database, filter: CatalogueFilter, facet: Facet): ReadonlyArray<FacetCount> => {
  const { [facet]: _, ...others } = filter;
  const found = new Map<string, number>();
  for (const entry of database.catalogue.values()) {
    const value = entry[facet];
    if (value === null || !meets(others, entry)) continue;
    found.set(String(value), (found.get(String(value)) ?? 0) + 1);
  }
  return [...found]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
};

export const facets = (database: Database, filter: CatalogueFilter): Facets => ({
  counted: "Exactly",
  total: [...database.catalogue.values()].filter((entry) => meets(filter, entry)).length,
  category: counts(database, filter, "category"),
  grade: counts(database, filter, "grade"),
  colour: counts(database, filter, "colour"),
  material: counts(database, filter, "material"),
  ownStock: counts(database, filter, "ownStock"),
});
