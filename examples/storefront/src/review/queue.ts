import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { client } from "../api/client.ts";

const KEY = ["review", "queue"];
const FOLLOW = 60_000;

/** What waits for review, the most urgent first (R13), as it is now and after each change. */
export const useQueue = () => {
  const queries = useQueryClient();
  useEffect(() => {
    const looking = new AbortController();
    const { signal } = looking;
    const follow = async (): Promise<void> => {
      for await (const waiting of client.live.reviewQueue({ signal })) queries.setQueryData(KEY, waiting);
    };
    // Who may not look on, or can't just now, still has what is asked for from time to time.
    follow().catch(() => undefined);
    return () => looking.abort();
  }, [queries]);
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await client.review.queue({ query: { limit: 100 }, signal })).entries,
    refetchInterval: FOLLOW,
  });
};
