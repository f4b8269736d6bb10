import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Listing, ListingAnswer } from "../api/queries.ts";
import { useAttempt } from "../api/useAttempt.ts";

/** A command of a listing's: what it answers is shown at once. */
export const useListingCommand = <Input = void>(
  listing: Listing,
  act: (params: { readonly listing: Listing["id"] }, key: string, input: Input) => Promise<Listing>,
) => {
  const queries = useQueryClient();
  const send = useAttempt((input: Input, key) => act({ listing: listing.id }, key, input));
  return useMutation({
    mutationFn: send,
    onSuccess: (next) => {
      queries.setQueryData(["listing", listing.id], (old: ListingAnswer | undefined) =>
        old === undefined ? undefined : { ...old, listing: next },
      );
      void queries.invalidateQueries({ queryKey: ["selling"] });
    },
    // A draft is saved while it is typed: what comes late must not undo what came after it.
    scope: { id: listing.id },
  });
};
