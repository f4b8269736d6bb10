import { cents, type OrderBase, type Posting } from "@resale/core";

/** What a finished sale moves in the journal. */
export const earned = ({ total, payout, price, charge, tax }: OrderBase["terms"]): ReadonlyArray<Posting> => [
  { account: "Held", amount: total },
  { account: "PayoutDue", amount: cents(-payout) },
  { account: "BrandShare", amount: cents(payout - price) },
  { account: "Shipping", amount: cents(-charge) },
  { account: "Tax", amount: cents(-tax) },
];
