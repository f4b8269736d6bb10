import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";

const FOLLOW = 30_000;

/** What waits for review, the most urgent first (R13). */
export const useQueue = () =>
  useQuery({
    queryKey: ["review"],
    queryFn: async ({ signal }) => (await client.review.queue({ query: { limit: 100 }, signal })).entries,
    refetchInterval: FOLLOW,
  });
