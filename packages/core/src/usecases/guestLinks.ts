import { Effect, Option } from "effect";
import { type Actor, system } from "../access/Actor.ts";
import { type Email, foldEmail } from "../address/Email.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { orderMachine } from "../order/machine.ts";
import type { Order } from "../order/Order.ts";
import type { OrderId } from "../order/OrderId.ts";
import { Links } from "../ports/Links.ts";
import { commandOrder } from "./commandOrder.ts";
import { now } from "./execute.ts";
import { findAs, readAs } from "./reading.ts";

const notValid: Rejection = { _tag: "LinkNotValid" };

/** Whoever holds a link, as the actor it makes of them: while it has not expired, and was not revoked (R26). */
export const guestOf = Effect.fn("Orders.guest")(function* (token: string) {
  const link = Option.getOrUndefined((yield* Links).linkOf(token));
  if (link === undefined || (yield* now) >= link.until) return yield* Effect.fail(notValid);
  const { order, generation } = link;
  const guest: Actor = { _tag: "Guest", order, generation };
  yield* readAs(orderMachine, order, guest).pipe(Effect.catchTag("NotFound", () => Effect.fail(notValid)));
  return guest;
});

/** For so many of somebody's orders links are mailed at once. */
const MOST = 5;
/** Longer than the work takes: how long it took tells nothing. */
const AT_LEAST = "300 millis";

const ordersOf = (email: Email, order: OrderId | undefined) =>
  order === undefined
    ? findAs(orderMachine, { email: foldEmail(email), limit: MOST })
    : readAs(orderMachine, order, system).pipe(
        Effect.map((one) => [one]),
        Effect.catchTag("NotFound", () => Effect.succeed([])),
      );

/**
 * A guest has lost the link: a new one is mailed to the address the order was bought with, and to no other; for one order
 * or for the newest. Whether there is such an order is not told, nor to be told from how long it takes (R26).
 */
export const askForLink = Effect.fn("Orders.askForLink")(function* (email: Email, order?: OrderId) {
  const isTheirs = ({ buyer }: Order): boolean =>
    buyer.member === null && foldEmail(buyer.email) === foldEmail(email);
  const send = Effect.gen(function* () {
    const found = yield* ordersOf(email, order);
    const theirs = found.filter(({ state }) => isTheirs(state));
    yield* Effect.forEach(
      theirs,
      ({ state }) => commandOrder({ actor: system }, state.id, { _tag: "SendLink" }),
      { discard: true },
    );
  });
  yield* Effect.all([send, Effect.sleep(AT_LEAST)], { concurrency: 2, discard: true });
});
