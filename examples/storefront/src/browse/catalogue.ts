import type { ResaleClient } from "@resale/http/client";
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import { client } from "../api/client.ts";
import type { Answer } from "../api/queries.ts";
import type { Filters, Sort } from "./filters.ts";

const PAGE = 24;

export type Facets = Answer<typeof client.catalogue.facets>;
export type Entry = Answer<typeof client.catalogue.search>["entries"][number];

/** The pieces that fit, page after page. Pages stay known, so that whoever returns finds their place. */
export const piecesQuery = (filters: Filters, sort: Sort, { catalogue }: ResaleClient = client) =>
  infiniteQueryOptions({
    queryKey: ["catalogue", filters, sort],
    queryFn: ({ pageParam, signal }) =>
      catalogue.search({
        query: { ...filters, sort, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 60_000,
  });

export const usePieces = (filters: Filters, sort: Sort) =>
  useInfiniteQuery({ ...piecesQuery(filters, sort), placeholderData: keepPreviousData });

export const facetsQuery = (filters: Filters, { catalogue }: ResaleClient = client) =>
  queryOptions({
    queryKey: ["facets", filters],
    queryFn: ({ signal }) => catalogue.facets({ query: filters, signal }),
    staleTime: 60_000,
  });

export const useFacets = (filters: Filters) =>
  useQuery({ ...facetsQuery(filters), placeholderData: keepPreviousData });

/** How many pieces fit, as far as they were counted: all, once the last page is there. */
export const foundOf = (facets: Facets | undefined, pieces: ReturnType<typeof usePieces>) => {
  const shown = pieces.data?.pages.reduce((sum, { entries }) => sum + entries.length, 0) ?? 0;
  if (facets === undefined) return { count: shown, isMore: false };
  if (facets.counted === "Exactly") return { count: facets.total, isMore: false };
  return { count: Math.max(facets.total, shown), isMore: pieces.isPending || pieces.hasNextPage };
};
