import { Effect, Option } from "effect";
import { system } from "../../access/Actor.ts";
import { DAY } from "../../calendar/Instant.ts";
import { type Checkout, paymentKey } from "../../checkout/Checkout.ts";
import type { CheckoutCommand } from "../../checkout/CheckoutCommand.ts";
import type { CheckoutId } from "../../checkout/CheckoutId.ts";
import { checkoutMachine } from "../../checkout/machine.ts";
import { orderMachine } from "../../order/machine.ts";
import type { OrderCommand } from "../../order/OrderCommand.ts";
import { Payments } from "../../ports/Payments.ts";
import { ProviderUnavailable } from "../../ports/Provider.ts";
import { execute, now } from "../execute.ts";
import { readAs } from "../reading.ts";
import { tell } from "../tell.ts";

/** A checkout and all of its orders learn the same thing in one commit. */
const tellWithOrders = (checkout: Checkout, command: CheckoutCommand, each: OrderCommand) =>
  execute({ actor: system }, (work) =>
    Effect.gen(function* () {
      yield* work.apply(checkoutMachine, checkout.id, command, system);
      for (const { order } of checkout.lines) yield* work.apply(orderMachine, order, each, system);
      return null;
    }),
  );

/** Turns the hold on the card into money; if that can't be, the orders are undone (R27). */
export const capturePayment = Effect.fn("Tasks.capturePayment")(function* (id: CheckoutId) {
  const { state } = yield* readAs(checkoutMachine, id, system);
  if (state._tag !== "Placed" || state.capture._tag !== "Wanted") return;
  const payments = yield* Payments;
  yield* payments.capture({ key: `capture.${id}`, payment: state.payment, amount: state.total }).pipe(
    Effect.flatMap(() => tellWithOrders(state, { _tag: "RecordCaptured" }, { _tag: "RecordPaid" })),
    Effect.catchTag("ProviderRefused", ({ reason }) =>
      tellWithOrders(state, { _tag: "RecordCaptureFailed", reason }, { _tag: "RecordUnpaid", reason }),
    ),
  );
});

/** So long a payment may still turn up whose answer was lost, in milliseconds. */
const MAY_STILL_COME = DAY;

/**
 * Lets go of a payment that came after the hold had ended (R21). One whose answer was lost is looked for until it can't
 * come any more.
 */
export const cancelPayment = Effect.fn("Tasks.cancelPayment")(function* (id: CheckoutId) {
  const { state } = yield* readAs(checkoutMachine, id, system);
  if (state._tag !== "Expired" || state.late._tag !== "Cancelling") return;
  const payments = yield* Payments;
  const key = paymentKey(id, state.late.attempt);
  const found = Option.getOrUndefined(yield* payments.find(key));
  if (found === undefined && (yield* now) < state.until.at + MAY_STILL_COME) {
    const reason = "the provider does not know the payment yet";
    return yield* new ProviderUnavailable({ provider: "payments", reason });
  }
  if (found?.status === "Authorised") {
    yield* payments.cancel({ key: `cancel.${id}.${state.late.attempt}`, payment: found.reference });
  }
  if (found?.status === "Captured") {
    const { reference: payment } = found;
    yield* payments.refund({ key: `refund.${id}.${state.late.attempt}`, payment, amount: state.total });
  }
  yield* tell(checkoutMachine, id, { _tag: "RecordCancelled" });
});
