import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Listing, ListingAnswer } from "../api/queries.ts";

/** A command of a listing's: what it answers is shown at once. */
export const useListingCommand = <Input = void>(
  listing: Listing,
  act: (params: { readonly listing: Listing["id"] }, input: Input) => Promise<Listing>,
) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act({ listing: listing.id }, input),
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
