import { CarrierSimulator } from "@resale/carriers";
import {
  civilDate,
  commandOrder,
  dayOfInstant,
  instant,
  labelOf,
  nextBusinessDay,
  type Order,
  type OrderId,
  orderMachine,
  preLoved,
  readAs,
} from "@resale/core";
import { Clock, Effect, Result } from "effect";
import { sellerOf, signedIn } from "./goods.ts";

const system = { _tag: "System" } as const;
const support = { _tag: "Support", id: "sam" } as const;

/** How the n-th sale is to end. */
const FATES = ["Confirm", "Silence", "Upheld", "Rejected", "NotShipped", "UpheldAndKept"] as const;
const fateOf = (n: number): (typeof FATES)[number] => FATES[n % FATES.length] ?? "Silence";

/** Whether nothing more is to come: somebody has the money, and no label or parcel is under way. */
export const hasEnded = ({ _tag, payout, refund, returning, label, pickup }: Order): boolean => {
  switch (_tag) {
    case "Confirmed":
    case "ConfirmedAutomatically":
    case "DisputeRejected":
      return payout._tag === "Issued";
    case "DisputeUpheld":
      return refund._tag === "Done" && returning._tag === "Closed";
    case "Cancelled":
      return (
        refund._tag === "Done" &&
        ["Refunded", "RefundRefused", "NeverBought"].includes(label._tag) &&
        !["Wanted", "CancelWanted"].includes(pickup._tag)
      );
    default:
      return false;
  }
};

const orderOf = (id: OrderId) => Effect.map(readAs(orderMachine, id, system), ({ state }) => state);

export const isOver = (id: OrderId) => Effect.map(orderOf(id), hasEnded);

/** Every second parcel is to be fetched at the seller's door. Whoever then does not hand it over says so. */
const pickUp = Effect.fnUntraced(function* (n: number, { id, pickup }: Order) {
  const seller = signedIn(sellerOf(n));
  if (n % 2 !== 0) return false;
  if (pickup._tag === "None") {
    const { calendar } = preLoved;
    const today = dayOfInstant(instant(yield* Clock.currentTimeMillis), calendar.zone);
    const date = civilDate(nextBusinessDay(calendar, today));
    yield* commandOrder({ actor: seller }, id, { _tag: "BookPickup", date });
    return true;
  }
  if (pickup._tag !== "Booked" || fateOf(n) !== "NotShipped") return false;
  yield* commandOrder({ actor: seller }, id, { _tag: "CancelPickup" });
  return true;
});

const drop = Effect.fnUntraced(function* (order: Order) {
  const tracking = labelOf(order)?.tracking;
  if (tracking === undefined) return "Waits" as const;
  const dropped = yield* Effect.result((yield* CarrierSimulator).drop(tracking, "delivered"));
  return Result.isSuccess(dropped) ? ("Acted" as const) : ("Waits" as const);
});

const text = "As was agreed.";

/** What is next for seller, buyer or the brand in the n-th sale's order. */
export const stepOrder = Effect.fnUntraced(function* (n: number, id: OrderId) {
  const order = yield* orderOf(id);
  const fate = fateOf(n);
  const guest = { _tag: "Guest", order: id } as const;
  const disputes = fate === "Upheld" || fate === "Rejected" || fate === "UpheldAndKept";
  switch (order._tag) {
    case "AwaitingShipment":
      if (yield* pickUp(n, order)) return "Acted" as const;
      return fate === "NotShipped" || order.pickup._tag === "Wanted"
        ? ("Waits" as const)
        : yield* drop(order);
    case "ShipmentOverdue":
      yield* commandOrder({ actor: support }, id, { _tag: "Cancel", reason: { code: "NotShipped", text } });
      return "Acted" as const;
    case "Delivered":
      if (fate === "Confirm") yield* commandOrder({ actor: guest }, id, { _tag: "Confirm" });
      else if (disputes) {
        yield* commandOrder({ actor: guest }, id, { _tag: "OpenDispute", kind: "Damaged", text, photos: [] });
      } else return "Waits" as const;
      return "Acted" as const;
    case "Disputed":
      yield* commandOrder({ actor: support }, id, {
        _tag: "DecideDispute",
        upheld: fate !== "Rejected",
        text,
      });
      return "Acted" as const;
    case "DisputeUpheld":
      if (order.returning._tag !== "Mailed" || fate === "UpheldAndKept") return "Waits" as const;
      yield* commandOrder({ actor: support }, id, { _tag: "RecordReturnReceived" });
      return "Acted" as const;
    default:
      return "Waits" as const;
  }
});
