import type { Account, Posting } from "../journal/Posting.ts";
import { type Cents, cents } from "../money/Money.ts";
import type { Order } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

const move = (amount: Cents, from: Account, to: Account): ReadonlyArray<Posting> =>
  amount === 0
    ? []
    : [
        { account: to, amount },
        { account: from, amount: cents(-amount) },
      ];

/** What the buyer's money becomes once the sale stands: payout, the brand's share, charge and tax (R46, R53). */
const earned = ({ terms }: Order): ReadonlyArray<Posting> => {
  const lines: Array<Posting> = [{ account: "Held", amount: terms.total }];
  const owe = (account: Account, amount: number): void => {
    if (amount !== 0) lines.push({ account, amount: cents(-amount) });
  };
  owe("PayoutDue", terms.payout);
  owe("BrandShare", terms.price - terms.payout);
  owe("Shipping", terms.charge);
  owe("Tax", terms.tax);
  return lines;
};

/** The journal's lines for a fact: they sum to zero (R53). */
export const orderPostings = (event: OrderEvent, order: Order): ReadonlyArray<Posting> => {
  const { total, payout } = order.terms;
  switch (event._tag) {
    case "Paid":
      return move(total, "Held", "Cash");
    case "Confirmed":
    case "ConfirmedAutomatically":
    case "DisputeRejected":
      return earned(order);
    case "PayoutIssued":
      return move(payout, "StoreCredit", event.dropped ? "Loss" : "PayoutDue");
    case "PayoutDropped":
      return move(payout, "Loss", "PayoutDue");
    case "RefundFellDue":
      return move(total, "RefundDue", "Held");
    case "Refunded":
      return move(total, "Cash", "RefundDue");
    case "ChargebackLost":
      return move(total, "Cash", "Loss");
    case "RefundedByChargeback":
      return move(total, "Loss", "RefundDue");
    default:
      return [];
  }
};
