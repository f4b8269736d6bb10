import { type Length, preLoved } from "@resale/core";
import { machines } from "./machines.ts";
import { code, page, table } from "./page.ts";
import { lengthText } from "./values.ts";

interface Timed {
  readonly from: string;
  readonly length: Length | undefined;
  readonly field: string;
  readonly end: string;
  readonly rule: string;
}

const { checkout, photos, review, shipping, delivery, dispute, returns } = preLoved;

const timed: Readonly<Record<string, Timed>> = {
  "Listing.reservation": {
    from: "the checkout's opening",
    length: checkout.hold,
    field: "checkout.hold",
    end: "the piece is offered to everyone again",
    rule: "R21",
  },
  "Listing.review": {
    from: "the submission",
    length: review.within,
    field: "review.within",
    end: "an alert; nothing is decided",
    rule: "R13",
  },
  "Listing.photos": {
    from: "the denial or withdrawal",
    length: photos.keptAfterEnd,
    field: "photos.keptAfterEnd",
    end: "its photos are forgotten",
    rule: "R7",
  },
  "Checkout.reservation": {
    from: "the checkout's opening",
    length: checkout.hold,
    field: "checkout.hold",
    end: "it lets go; a payment that comes later is given back",
    rule: "R21",
  },
  "Order.labelLate": {
    from: "the order",
    length: shipping.labelLate,
    field: "shipping.labelLate",
    end: "an alert",
    rule: "R29",
  },
  "Order.reminder": {
    from: "the label mail",
    length: shipping.reminder,
    field: "shipping.reminder",
    end: "the seller is reminded",
    rule: "R29",
  },
  "Order.shipBy": {
    from: "the label mail",
    length: shipping.shipBy,
    field: "shipping.shipBy",
    end: "overdue, and an operator's task",
    rule: "R29, R31",
  },
  "Order.cancel": {
    from: "the ship-by deadline",
    length: shipping.cancelAfter,
    field: "shipping.cancelAfter",
    end: "cancelled and refunded",
    rule: "R31",
  },
  "Order.update": {
    from: "the order, again and again",
    length: shipping.updateEvery,
    field: "shipping.updateEvery",
    end: "the buyer hears how it stands",
    rule: "R35",
  },
  "Order.stalled": {
    from: "the last scan",
    length: shipping.stalledAfter,
    field: "shipping.stalledAfter",
    end: "stalled, and an operator's task",
    rule: "R36",
  },
  "Order.acceptance": {
    from: "the delivery, when the engine learned of it",
    length: delivery.window,
    field: "delivery.window",
    end: "confirmed automatically, and the payout",
    rule: "R40, R43",
  },
  "Order.closing": {
    from: "the delivery, when the engine learned of it",
    length: delivery.closing,
    field: "delivery.closing",
    end: "the buyer is reminded",
    rule: "R40",
  },
  "Order.dispute": {
    from: "the dispute's opening",
    length: dispute.decideWithin,
    field: "dispute.decideWithin",
    end: "an alert; nothing is decided",
    rule: "R45",
  },
  "Order.return": {
    from: "the return label's mail",
    length: returns.within,
    field: "returns.within",
    end: "the return is closed; the refund stands",
    rule: "R45",
  },
};

const rows = machines.flatMap(({ title, timers }) =>
  Object.entries(timers).map(([timer, moves]) => {
    const known = timed[`${title}.${timer}`];
    if (known === undefined)
      throw new Error(`the timer ${title}.${timer} is not described in docs/timers.ts`);
    const { from, length, field, end, rule } = known;
    const states = Object.keys(moves).map(code).join(", ");
    const long = length === undefined ? "never, unless the Program says so" : lengthText(length);
    return [`${title}: ${code(timer)}`, states, from, `${long} (${code(field)})`, end, rule];
  }),
);

/** Everything that happens by itself, and when. */
export const timersPage = (): string =>
  page(
    "Timers",
    "What happens by itself, with the lengths of `preLoved`. In time means before the deadline's moment; at that moment it has passed, whenever a worker wakes (R41). Business days are Monday to Friday without the Program's holidays, in its zone; the day of the event is not counted, and the deadline is the end of the last day (R30).",
    table(["timer", "runs in", "from", "length", "at its end", "rule"], rows),
    `The promise shown to the buyer (${code("shipping.promise")}, ${lengthText(shipping.promise)} from the order, R29) is shown and counted; nothing happens at its end. The operators' digest comes at ${preLoved.digest.hour}:00 of each business day (R13).`,
  );
