import { Effect } from "effect";
import type { Actor } from "../access/Actor.ts";
import { checkoutMachine } from "../checkout/machine.ts";
import { orderMachine } from "../order/machine.ts";
import type { PaymentReference } from "../ports/Payments.ts";
import { execute } from "./execute.ts";
import { findAs } from "./reading.ts";

/** The card provider tells of a payment dispute: every order of that payment holds its payout (R50). */
export const receiveChargeback = Effect.fn("Payments.receiveChargeback")(function* (
  provider: string,
  payment: PaymentReference,
  outcome: "Open" | "Won" | "Lost",
) {
  const actor: Actor = { _tag: "PaymentProvider", name: provider };
  const checkouts = yield* findAs(checkoutMachine, { parent: payment, limit: 5 });
  const orders = checkouts.flatMap(({ state }) => state.lines.map(({ order }) => order));
  yield* execute({ actor }, (work) =>
    Effect.as(
      Effect.forEach(orders, (id) =>
        work.apply(orderMachine, id, { _tag: "RecordChargeback", outcome }, actor),
      ),
      null,
    ),
  );
  return orders.length;
});
