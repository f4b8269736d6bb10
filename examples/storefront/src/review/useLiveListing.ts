import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { client } from "../api/client.ts";
import { type Listing, useListing } from "../api/queries.ts";

/** A listing as it is now, and after whatever another reviewer or its seller does to it. */
export const useLiveListing = (id: Listing["id"]) => {
  const queries = useQueryClient();
  useEffect(() => {
    const looking = new AbortController();
    const { signal } = looking;
    const follow = async (): Promise<void> => {
      for await (const answer of client.live.listing({ params: { listing: id }, signal })) {
        queries.setQueryData(["listing", id], answer);
      }
    };
    // What is there no more, the plain question answers in words.
    follow().catch(() => undefined);
    return () => looking.abort();
  }, [id, queries]);
  return useListing(id);
};
