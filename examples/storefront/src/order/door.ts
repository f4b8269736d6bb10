import type { ResaleClient } from "@resale/http/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { Way } from "../api/client.ts";
import type { Order, OrderAnswer } from "../api/queries.ts";
import { useAttempt } from "../api/useAttempt.ts";
import { useLive } from "../api/useLive.ts";

/** How somebody comes to an order: signed in, or by a guest's link (R26). */
export interface Door {
  readonly client: ResaleClient;
  readonly way: Way;
  /** Tells apart what one person and another may see of the same order. */
  readonly as: string;
  readonly id: Order["id"];
}

export const DoorContext = createContext<Door | undefined>(undefined);

export const useDoor = (): Door => {
  const door = useContext(DoorContext);
  if (door === undefined) throw new Error("an order is only seen through a door");
  return door;
};

export const useExplanation = () => {
  const { client, as, id } = useDoor();
  return useQuery({
    queryKey: ["order", as, id, "explanation"],
    queryFn: ({ signal }) => client.orders.explainOrder({ params: { order: id }, signal }),
  });
};

/** Follows an order through its door: what others do with it, and what time does, is seen at once. */
export const useLiveOrder = (
  { as, id }: { readonly as: string; readonly id: Order["id"] | undefined },
  follow: (signal: AbortSignal) => AsyncIterable<OrderAnswer>,
): void => {
  const queries = useQueryClient();
  useLive({
    key: id === undefined ? undefined : ["order", as, id],
    follow,
    onChange: () => {
      void queries.invalidateQueries({ queryKey: ["order", as, id, "explanation"] });
      // What is due is told from now: where the clock can be set, it may be another now.
      void queries.invalidateQueries({ queryKey: ["clock"] });
    },
  });
};

/** A command of the order's: what it answers is shown at once. */
export const useOrderCommand = <Input = void>(
  act: (door: Door, key: string, input: Input) => Promise<Order>,
) => {
  const door = useDoor();
  const queries = useQueryClient();
  const key = ["order", door.as, door.id];
  const send = useAttempt((input: Input, attempt) => act(door, attempt, input));
  return useMutation({
    mutationFn: send,
    onSuccess: (order) => {
      queries.setQueryData(key, (old: OrderAnswer | undefined) => ({ version: old?.version ?? 0, order }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
};
