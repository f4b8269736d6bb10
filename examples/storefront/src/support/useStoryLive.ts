import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { client } from "../api/client.ts";
import type { Order } from "../api/queries.ts";

/** As soon as something happens to an order, all that is shown of it is asked for anew. */
export const useStoryLive = (id: Order["id"]): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const looking = new AbortController();
    const { signal } = looking;
    const follow = async (): Promise<void> => {
      for await (const _ of client.live.order({ params: { order: id }, signal })) {
        await queries.invalidateQueries({ queryKey: ["support"] });
      }
    };
    // What can't be followed is asked for from time to time.
    follow().catch(() => undefined);
    return () => looking.abort();
  }, [id, queries]);
};
