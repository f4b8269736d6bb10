import {
  askForLink,
  commandOrder,
  explainOrder,
  myOrders,
  type OrderId,
  type Rejection,
  viewLabel,
  viewOrder,
} from "@resale/core";
import { Effect, Schema } from "effect";
import { type HandlersOf, Reply } from "../Handlers.ts";
import { guestOf } from "./guestOf.ts";
import { once } from "./once.ts";
import { paged } from "./pageOf.ts";

const file = (order: OrderId, ending: string) => ({
  "content-disposition": `inline; filename="label-${order.slice(0, 8)}.${ending}"`,
});

export const orders: HandlersOf<"orders"> = {
  myOrders: ({ caller, query: { as, ...page } }) =>
    paged(
      page,
      ({ id }) => id,
      (one) => myOrders(caller.actor, as, one),
    ),
  guestOrder: ({ caller: { actor } }) =>
    Effect.flatMap(guestOf(actor, "GuestOrder"), (guest) => viewOrder(guest, guest.order)),
  askForLink: ({ caller, payload: { email, order } }) =>
    Effect.asVoid(once(caller, Schema.Null, Effect.as(askForLink(email, order), null))),
  order: ({ caller, params }) => viewOrder(caller.actor, params.order),
  explainOrder: ({ caller, params }) => explainOrder(caller.actor, params.order),
  labelPdf: ({ caller, params: { order } }) =>
    Effect.map(viewLabel(caller.actor, order), ({ pdf }) => new Reply(pdf, file(order, "pdf"))),
  labelQr: ({ caller, params: { order } }) =>
    Effect.flatMap(viewLabel(caller.actor, order), ({ qrPng }) =>
      qrPng === undefined
        ? Effect.fail<Rejection>({ _tag: "NothingToRepeat", what: "QR code", state: "None" })
        : Effect.succeed(new Reply(qrPng, file(order, "png"))),
    ),
  bookPickup: ({ caller, params, payload }) =>
    commandOrder(caller, params.order, { _tag: "BookPickup", ...payload }),
  cancelPickup: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "CancelPickup" }),
  cancel: ({ caller, params, payload }) => commandOrder(caller, params.order, { _tag: "Cancel", ...payload }),
  confirm: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "Confirm" }),
  dispute: ({ caller, params, payload }) =>
    commandOrder(caller, params.order, { _tag: "OpenDispute", ...payload }),
  rate: ({ caller, params, payload }) => commandOrder(caller, params.order, { _tag: "Rate", ...payload }),
};
