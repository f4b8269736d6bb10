import { Effect } from "effect";
import { system } from "../../access/Actor.ts";
import type { PostalAddress } from "../../address/PostalAddress.ts";
import { orderMachine } from "../../order/machine.ts";
import type { Order } from "../../order/Order.ts";
import type { OrderCommand } from "../../order/OrderCommand.ts";
import type { OrderId } from "../../order/OrderId.ts";
import { returnTo } from "../../order/returnTo.ts";
import { Carrier } from "../../ports/Carrier.ts";
import { Programs } from "../../ports/Programs.ts";
import { readAs } from "../reading.ts";
import { tell } from "../tell.ts";

/** What a provider's answer means to the order. */
export const tellOrder = (id: OrderId, command: OrderCommand) => tell(orderMachine, id, command);

export const orderOf = (id: OrderId) => Effect.map(readAs(orderMachine, id, system), ({ state }) => state);

/** Short enough for a label, long enough to find the order by. */
const referenceOf = (order: Order): string => order.id.slice(-12).toUpperCase();

/** Buys the seller's prepaid label, once (R28). */
export const buyLabel = Effect.fn("Tasks.buyLabel")(function* (id: OrderId) {
  const order = yield* orderOf(id);
  if (order.label._tag !== "Wanted") return;
  const { shipFrom: from, shipTo: to } = order;
  const carrier = yield* Carrier;
  yield* carrier
    .buyLabel({ key: `label.${id}.${order.label.refusals}`, from, to, reference: referenceOf(order) })
    .pipe(
      Effect.flatMap((label) => tellOrder(id, { _tag: "RecordLabel", label })),
      Effect.catchTag("ProviderRefused", ({ reason }) =>
        tellOrder(id, { _tag: "RecordLabelFailed", reason, definite: true }),
      ),
    );
});

/** Gives back a label that was not used (R39). */
export const refundLabel = Effect.fn("Tasks.refundLabel")(function* (id: OrderId) {
  const { label } = yield* orderOf(id);
  if (label._tag !== "RefundWanted") return;
  const carrier = yield* Carrier;
  yield* carrier.refundLabel({ key: `label-refund.${id}`, label: label.label.reference }).pipe(
    Effect.flatMap(() => tellOrder(id, { _tag: "RecordLabelRefunded" })),
    Effect.catchTag("ProviderRefused", ({ reason }) =>
      tellOrder(id, { _tag: "RecordLabelRefundRefused", reason }),
    ),
  );
});

/** Has the carrier fetch the parcel at the seller's door (R34). */
export const bookPickup = Effect.fn("Tasks.bookPickup")(function* (id: OrderId) {
  const { pickup, label, shipFrom: from } = yield* orderOf(id);
  if (pickup._tag !== "Wanted" || !("label" in label)) return;
  const carrier = yield* Carrier;
  const { date } = pickup;
  yield* carrier.bookPickup({ key: `pickup.${id}.${date}`, label: label.label.reference, from, date }).pipe(
    Effect.flatMap(({ confirmation }) => tellOrder(id, { _tag: "RecordPickup", confirmation })),
    Effect.catchTag("ProviderRefused", ({ reason }) =>
      tellOrder(id, { _tag: "RecordPickupRefused", reason }),
    ),
  );
});

export const cancelPickup = Effect.fn("Tasks.cancelPickup")(function* (id: OrderId) {
  const { pickup } = yield* orderOf(id);
  if (pickup._tag !== "CancelWanted") return;
  const { confirmation } = pickup;
  const carrier = yield* Carrier;
  yield* carrier.cancelPickup({ key: `pickup-cancel.${id}.${confirmation}`, confirmation }).pipe(
    // A pickup that can't be cancelled any more comes for nothing: that harms nobody.
    Effect.catchTag("ProviderRefused", () => Effect.void),
  );
  yield* tellOrder(id, { _tag: "RecordPickupCancelled" });
});

const returnAddress = Effect.fnUntraced(function* (order: Order) {
  const program = (yield* Programs).version(order.program);
  const brand: PostalAddress = program.ownStock.address;
  return returnTo(order, program) === "Brand" ? brand : order.shipFrom;
});

/** Buys the buyer's prepaid label for the way back (R45). */
export const buyReturnLabel = Effect.fn("Tasks.buyReturnLabel")(function* (id: OrderId) {
  const order = yield* orderOf(id);
  if (order.returning._tag !== "Wanted") return;
  const carrier = yield* Carrier;
  const request = {
    key: `return.${id}.${order.returning.refusals}`,
    from: order.shipTo,
    to: yield* returnAddress(order),
    reference: referenceOf(order),
  };
  yield* carrier.buyLabel(request).pipe(
    Effect.flatMap((label) => tellOrder(id, { _tag: "RecordReturnLabel", label })),
    Effect.catchTag("ProviderRefused", ({ reason }) =>
      tellOrder(id, { _tag: "RecordReturnLabelFailed", reason, definite: true }),
    ),
  );
});
