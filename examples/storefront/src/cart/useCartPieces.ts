import { useQueries } from "@tanstack/react-query";
import { client, problemOf } from "../api/client.ts";
import type { Listing } from "../api/queries.ts";
import { useCart, type Wanted } from "./cart.ts";

/** A bag may hold more pieces than a browser holds connections: they are asked for, not followed. */
const LOOK_AGAIN = 10_000;

/** Why a piece of the cart can't be had just now. */
export type Gone = "Sold" | "Reserved" | "Gone";

export interface CartPiece {
  readonly wanted: Wanted;
  readonly listing: Listing | undefined;
  readonly gone: Gone | undefined;
}

const goneOf = (listing: Listing): Gone | undefined => {
  if (listing.state === "Live") return undefined;
  if (listing.state === "Reserved") return "Reserved";
  return listing.state === "Sold" || listing.state === "Closed" ? "Sold" : "Gone";
};

/** The cart as it stands now: each piece as it is offered, or what became of it. */
export const useCartPieces = (): ReadonlyArray<CartPiece> => {
  const cart = useCart();
  const answers = useQueries({
    queries: cart.map(({ listing }) => ({
      queryKey: ["listing", listing],
      queryFn: () => client.catalogue.listing({ params: { listing: listing as Listing["id"] } }),
      refetchInterval: LOOK_AGAIN,
    })),
  });
  return cart.map((wanted, index) => {
    const { data, error } = answers[index] ?? {};
    const status = problemOf(error)?.status;
    const missing = status === 404 || status === 400;
    const listing = missing ? undefined : data?.listing;
    const gone = missing ? "Gone" : listing === undefined ? undefined : goneOf(listing);
    return { wanted, listing, gone };
  });
};
