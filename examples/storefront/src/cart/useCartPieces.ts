import { useQueries } from "@tanstack/react-query";
import { client, problemOf } from "../api/client.ts";
import type { CheckoutAnswer, Listing } from "../api/queries.ts";
import { holding, useHeld } from "../checkout/held.ts";
import { useCart, type Wanted } from "./cart.ts";

/** A bag may hold more pieces than a browser holds connections: they are asked for, not followed. */
const LOOK_AGAIN = 10_000;

/** Why a piece of the cart can't be had just now. */
export type Gone = "Sold" | "Reserved" | "Gone";

export interface CartPiece {
  readonly wanted: Wanted;
  readonly listing: Listing | undefined;
  readonly gone: Gone | undefined;
  /** The checkout by which whoever looks holds it themselves. */
  readonly held: CheckoutAnswer["id"] | undefined;
}

const goneOf = (listing: Listing): Gone | undefined => {
  if (listing.state === "Live") return undefined;
  if (listing.state === "Reserved") return "Reserved";
  return listing.state === "Sold" || listing.state === "Closed" ? "Sold" : "Gone";
};

/** The cart as it stands now: each piece as it is offered, or what became of it. */
export const useCartPieces = (): ReadonlyArray<CartPiece> => {
  const cart = useCart();
  const mine = useHeld();
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
    const found = missing ? "Gone" : listing === undefined ? undefined : goneOf(listing);
    const isLost = found === "Sold" || found === "Gone";
    const held = isLost ? undefined : holding(mine, wanted.listing);
    // Its own page may not have told yet that it is held.
    const gone = held === undefined ? found : "Reserved";
    return { wanted, listing, gone, held };
  });
};
