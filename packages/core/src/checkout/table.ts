import type { Handlers, Table, TimerTable } from "../lifecycle/Machine.ts";
import type { Checkout } from "./Checkout.ts";
import type { CheckoutCommand } from "./CheckoutCommand.ts";
import type { CheckoutEvent } from "./CheckoutEvent.ts";

/** Every command of a checkout: who may give it, and where it leads from where (R54). */
export const checkoutTable = {
  Open: { by: ["Anyone"], moves: { Nothing: ["Held"] } },
  Pay: { by: ["Buyer"], moves: { Held: ["Paying"] } },
  Abandon: { by: ["Buyer", "System"], moves: { Held: ["Abandoned"] } },
  RecordAuthorised: {
    by: ["System", "PaymentProvider"],
    moves: { Paying: ["Placed", "Paying"], Placed: ["Placed"], Expired: ["Expired"] },
  },
  RecordDeclined: { by: ["System"], moves: { Paying: ["Held", "Paying"], Expired: ["Expired"] } },
  RecordCaptured: { by: ["System"], moves: { Placed: ["Placed"] } },
  RecordCaptureFailed: { by: ["System"], moves: { Placed: ["Placed"] } },
  RecordCancelled: { by: ["System"], moves: { Expired: ["Expired"] } },
  RecordMail: { by: ["System"], moves: { Placed: ["Placed"] } },
} as const satisfies Table<Checkout, CheckoutCommand>;

export type CheckoutTimer = "reservation";

export const checkoutTimerTable = {
  reservation: { Held: ["Expired"], Paying: ["Expired"] },
} as const satisfies TimerTable<Checkout, CheckoutTimer>;

/** One function for each command, from exactly the states its row names. */
export type CheckoutHandlers = Handlers<Checkout, CheckoutCommand, CheckoutEvent, typeof checkoutTable>;
