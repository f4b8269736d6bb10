import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client, problemOf } from "./client.ts";

const SECOND = 1000;

/** How far the shop's clock is ahead of this device's; null where the shop's clock can't be set. */
export const useClock = () =>
  useQuery({
    queryKey: ["clock"],
    queryFn: async ({ signal }) => {
      try {
        const { now, next } = await client.sandbox.clock({ signal });
        return { ahead: now - Date.now(), next, settable: true };
      } catch (error) {
        if (problemOf(error) === undefined) throw error;
        return { ahead: 0, next: null, settable: false };
      }
    },
    staleTime: 20 * SECOND,
    refetchInterval: 60 * SECOND,
  });

/** The shop's own time, ticking. */
export const useNow = (every: number = SECOND): number => {
  const { data } = useClock();
  const [present, setPresent] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setPresent(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return present + (data?.ahead ?? 0);
};
