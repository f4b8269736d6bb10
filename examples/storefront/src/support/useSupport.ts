import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

/** An act of support's: all that is on the desk may look different after it. */
export const useSupport = <Input = void>(act: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient();
  const under = useRef(false);
  const mutation = useMutation({
    mutationFn: act,
    onSettled: () => {
      under.current = false;
      return queries.invalidateQueries({ queryKey: ["support"] });
    },
  });
  const { mutateAsync, ...state } = mutation;
  /** Once, however often the button is hit; what went wrong is shown beside it. */
  const mutate = (input: Input): void => {
    if (under.current) return;
    under.current = true;
    mutateAsync(input).catch(() => undefined);
  };
  return { ...state, mutate };
};
