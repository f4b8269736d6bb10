import { Effect } from "effect";
import type { Actor } from "../access/Actor.ts";
import { checkoutMachine } from "../checkout/machine.ts";
import { orderMachine } from "../order/machine.ts";
import { labelOf } from "../order/Order.ts";
import type { OrderId } from "../order/OrderId.ts";
import { Tasks } from "../ports/Tasks.ts";
import { readAs, staffOnly } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** How much is shown of each parcel and of the payment, newest first. */
const MOST = 100;

/**
 * What providers have told of an order's parcels and payment: taken down, waiting, done or parked. What is done is kept
 * for a while. Numbers are used again: some of it may be of an older parcel (R37).
 */
export const toldOfOrder = Effect.fn("Support.toldOfOrder")(function* (actor: Actor, id: OrderId) {
  yield* staffOnly(actor, "ToldOfOrder");
  const { state } = yield* readAs(orderMachine, id, actor);
  const { state: checkout } = yield* readAs(checkoutMachine, state.checkout, actor);
  const subjects = [
    labelOf(state)?.tracking,
    "label" in state.returning ? state.returning.label.tracking : undefined,
    checkout._tag === "Placed" ? checkout.payment : undefined,
  ].filter((subject) => subject !== undefined);
  const tasks = yield* Tasks;
  const found = yield* Effect.forEach(subjects, (subject) => tasks.list({ subject, limit: MOST })).pipe(
    Effect.mapError(rejectionOf),
  );
  return found.flat().sort((one, other) => other.dueAt - one.dueAt);
});
