import { Effect } from "effect";
import { system } from "../../access/Actor.ts";
import type { CheckoutId } from "../../checkout/CheckoutId.ts";
import { checkoutMachine } from "../../checkout/machine.ts";
import { guestLinkOf } from "../../order/guestLink.ts";
import { Links } from "../../ports/Links.ts";
import { Programs } from "../../ports/Programs.ts";
import { now } from "../execute.ts";
import { readAs } from "../reading.ts";
import { tell } from "../tell.ts";
import { deliver } from "./deliver.ts";
import { receiptOf } from "./receiptOf.ts";

/** One receipt for all orders of a checkout (R24), with a link to each; for guests one that lets them act (R26). */
export const sendReceipt = Effect.fn("Mails.receipt")(function* (id: CheckoutId, occurrence: number) {
  const { state } = yield* readAs(checkoutMachine, id, system);
  if (state._tag !== "Placed" || state.capture._tag !== "Captured") return;
  const { buyer } = state;
  const program = (yield* Programs).version(state.program);
  const links = yield* Links;
  const moment = yield* now;
  const mail = yield* receiptOf(state, (order) =>
    buyer.member === null ? links.guestOrder(guestLinkOf(order, program, moment)) : links.order(order.id),
  );
  const messageId = `${id}.Receipt.${occurrence}`;
  const message = { to: buyer.email, mail, program, messageId, thread: id, attachments: [] };
  if (!(yield* deliver(message, "checkout"))) return;
  const command = { _tag: "RecordMail", mail: "Receipt", occurrence, to: buyer.email } as const;
  yield* tell(checkoutMachine, id, command);
});
