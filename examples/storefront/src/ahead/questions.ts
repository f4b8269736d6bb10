import type { ResaleClient } from "@resale/http/client";
import type { QueryClient } from "@tanstack/react-query";
import { listingQuery, programQuery } from "../api/queries.ts";
import { facetsQuery, piecesQuery } from "../browse/catalogue.ts";
import { askedFor } from "../browse/filters.ts";
import type { Place } from "../routing/location.ts";
import { match } from "../routing/match.ts";

/**
 * Asks what a page asks first, where strangers come to it; answers whether it is such a page. Fails as the first
 * question that does.
 */
export const askFirst = async (
  queries: QueryClient,
  client: ResaleClient,
  { pathname, search }: Place,
): Promise<boolean> => {
  const listing = match("/listings/:id", pathname)?.["id"];
  if (listing !== undefined) {
    await Promise.all([
      queries.fetchQuery(programQuery(client)),
      queries.fetchQuery(listingQuery(listing, client)),
    ]);
    return true;
  }
  if (pathname !== "/") return false;
  const { filters, sort } = askedFor(search);
  await Promise.all([
    queries.fetchQuery(programQuery(client)),
    queries.fetchInfiniteQuery(piecesQuery(filters, sort, client)),
    queries.fetchQuery(facetsQuery(filters, client)),
  ]);
  return true;
};
