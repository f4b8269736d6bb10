import { Effect } from "effect";
import type { Actor } from "../access/Actor.ts";
import { explain } from "../lifecycle/explain.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { orderMachine } from "../order/machine.ts";
import { labelOf } from "../order/Order.ts";
import type { OrderId } from "../order/OrderId.ts";
import { orderView } from "../order/OrderView.ts";
import { Carrier } from "../ports/Carrier.ts";
import { Programs } from "../ports/Programs.ts";
import { now } from "./execute.ts";
import { memberOf } from "./purchaseHistory.ts";
import { findAs, readAs } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** An order as one who has a part in it may see it (R52). */
export const viewOrder = Effect.fn("Orders.view")(function* (actor: Actor, id: OrderId) {
  const { state, version, role } = yield* readAs(orderMachine, id, actor);
  return { order: orderView(state, role ?? "Anyone"), version };
});

/** Where an order stands for its reader: what may be done, every deadline, and what comes if nobody acts (R58). */
export const explainOrder = Effect.fn("Orders.explain")(function* (actor: Actor, id: OrderId) {
  const { state } = yield* readAs(orderMachine, id, actor);
  const program = (yield* Programs).version(state.program);
  return explain(orderMachine, id, state, { now: yield* now, actor, program });
});

/** A page of the orders in which somebody has a part, newest first. */
export const myOrders = Effect.fn("Orders.mine")(function* (
  actor: Actor,
  as: "Buyer" | "Seller",
  page: { readonly limit: number; readonly after?: string },
) {
  const member = yield* memberOf(actor);
  const found = yield* findAs(
    orderMachine,
    as === "Buyer" ? { buyer: member, ...page } : { seller: member, ...page },
  );
  return found.map(({ state }) => orderView(state, as));
});

/** The label to print, or to show as a QR code: for its seller, or for a buyer who returns a piece (R28, R45). */
export const viewLabel = Effect.fn("Orders.label")(function* (actor: Actor, id: OrderId) {
  const { state, role } = yield* readAs(orderMachine, id, actor);
  const returning = "label" in state.returning ? state.returning.label : undefined;
  const label = role === "Buyer" ? returning : labelOf(state);
  if (label === undefined) {
    return yield* Effect.fail<Rejection>({ _tag: "NothingToRepeat", what: "label", state: state.label._tag });
  }
  const carrier = yield* Carrier;
  return yield* Effect.mapError(carrier.labelDocument(label.reference), rejectionOf);
});
