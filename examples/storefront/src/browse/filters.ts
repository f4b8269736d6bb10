import type { CatalogueEntry, CatalogueFilter, CatalogueSort } from "@resale/core";
import { useMemo } from "react";
import { navigate, useQueryText } from "../routing/location.ts";

export const several = ["category", "grade", "colour", "material"] as const;
export type Several = (typeof several)[number];
export const sorts = ["Newest", "PriceUp", "PriceDown"] as const satisfies ReadonlyArray<CatalogueSort>;
export type Sort = CatalogueSort;
type Amount = CatalogueEntry["price"];

/** What somebody looks for. It stands in the address, so that it can be shared and returned to. */
export interface Filters extends Omit<CatalogueFilter, "priceFrom" | "priceTo"> {
  readonly priceFrom?: Amount;
  readonly priceTo?: Amount;
}

const MOST = 100_000_000_00;

/** Whole dollars as somebody typed them, in cents. */
const amountOf = (text: string | null): Amount | undefined => {
  const value = Math.round(Number(text) * 100);
  return text === null || text.trim() === "" || !(value >= 0 && value <= MOST)
    ? undefined
    : (value as Amount);
};

const read = (query: URLSearchParams): Filters => {
  const filters: { -readonly [K in keyof Filters]: Filters[K] } = {};
  const text = query.get("text")?.trim().slice(0, 200);
  if (text !== undefined && text !== "") filters.text = text;
  for (const key of several) {
    const values = query.getAll(key).filter((value) => value !== "" && value.length <= 200);
    if (values.length > 0) filters[key] = values.slice(0, 50);
  }
  const own = query.get("own");
  if (own === "true" || own === "false") filters.ownStock = own === "true";
  const from = amountOf(query.get("from"));
  const to = amountOf(query.get("to"));
  if (from !== undefined) filters.priceFrom = from;
  if (to !== undefined) filters.priceTo = to;
  return filters;
};

/** The address at which the catalogue is shown like that. */
export const write = (filters: Filters, sort: Sort): string => {
  const query = new URLSearchParams();
  if (filters.text !== undefined) query.set("text", filters.text);
  for (const key of several) for (const value of filters[key] ?? []) query.append(key, value);
  if (filters.ownStock !== undefined) query.set("own", String(filters.ownStock));
  if (filters.priceFrom !== undefined) query.set("from", String(filters.priceFrom / 100));
  if (filters.priceTo !== undefined) query.set("to", String(filters.priceTo / 100));
  if (sort !== "Newest") query.set("sort", sort);
  const text = query.toString();
  return text === "" ? "/" : `/?${text}`;
};

const without = <K extends keyof Filters>(filters: Filters, key: K): Filters => {
  const { [key]: _, ...rest } = filters;
  return rest;
};

/** The filters with one of them changed; `undefined` takes it away. */
export const changed = <K extends keyof Filters>(
  filters: Filters,
  key: K,
  value: Filters[K] | undefined,
): Filters => {
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  return isEmpty ? without(filters, key) : { ...filters, [key]: value };
};

/** The filters with one value of a list put in, or taken out. */
export const toggled = (filters: Filters, key: Several, value: string): Filters => {
  const values = filters[key] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return changed(filters, key, next);
};

/** What is looked for at an address, by its part after the question mark. */
export const askedFor = (text: string): { readonly filters: Filters; readonly sort: Sort } => {
  const query = new URLSearchParams(text);
  const asked = query.get("sort");
  return { filters: read(query), sort: sorts.find((one) => one === asked) ?? "Newest" };
};

export const useFilters = () => {
  const text = useQueryText();
  return useMemo(() => {
    const { filters, sort } = askedFor(text);
    return {
      filters,
      sort,
      set: (next: Filters, by: Sort = sort) => navigate(write(next, by), { replace: true }),
    };
  }, [text]);
};
export type FilterState = ReturnType<typeof useFilters>;
