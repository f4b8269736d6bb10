import { Result } from "effect";
import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import { sum } from "../money/amounts.ts";
import { payoutOf } from "../payout/payoutOf.ts";
import { refundEvents } from "./money.ts";
import type { OrderHandlers } from "./table.ts";

/**
 * A paid checkout makes one order of each of its listings (R24); the payout is fixed (R46), and both deadlines of the
 * shipment begin here (R29).
 */
export const place: OrderHandlers["Place"] = (_, { _tag, terms, ...sale }, { program, now }) => {
  const { calendar, shipping } = program;
  const { price, charge, tax } = terms;
  const payout = payoutOf(program, sale.seller, price);
  return Result.succeed([
    {
      _tag: "Placed",
      ...sale,
      terms: { ...terms, total: sum([price, charge, tax]), payout },
      program: program.version,
      promise: deadlineAfter(calendar, now, shipping.promise),
      labelLate: deadlineAfter(calendar, now, shipping.labelLate),
      nextUpdate: deadlineAfter(calendar, now, shipping.updateEvery),
      at: now,
    },
  ]);
};

/** The buyer's money is ours to hold. Where the order was undone meanwhile, it goes straight back (R27). */
export const recordPaid: OrderHandlers["RecordPaid"] = (order, _, { now }) => {
  if (order.paid) return Result.succeed([]);
  const undone = order._tag === "Cancelled" ? refundEvents({ ...order, paid: true }) : [];
  return Result.succeed([{ _tag: "Paid", at: now }, ...undone]);
};

/** The hold on the card could not be turned into money: no order without a charge (R27). */
export const recordUnpaid: OrderHandlers["RecordUnpaid"] = (order, { reason }, { now }) =>
  Result.succeed(
    order._tag === "Cancelled" || order.paid ? [] : [{ _tag: "PaymentFailed", reason, at: now }],
  );
