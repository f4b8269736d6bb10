import type { Meaning } from "../lifecycle/Machine.ts";
import { beginOrder, evolutions } from "./evolve.ts";
import type { Order } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import { bookingOf } from "./postings.ts";
import { reactionTo } from "./tasks.ts";

type Tag = OrderEvent["_tag"];

/** What is written of a fact in three places, put together. Each function meets only its own fact: here it is trusted. */
const meaning = (tag: Tag): unknown => ({
  evolve: evolutions[tag],
  react: reactionTo(tag),
  postings: bookingOf(tag),
});

// A Map: an object that was asked for many names takes thrice as long, and it is asked at every fact.
const meanings = new Map(
  (Object.keys(evolutions) as ReadonlyArray<Tag>).map((tag) => [
    tag,
    meaning(tag) as Meaning<Order, OrderEvent>,
  ]),
);

/** What a fact of that name comes to. */
export const orderMeaningOf = (tag: Tag): Meaning<Order, OrderEvent> => {
  const found = meanings.get(tag);
  if (found === undefined) throw new Error(`an order knows no fact ${tag}`);
  return found;
};

/** The order that a fact makes of the one before. */
export const evolveOrder = (order: Order | undefined, event: OrderEvent): Order =>
  order === undefined ? beginOrder(event) : orderMeaningOf(event._tag).evolve(order, event);
