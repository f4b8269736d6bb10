import { Effect, Option } from "effect";
import type { Actor } from "../access/Actor.ts";
import { type Email, foldEmail } from "../address/Email.ts";
import { orderMachine } from "../order/machine.ts";
import type { Order } from "../order/Order.ts";
import { Members } from "../ports/Members.ts";
import { type CreditReference, creditName } from "../ports/StoreCredit.ts";
import { deskOrders } from "./deskOrder.ts";
import { findAs, staffOnly } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

interface Sought {
  /** The buyer's, or that of the seller's loyalty account as it is now (R2). */
  readonly email?: Email;
  readonly tracking?: string;
  /** The gift card that paid the seller (R48). */
  readonly credit?: CreditReference;
  readonly seller?: string;
  readonly status?: ReadonlyArray<string>;
  readonly operatorTask?: string;
  readonly limit: number;
  readonly after?: string;
}

type Query = Parameters<typeof findAs>[1];

const ordersOf = (query: Query) =>
  Effect.map(findAs(orderMachine, query), (found) => found.map(({ state }) => state));

const isNewer = (one: Order, other: Order): boolean =>
  one.placedAt === other.placedAt ? one.id > other.id : one.placedAt > other.placedAt;

/** Two lists as one, newest first as both are. Nobody buys from themselves (R19): none stands in both. */
const together = (bought: ReadonlyArray<Order>, sold: ReadonlyArray<Order>): ReadonlyArray<Order> => {
  const merged: Array<Order> = [];
  let [atBought, atSold] = [0, 0];
  for (;;) {
    const [one, other] = [bought[atBought], sold[atSold]];
    if (one !== undefined && (other === undefined || isNewer(one, other))) {
      merged.push(one);
      atBought++;
    } else if (other === undefined) return merged;
    else {
      merged.push(other);
      atSold++;
    }
  }
};

/** What a member sold who has an address now. */
const soldBy = Effect.fnUntraced(function* (email: Email, query: Query) {
  const member = Option.getOrUndefined(yield* Effect.mapError((yield* Members).byEmail(email), rejectionOf));
  if (member === undefined || (query.seller ?? member.id) !== member.id) return [];
  return yield* ordersOf({ ...query, seller: member.id });
});

/** Orders by e-mail address, tracking number, gift card, seller, state or open operator task, newest first. */
export const findOrders = Effect.fn("Support.findOrders")(function* (actor: Actor, query: Sought) {
  yield* staffOnly(actor, "FindOrders");
  const { email, credit, ...named } = query;
  const others = { ...named, ...(credit === undefined ? {} : { credit: creditName(credit) }) };
  if (email === undefined) return yield* deskOrders(yield* ordersOf(others));
  const bought = yield* ordersOf({ ...others, email: foldEmail(email) });
  const sold = yield* soldBy(email, others);
  return yield* deskOrders(together(bought, sold).slice(0, query.limit));
});
