import { misfit } from "../lifecycle/misfit.ts";
import type { Checkout } from "./Checkout.ts";
import type { CheckoutEvent } from "./CheckoutEvent.ts";

const base = (checkout: Checkout) => {
  const { id, buyer, shipTo, lines, total, currency, openedAt, until, attempt, program } = checkout;
  return { id, buyer, shipTo, lines, total, currency, openedAt, until, attempt, program };
};

/**
 * The checkout that a fact makes of the one before. Spreads stand first in each literal: after a key they cost four
 * times as much.
 */
export const evolveCheckout = (checkout: Checkout | undefined, event: CheckoutEvent): Checkout => {
  if (checkout === undefined) {
    if (event._tag !== "Opened") return misfit(checkout, event);
    const { checkout: id, at: openedAt, _tag, ...opened } = event;
    return { _tag: "Held", id, ...opened, openedAt, attempt: 0, declined: null };
  }
  switch (event._tag) {
    case "MailSent":
      return checkout;
    case "PaymentStarted":
      return { ...base(checkout), _tag: "Paying", attempt: event.attempt, token: event.token };
    case "PaymentDeclined":
      return { ...base(checkout), _tag: "Held", declined: event.reason };
    case "Placed":
      return {
        ...base(checkout),
        _tag: "Placed",
        payment: event.payment,
        placedAt: event.at,
        capture: { _tag: "Wanted" },
      };
    case "HoldEnded":
      return {
        ...base(checkout),
        _tag: "Expired",
        late:
          checkout._tag === "Paying" ? { _tag: "Cancelling", attempt: checkout.attempt } : { _tag: "None" },
      };
    case "Abandoned":
      return { ...base(checkout), _tag: "Abandoned" };
    case "PaymentCaptured":
      if (checkout._tag === "Placed") return { ...checkout, capture: { _tag: "Captured", at: event.at } };
      break;
    case "CaptureFailed":
      if (checkout._tag === "Placed")
        return { ...checkout, capture: { _tag: "Failed", reason: event.reason } };
      break;
    case "PaymentCameLate":
      if (checkout._tag === "Expired") {
        return { ...checkout, late: { _tag: "Cancelling", attempt: event.attempt } };
      }
      break;
    case "LatePaymentCancelled":
      if (checkout._tag === "Expired") return { ...checkout, late: { _tag: "Cancelled", at: event.at } };
      break;
  }
  return misfit(checkout, event);
};
