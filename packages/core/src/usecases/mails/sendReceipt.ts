import { Effect } from "effect";
import { system } from "../../access/Actor.ts";
import { lineTotal } from "../../checkout/Checkout.ts";
import type { CheckoutId } from "../../checkout/CheckoutId.ts";
import { checkoutMachine } from "../../checkout/machine.ts";
import type { Mail } from "../../mail/Mail.ts";
import { cents } from "../../money/Money.ts";
import { guestLinkOf } from "../../order/guestLink.ts";
import { orderMachine } from "../../order/machine.ts";
import { Links } from "../../ports/Links.ts";
import { Programs } from "../../ports/Programs.ts";
import { execute, now } from "../execute.ts";
import { readAs } from "../reading.ts";
import { deliver } from "./deliver.ts";

/** One receipt for all orders of a checkout (R24), with a link to each; for guests one that lets them act (R26). */
export const sendReceipt = Effect.fn("Mails.receipt")(function* (id: CheckoutId, occurrence: number) {
  const { state } = yield* readAs(checkoutMachine, id, system);
  if (state._tag !== "Placed" || state.capture._tag === "Failed") return;
  const { buyer, currency, shipTo, total, placedAt } = state;
  const program = (yield* Programs).version(state.program);
  const links = yield* Links;
  const moment = yield* now;
  const lines = yield* Effect.forEach(state.lines, (line) =>
    Effect.map(readAs(orderMachine, line.order, system), ({ state: order }) => ({
      item: order.item,
      charge: line.charge,
      tax: line.tax,
      total: cents(lineTotal(line)),
      promise: order.promise,
      order:
        buyer.member === null
          ? links.guestOrder(guestLinkOf(order, program, moment))
          : links.order(line.order),
    })),
  );
  const mail: Mail = { _tag: "Receipt", recipient: buyer.name, currency, placedAt, shipTo, lines, total };
  const messageId = `${id}.Receipt.${occurrence}`;
  const message = { to: buyer.email, mail, program, messageId, thread: id, attachments: [] };
  if (!(yield* deliver(message, "checkout"))) return;
  const command = { _tag: "RecordMail", mail: "Receipt", occurrence, to: buyer.email } as const;
  yield* execute({ actor: system }, (work) =>
    Effect.as(work.apply(checkoutMachine, id, command, system), null),
  );
});
