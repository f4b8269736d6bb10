import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Listing, ListingAnswer } from "../api/queries.ts";

/** A decision about the revision that was looked at: made once, however often the button is hit. */
export const useDecision = <Input>(done: () => void, decide: (input: Input) => Promise<Listing>) => {
  const queries = useQueryClient();
  const under = useRef(false);
  const mutation = useMutation({
    mutationFn: decide,
    onSuccess: (listing) => {
      queries.setQueryData<ReadonlyArray<Listing>>(["review", "queue"], (waiting) =>
        waiting?.filter(({ id }) => id !== listing.id),
      );
      done();
      // Whoever goes on to its page sees it as it is now.
      queries.setQueryData<ListingAnswer>(
        ["listing", listing.id],
        (answer) => answer && { ...answer, listing },
      );
    },
    onError: () => {
      under.current = false;
      return queries.invalidateQueries({ queryKey: ["listing"] });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["review"] }),
  });
  const decideOnce = (input: Input): void => {
    if (under.current) return;
    under.current = true;
    mutation.mutate(input);
  };
  return { decide: decideOnce, error: mutation.error, isPending: mutation.isPending };
};
