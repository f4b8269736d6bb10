import {
  type CreditReference,
  type OrderCommand,
  type OrderId,
  type PaymentReference,
  paymentKey,
  type Rejection,
  system,
  type Task,
} from "@resale/core";
import { Result } from "effect";
import { aLabel, anAddress, checkoutId } from "../builders/index.ts";
import type { Mood } from "./Providers.ts";
import type { World } from "./World.ts";

const nothing: Result.Result<void, Rejection> = Result.succeed(undefined);

/** The card's answer: in time it places the orders, each with its listing sold, in one commit (R24, R27). */
const authorised = (world: World, id: string, attempt: number): void => {
  world.together((apply) => {
    const before = world.checkouts.kept.get(id)?.state;
    const payment = paymentKey(checkoutId(id), attempt) as PaymentReference;
    const after = apply(world.checkouts, id, { _tag: "RecordAuthorised", attempt, payment }, system);
    if (Result.isFailure(after)) return Result.fail(after.failure);
    if (before?._tag !== "Paying" || after.success._tag !== "Placed") return nothing;
    const checkout = after.success;
    for (const { listing, order, title, seller, price, charge, tax } of checkout.lines) {
      const sold = apply(world.listings, listing, { _tag: "Sell", checkout: checkout.id, order }, system);
      if (Result.isFailure(sold)) return Result.fail(sold.failure);
      const { currency, buyer, shipTo } = checkout;
      const from = "shipFrom" in sold.success ? sold.success.shipFrom : null;
      const placed = apply(
        world.orders,
        order,
        {
          _tag: "Place",
          order,
          checkout: checkout.id,
          listing,
          item: { title, price, currency },
          seller,
          buyer,
          shipTo,
          shipFrom: from ?? anAddress({ region: "NJ", zip: "07094" }),
          terms: { price, charge, tax, currency },
        },
        system,
      );
      if (Result.isFailure(placed)) return Result.fail(placed.failure);
    }
    return nothing;
  });
};

const authorise = (world: World, id: string, mood: Mood): void => {
  const checkout = world.checkouts.kept.get(id)?.state;
  if (checkout?._tag !== "Paying") return;
  const { attempt } = checkout;
  const status = world.providers.authorise(paymentKey(checkout.id, attempt), checkout.total, mood);
  if (mood === "AnswerLost") return;
  if (status === "Authorised") authorised(world, id, attempt);
  else world.tell(world.checkouts, id, { _tag: "RecordDeclined", attempt, reason: "CardDeclined" }, system);
};

const capture = (world: World, id: string, mood: Mood): void => {
  const checkout = world.checkouts.kept.get(id)?.state;
  if (checkout?._tag !== "Placed" || checkout.capture._tag !== "Wanted") return;
  const taken = world.providers.capture(checkout.payment, mood);
  if (mood === "AnswerLost") return;
  const reason = "the hold has lapsed";
  world.together((apply) => {
    const told = apply(
      world.checkouts,
      id,
      taken ? { _tag: "RecordCaptured" } : { _tag: "RecordCaptureFailed", reason },
      system,
    );
    if (Result.isFailure(told)) return Result.fail(told.failure);
    for (const { order } of checkout.lines) {
      const each = apply(
        world.orders,
        order,
        taken ? { _tag: "RecordPaid" } : { _tag: "RecordUnpaid", reason },
        system,
      );
      if (Result.isFailure(each)) return Result.fail(each.failure);
    }
    return nothing;
  });
};

const cancelPayment = (world: World, id: string, mood: Mood): void => {
  const checkout = world.checkouts.kept.get(id)?.state;
  if (checkout?._tag !== "Expired" || checkout.late._tag !== "Cancelling") return;
  world.providers.cancel(paymentKey(checkout.id, checkout.late.attempt));
  if (mood !== "AnswerLost") world.tell(world.checkouts, id, { _tag: "RecordCancelled" }, system);
};

