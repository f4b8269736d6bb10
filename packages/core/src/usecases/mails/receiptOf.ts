import { Effect } from "effect";
import { system } from "../../access/Actor.ts";
import { type Checkout, lineTotal } from "../../checkout/Checkout.ts";
import type { Mail } from "../../mail/Mail.ts";
import { cents } from "../../money/amounts.ts";
import { orderMachine } from "../../order/machine.ts";
import type { Order } from "../../order/Order.ts";
import { readAs } from "../reading.ts";

type Placed = Extract<Checkout, { readonly _tag: "Placed" }>;

/** What the receipt for all orders of a checkout says (R24), each with a link of its own. */
export const receiptOf = Effect.fnUntraced(function* (checkout: Placed, hrefOf: (order: Order) => string) {
  const { buyer, currency, shipTo, total, placedAt } = checkout;
  const lines = yield* Effect.forEach(checkout.lines, (line) =>
    Effect.map(readAs(orderMachine, line.order, system), ({ state: order }) => ({
      item: order.item,
      charge: line.charge,
      tax: line.tax,
      total: cents(lineTotal(line)),
      promise: order.promise,
      order: hrefOf(order),
    })),
  );
  return {
    _tag: "Receipt",
    recipient: buyer.name,
    currency,
    placedAt,
    shipTo,
    lines,
    total,
  } satisfies Mail as Extract<Mail, { readonly _tag: "Receipt" }>;
});
