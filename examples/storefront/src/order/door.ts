import type { ResaleClient } from "@resale/http/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { Order, OrderAnswer } from "../api/queries.ts";

/** How somebody comes to an order: signed in, or by a guest's link (R26). */
export interface Door {
  readonly client: ResaleClient;
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

const FOLLOW = 15_000;

export const useExplanation = () => {
  const { client, as, id } = useDoor();
  return useQuery({
    queryKey: ["order", as, id, "explanation"],
    queryFn: ({ signal }) => client.orders.explainOrder({ params: { order: id }, signal }),
    refetchInterval: FOLLOW,
  });
};

/** A command of the order's: what it answers is shown at once. */
export const useOrderCommand = <Input = void>(act: (door: Door, input: Input) => Promise<Order>) => {
  const door = useDoor();
  const queries = useQueryClient();
  const key = ["order", door.as, door.id];
  return useMutation({
    mutationFn: (input: Input) => act(door, input),
    onSuccess: (order) => {
      queries.setQueryData(key, (old: OrderAnswer | undefined) => ({ version: old?.version ?? 0, order }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
};