const ofOrder = (world: World, task: Task & { readonly order: OrderId }, mood: Mood): void => {
  const id = task.order;
  const order = world.orders.kept.get(id)?.state;
  if (order === undefined) return;
  const tell = (command: OrderCommand) => world.tell(world.orders, id, command, system);
  const { payout, refund, label, pickup, returning } = order;
  const reason = "refused by the provider";
  const refused = mood === "Refuses";
  switch (task._tag) {
    case "BuyLabel":
      if (label._tag !== "Wanted" || mood === "AnswerLost") return;
      tell(
        refused
          ? { _tag: "RecordLabelFailed", reason, definite: true }
          : { _tag: "RecordLabel", label: aLabel(world.now, `9400${id.slice(-12).toUpperCase()}`) },
      );
      return;
    case "RefundLabel":
      if (label._tag === "RefundWanted")
        tell(refused ? { _tag: "RecordLabelRefundRefused", reason } : { _tag: "RecordLabelRefunded" });
      return;
    case "BookPickup":
      if (pickup._tag === "Wanted")
        tell(
          refused ? { _tag: "RecordPickupRefused", reason } : { _tag: "RecordPickup", confirmation: "WTC1" },
        );
      return;
    case "CancelPickup":
      if (pickup._tag === "CancelWanted") tell({ _tag: "RecordPickupCancelled" });
      return;
    case "BuyReturnLabel":
      if (returning._tag !== "Wanted" || mood === "AnswerLost") return;
      tell(
        refused
          ? { _tag: "RecordReturnLabelFailed", reason, definite: true }
          : { _tag: "RecordReturnLabel", label: aLabel(world.now, `9401${id.slice(-12).toUpperCase()}`) },
      );
      return;
    case "IssueCredit": {
      if (payout._tag !== "Pending") return;
      const done = world.providers.issue(`payout.${id}.${payout.refusals}`, mood);
      if (mood === "AnswerLost") return;
      tell(
        done
          ? { _tag: "RecordPayout", reference: `gc.${id}` as CreditReference, to: "ada@example.com" }
          : { _tag: "RecordPayoutFailed", reason, definite: true },
      );
      return;
    }
    case "RefundOrder": {
      if (refund._tag !== "Wanted" || order.chargeback === "Open") return;
      const checkout = world.checkouts.kept.get(order.checkout)?.state;
      if (checkout?._tag !== "Placed") throw new Error("a refund without a payment");
      const done = world.providers.refund(
        `refund.${id}.${refund.refusals}`,
        checkout.payment,
        refund.amount,
        mood,
      );
      if (mood === "AnswerLost") return;
      tell(done ? { _tag: "RecordRefund" } : { _tag: "RecordRefundFailed", reason, definite: true });
      return;
    }
    case "SendOrderMail":
      tell({ _tag: "RecordMail", mail: task.mail, occurrence: task.occurrence, to: "someone@example.com" });
      return;
    default:
      return;
  }
};

/** Does one task of the outbox: whether it is still wanted is looked up when its turn comes. */
export const perform = (world: World, place: number, mood: Mood): void => {
  const kept = world.tasks[place];
  if (kept === undefined) return;
  const { task } = kept;
  if (mood !== "AnswerLost") kept.done = true;
  switch (task._tag) {
    case "AuthorisePayment":
      authorise(world, task.checkout, mood);
      return;
    case "CapturePayment":
      capture(world, task.checkout, mood);
      return;
    case "CancelPayment":
      cancelPayment(world, task.checkout, mood);
      return;
    case "CloseListing": {
      const listing = world.listings.kept.get(task.listing)?.state;
      if (listing?._tag !== "Sold" || listing.order !== task.order) return;
      world.tell(
        world.listings,
        task.listing,
        { _tag: "Close", order: task.order, completed: task.completed },
        system,
      );
      return;
    }
    case "SendListingMail":
    case "SendCheckoutMail":
    case "SendDigest":
    case "ReceiveScans":
    case "ReceiveChargeback":
    case "ReceiveMailReport":
      return;
    default:
      ofOrder(world, task, mood);
      return;
  }
};

/** Does all that is left to do, until nothing is. */
export const drain = (world: World): void => {
  for (let round = 0; round < 100; round++) {
    const open = [...world.tasks.keys()].filter((place) => world.tasks[place]?.done === false);
    if (open.length === 0) return;
    for (const place of open) perform(world, place, "Works");
  }
  throw new Error("the tasks never come to an end");
};
