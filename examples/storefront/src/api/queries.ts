import type { ResaleClient } from "@resale/http/client";
import { QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { onSession } from "../session/session.ts";
import { client, problemOf } from "./client.ts";
import { useLive } from "./useLive.ts";

export type Answer<F> = F extends (...of: never) => Promise<infer A> ? A : never;
export type ProgramFacts = Answer<ResaleClient["catalogue"]["program"]>;
export type ListingAnswer = Answer<ResaleClient["catalogue"]["listing"]>;
export type CheckoutAnswer = Answer<ResaleClient["buying"]["checkout"]>;
export type OrderAnswer = Answer<ResaleClient["orders"]["order"]>;
export type Listing = ListingAnswer["listing"];
export type Order = OrderAnswer["order"];
export type Explanation = Answer<ResaleClient["orders"]["explainOrder"]>;

const isWorthRepeating = (error: unknown): boolean => {
  const status = problemOf(error)?.status;
  return status === undefined || status >= 500;
};

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 30 * 60_000,
      retry: (count, error) => count < 2 && isWorthRepeating(error),
    },
  },
});

// What one person saw is not shown to the next.
onSession(() => queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== "program" }));

/** The marketplace's rules and texts: they don't change while somebody looks. */
export const programQuery = ({ catalogue }: ResaleClient = client) =>
  queryOptions({
    queryKey: ["program"],
    queryFn: ({ signal }) => catalogue.program({ signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useProgram = () => useQuery(programQuery());

export const listingQuery = (id: string, { catalogue }: ResaleClient = client) =>
  queryOptions({
    queryKey: ["listing", id],
    queryFn: ({ signal }) => catalogue.listing({ params: { listing: id as Listing["id"] }, signal }),
  });

export const useListing = (id: string) => useQuery(listingQuery(id));

/** A listing, and what becomes of it while somebody looks. */
export const useLiveListing = (id: string) => {
  const asked = useListing(id);
  useLive<ListingAnswer>({
    key: asked.isSuccess ? ["listing", id] : undefined,
    follow: (signal) => client.live.listing({ params: { listing: id as Listing["id"] }, signal }),
  });
  return asked;
};
