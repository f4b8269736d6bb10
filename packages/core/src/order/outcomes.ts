import type { Outcome } from "../lifecycle/Timer.ts";
import { isHeldBack } from "./money.ts";
import type { OrderBase } from "./Order.ts";
import type { OrderTimer } from "./table.ts";

/** One sentence for all, or others for the buyer and for the seller. */
interface Told {
  readonly toAll: string;
  readonly toBuyer?: string;
  readonly toSeller?: string;
}

const to =
  (told: Told | ((order: OrderBase) => Told)): Outcome<OrderBase> =>
  (order, reader) => {
    const { toAll, toBuyer = toAll, toSeller = toAll } = typeof told === "function" ? told(order) : told;
    if (reader === "Buyer") return toBuyer;
    return reader === "Seller" ? toSeller : toAll;
  };

const ours = (toAll: string, toThem: string): Told => ({ toAll, toBuyer: toThem, toSeller: toThem });

/** Silence confirms, whoever is paid then: nobody for the brand's own (R17), and not before the bank has decided (R50). */
const silence = ({ seller, chargeback }: OrderBase): Told => {
  const all = "Silence counts as confirmation";
  const buyers = "Your silence counts as confirmation";
  const sellers = "The buyer's silence counts as confirmation";
  if (seller._tag === "Brand") return { toAll: `${all}.`, toBuyer: `${buyers}.` };
  if (!isHeldBack({ chargeback })) {
    return {
      toAll: `${all}, and the seller is paid.`,
      toBuyer: `${buyers}, and the seller is paid.`,
      toSeller: `${sellers}, and you are paid.`,
    };
  }
  return chargeback === "Open"
    ? {
        toAll: `${all}; the payout is held while the bank decides about the payment.`,
        toBuyer: `${buyers}; the seller is not paid before your bank has decided.`,
        toSeller: `${sellers}; your payout is held while the buyer's bank decides about the payment.`,
      }
    : {
        toAll: `${all}; the payout is held, since the bank has taken the money back.`,
        toBuyer: `${buyers}.`,
        toSeller: `${sellers}; your payout is held, since the buyer's bank has taken the money back.`,
      };
};

/** What each timer of an order comes to, for whoever reads it (R58). */
export const outcomes: { readonly [Timer in OrderTimer]: Outcome<OrderBase> } = {
  labelLate: to(
    ours("The operators are alerted that the label is late.", "Our team is alerted that the label is late."),
  ),
  reminder: to({ toAll: "The seller is reminded to ship.", toSeller: "You are reminded to ship." }),
  shipBy: to({
    toAll: "The order is overdue: the brand may cancel it, the seller may still ship.",
    toBuyer: "The order is overdue: we may cancel it, the seller may still ship.",
    toSeller: "The order is overdue: we may cancel it, you may still ship.",
  }),
  cancel: to({
    toAll: "The order is cancelled and the buyer gets everything back.",
    toBuyer: "The order is cancelled and you get everything back.",
  }),
  update: to({
    toAll: "The buyer hears how the order stands.",
    toBuyer: "You hear how the order stands.",
  }),
  stalled: to(
    ours(
      "The parcel counts as stalled: an operator looks for it.",
      "The parcel counts as stalled: our team looks for it.",
    ),
  ),
  closing: to({
    toAll: "The buyer is reminded that the window closes.",
    toBuyer: "You are reminded that your time to confirm or dispute ends.",
  }),
  acceptance: to(silence),
  dispute: to(
    ours(
      "The operators are alerted; nothing is decided.",
      "Our team is alerted; nothing is decided by itself.",
    ),
  ),
  return: to({
    toAll: "The return is closed; the refund stands.",
    toBuyer: "The return is closed; your refund stands.",
  }),
};
