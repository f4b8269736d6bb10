import type { Account, Posting } from "../journal/Posting.ts";
import { cents } from "../money/amounts.ts";
import type { Cents } from "../money/Money.ts";
import type { Order } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

const none: ReadonlyArray<never> = [];

const move = (amount: Cents, from: Account, to: Account): ReadonlyArray<Posting> =>
  amount === 0
    ? none
    : [
        { account: to, amount },
        { account: from, amount: cents(-amount) },
      ];

const isMoney = ({ amount }: Posting): boolean => amount !== 0;

/** What the buyer's money becomes once the sale stands: payout, the brand's share, charge and tax (R46, R53). */
const earned = (_: OrderEvent, { terms }: Order): ReadonlyArray<Posting> => {
  const { total, price, payout, charge, tax } = terms;
  const lines: ReadonlyArray<Posting> = [
    { account: "Held", amount: total },
    { account: "PayoutDue", amount: cents(-payout) },
    { account: "BrandShare", amount: cents(payout - price) },
    { account: "Shipping", amount: cents(-charge) },
    { account: "Tax", amount: cents(-tax) },
  ];
  // A line of nothing is not written.
  return lines.every(isMoney) ? lines : lines.filter(isMoney);
};

type Booking<Tag extends OrderEvent["_tag"]> = (
  event: Extract<OrderEvent, { readonly _tag: Tag }>,
  order: Order,
) => ReadonlyArray<Posting>;

/** The facts that move money; the others, most of them, are not in here. */
const booked: { readonly [Tag in OrderEvent["_tag"]]?: Booking<Tag> } = {
  Paid: (_, { terms }) => move(terms.total, "Held", "Cash"),
  Confirmed: earned,
  ConfirmedAutomatically: earned,
  DisputeRejected: earned,
  PayoutIssued: ({ dropped }, { terms }) => move(terms.payout, "StoreCredit", dropped ? "Loss" : "PayoutDue"),
  PayoutDropped: (_, { terms }) => move(terms.payout, "Loss", "PayoutDue"),
  RefundFellDue: (_, { terms }) => move(terms.total, "RefundDue", "Held"),
  Refunded: (_, { terms }) => move(terms.total, "Cash", "RefundDue"),
  ChargebackLost: (_, { terms }) => move(terms.total, "Cash", "Loss"),
  RefundedByChargeback: (_, { terms }) => move(terms.total, "Loss", "RefundDue"),
};

const nothing = (): ReadonlyArray<Posting> => none;

/** The journal's lines for a fact of this name: they sum to zero (R53). */
export const bookingOf = <Tag extends OrderEvent["_tag"]>(tag: Tag): Booking<Tag> => booked[tag] ?? nothing;
