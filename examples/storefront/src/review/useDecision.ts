import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Listing } from "../api/queries.ts";

/** A decision about the revision that was looked at; once it is made, the next piece comes. */
export const useDecision = <Input>(done: () => void, decide: (input: Input) => Promise<Listing>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["review"] });
      done();
    },
    onError: () => queries.invalidateQueries({ queryKey: ["listing"] }),
  });
};
