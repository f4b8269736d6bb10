import { useMutation, useQueryClient } from "@tanstack/react-query";

/** An act of support's: all that is on the desk may look different after it. */
export const useSupport = <Input = void>(act: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ["support"] }),
  });
};
