import type { Actor } from "../access/Actor.ts";
import type { Role } from "../access/Role.ts";
import { foldEmail } from "../address/Email.ts";
import type { Deadline } from "../calendar/Deadline.ts";
import { nowhere } from "../lifecycle/Change.ts";
import { dispatch } from "../lifecycle/dispatch.ts";
import type { Machine, Meaning } from "../lifecycle/Machine.ts";
import type { Task } from "../lifecycle/Task.ts";
import { type TimerRow, timersByState } from "../lifecycle/Timer.ts";
import { Checkout } from "./Checkout.ts";
import { CheckoutCommand } from "./CheckoutCommand.ts";
import { CheckoutEvent } from "./CheckoutEvent.ts";
import { evolveCheckout } from "./evolve.ts";
import { open } from "./opening.ts";
import {
  abandon,
  pay,
  recordAuthorised,
  recordCancelled,
  recordCaptured,
  recordCaptureFailed,
  recordDeclined,
  recordMail,
} from "./paying.ts";
import { type CheckoutHandlers, type CheckoutTimer, checkoutTable, checkoutTimerTable } from "./table.ts";

const handlers: CheckoutHandlers = {
  Open: open,
  Pay: pay,
  Abandon: abandon,
  RecordAuthorised: recordAuthorised,
  RecordDeclined: recordDeclined,
  RecordCaptured: recordCaptured,
  RecordCaptureFailed: recordCaptureFailed,
  RecordCancelled: recordCancelled,
  RecordMail: recordMail,
};

/** A member's checkout is that member's; a guest's belongs to whoever holds its unguessable key (R26). */
const roleOf = (checkout: Checkout, actor: Actor): Role | undefined => {
  const { member } = checkout.buyer;
  switch (actor._tag) {
    case "Visitor":
      return member === null ? "Buyer" : undefined;
    case "Member":
      return member === null || member === actor.id ? "Buyer" : undefined;
    case "Guest":
      return checkout.lines.some(({ order }) => order === actor.order) ? "Buyer" : undefined;
    default:
      return actor._tag;
  }
};

const reservation: ReadonlyArray<TimerRow<{ readonly until: Deadline }, CheckoutTimer>> = [
  {
    name: "reservation",
    deadline: ({ until }) => until,
    outcome: "The pieces are let go, and a payment that comes later is given back.",
  },
];

const none: ReadonlyArray<never> = [];

const react = (event: CheckoutEvent, checkout: Checkout): ReadonlyArray<Task> => {
  const { id } = checkout;
  switch (event._tag) {
    case "PaymentStarted":
      return [{ _tag: "AuthorisePayment", checkout: id }];
    case "Placed":
      return [{ _tag: "CapturePayment", checkout: id }];
    // A receipt is for what was paid: a card that is held may not be charged (R27).
    case "PaymentCaptured":
      return [{ _tag: "SendCheckoutMail", checkout: id, mail: "Receipt", occurrence: 1 }];
    case "PaymentCameLate":
    case "HoldEnded":
      return checkout._tag === "Expired" && checkout.late._tag === "Cancelling"
        ? [{ _tag: "CancelPayment", checkout: id }]
        : none;
    default:
      return none;
  }
};

const meaning: Meaning<Checkout, CheckoutEvent> = { evolve: evolveCheckout, react, postings: () => none };

/** How a checkout lives: Held ⇄ Paying → Placed, or it lets go. */
export const checkoutMachine: Machine<Checkout, CheckoutCommand, CheckoutEvent, CheckoutTimer> = {
  kind: "checkout",
  table: checkoutTable,
  timerTable: checkoutTimerTable,
  roleOf,
  commands: dispatch<Checkout, CheckoutCommand, CheckoutEvent>(checkoutTable, handlers),
  evolve: evolveCheckout,
  timers: timersByState<Checkout, CheckoutTimer>({ Held: reservation, Paying: reservation }),
  fire: () => [{ _tag: "HoldEnded" }],
  meaningOf: () => meaning,
  index: (checkout) => ({
    ...nowhere,
    status: checkout._tag,
    buyer: checkout.buyer.member,
    email: foldEmail(checkout.buyer.email),
    parent: checkout._tag === "Placed" ? checkout.payment : null,
  }),
  schema: { state: Checkout, command: CheckoutCommand, event: CheckoutEvent },
};
