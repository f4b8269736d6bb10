import { Result } from "effect";
import type { CheckoutHandlers } from "./table.ts";

/** The buyer pays; gift cards are refused here (R23). The try is recorded before any money moves (R27). */
export const pay: CheckoutHandlers["Pay"] = (checkout, { tender, token }, { program }) => {
  const taken: ReadonlyArray<string> = program.checkout.tender;
  if (!taken.includes(tender)) return Result.fail({ _tag: "TenderRefused", tender, taken });
  return Result.succeed([{ _tag: "PaymentStarted", attempt: checkout.attempt + 1, token }]);
};

/** The buyer lets go before paying. */
export const abandon: CheckoutHandlers["Abandon"] = () => Result.succeed([{ _tag: "Abandoned" }]);

/** The card is held for us: in time it places the orders (R21); too late, it is let go by itself. */
export const recordAuthorised: CheckoutHandlers["RecordAuthorised"] = (
  checkout,
  { attempt, payment },
  { now },
) => {
  switch (checkout._tag) {
    case "Placed":
      return Result.succeed([]);
    case "Expired":
      return Result.succeed(
        checkout.late._tag === "Cancelling" ? [] : [{ _tag: "PaymentCameLate", attempt }],
      );
    case "Paying":
      return Result.succeed(attempt === checkout.attempt ? [{ _tag: "Placed", payment, at: now }] : []);
  }
};

/** The card was refused: the pieces stay held, and the buyer may try another card. Only the last try still counts. */
export const recordDeclined: CheckoutHandlers["RecordDeclined"] = (
  checkout,
  { attempt, reason },
  { now },
) => {
  if (checkout._tag === "Expired") {
    return Result.succeed(
      checkout.late._tag === "Cancelling" && checkout.late.attempt === attempt
        ? [{ _tag: "LatePaymentCancelled", at: now }]
        : [],
    );
  }
  return Result.succeed(attempt === checkout.attempt ? [{ _tag: "PaymentDeclined", reason }] : []);
};

export const recordCaptured: CheckoutHandlers["RecordCaptured"] = (checkout, _, { now }) =>
  Result.succeed(checkout.capture._tag === "Captured" ? [] : [{ _tag: "PaymentCaptured", at: now }]);

/** The hold can't be turned into money: the orders of this checkout are undone (R27). */
export const recordCaptureFailed: CheckoutHandlers["RecordCaptureFailed"] = (checkout, { reason }) =>
  Result.succeed(checkout.capture._tag === "Wanted" ? [{ _tag: "CaptureFailed", reason }] : []);

export const recordCancelled: CheckoutHandlers["RecordCancelled"] = (checkout, _, { now }) =>
  Result.succeed(checkout.late._tag === "Cancelling" ? [{ _tag: "LatePaymentCancelled", at: now }] : []);

export const recordMail: CheckoutHandlers["RecordMail"] = (_, { mail, occurrence, to }, { now }) =>
  Result.succeed([{ _tag: "MailSent", mail, occurrence, to, at: now }]);
