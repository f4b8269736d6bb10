import { Effect, Schema } from "effect";
import type { Actor } from "../access/Actor.ts";
import { Email } from "../address/Email.ts";
import { deskCheckoutView } from "../checkout/DeskCheckoutView.ts";
import { checkoutMachine } from "../checkout/machine.ts";
import type { StoredEvent } from "../lifecycle/Change.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { titleOf } from "../listing/Listing.ts";
import { listingMachine } from "../listing/machine.ts";
import { mailboxMachine } from "../mail/mailboxMachine.ts";
import { orderMachine } from "../order/machine.ts";
import type { OrderId } from "../order/OrderId.ts";
import { History } from "../ports/Store.ts";
import { type CreditReference, StoreCredit } from "../ports/StoreCredit.ts";
import { type KeptTask, Tasks } from "../ports/Tasks.ts";
import { deskOrder, deskOrders } from "./deskOrder.ts";
import { now } from "./execute.ts";
import { mailboxesOf } from "./mails/mailboxesOf.ts";
import { findAs, readAs, staffOnly } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";
import { giveUp } from "./tasks/giveUp.ts";

const isSent = Schema.is(Schema.Struct({ _tag: Schema.Literal("MailSent"), to: Email }));

/** Whom mails went to. */
const addressesIn = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<Email> =>
  events.flatMap(({ event }) => (isSent(event) ? [event.to] : []));

/** The whole story of an order: its facts, its money, its tasks, and whether its people can be written to (R53, R55). */
export const orderStory = Effect.fn("Support.orderStory")(function* (actor: Actor, id: OrderId) {
  yield* staffOnly(actor, "OrderStory");
  const { state } = yield* readAs(orderMachine, id, actor);
  const { state: paidBy } = yield* readAs(checkoutMachine, state.checkout, actor);
  const history = yield* History;
  const tasks = yield* Tasks;
  const subject = { kind: "order", id } as const;
  const [events, payment, journal, pending] = yield* Effect.all([
    history.of(subject),
    history.of({ kind: "checkout", id: state.checkout }),
    history.postingsOf(id),
    tasks.list({ subject: id, limit: 200 }),
  ]).pipe(Effect.mapError(rejectionOf));
  const mailboxes = yield* mailboxesOf([state.buyer.email, ...addressesIn([...events, ...payment])]);
  const checkout = deskCheckoutView(paidBy);
  return {
    order: yield* deskOrder(state),
    checkout,
    events,
    payment,
    journal,
    tasks: pending,
    mailboxes,
  };
});

/** Everything that waits for an operator, over all subjects. */
export const operatorTasks = Effect.fn("Support.operatorTasks")(function* (actor: Actor, limit: number) {
  yield* staffOnly(actor, "OperatorTasks");
  const found = yield* findAs(orderMachine, { operatorTask: "*", limit });
  const orders = yield* deskOrders(found.map(({ state }) => state));
  const listings = yield* findAs(listingMachine, { operatorTask: "*", limit });
  const mailboxes = yield* findAs(mailboxMachine, { operatorTask: "*", limit });
  return [
    ...orders.flatMap(({ id, item, desk }) =>
      (desk?.operatorTasks ?? []).map(({ task, since }) => ({
        task,
        since,
        kind: "order" as const,
        subject: id as string,
        title: item.title,
      })),
    ),
    ...listings.map(({ state }) => ({
      task: "ReviewDue",
      since: state._tag === "Submitted" ? state.reviewBy.at : state.createdAt,
      kind: "listing" as const,
      subject: state.id as string,
      title: titleOf(state),
    })),
    ...mailboxes.flatMap(({ state, known }) => {
      if (state._tag !== "Refusing") return [];
      const { mail, about, at: since, reason } = state.refusal;
      const title = `${mail} to ${known.id}: ${reason}`;
      // It is looked at where the mail was missed.
      return about.kind === "desk" || about.kind === "mailbox"
        ? []
        : [{ task: "MailRefused", since, kind: about.kind, subject: about.id, title }];
    }),
  ].sort((one, other) => one.since - other.since);
});

/** Gift cards that were issued to an address, without their codes (R48). */
export const findCredit = Effect.fn("Support.findCredit")(function* (actor: Actor, email: Email) {
  yield* staffOnly(actor, "FindCredit");
  return yield* Effect.mapError((yield* StoreCredit).find(email), rejectionOf);
});

/** Has a gift card mailed again by its issuer (R48). */
export const resendCredit = Effect.fn("Support.resendCredit")(function* (
  actor: Actor,
  reference: CreditReference,
  email: Email,
) {
  yield* staffOnly(actor, "ResendCredit");
  yield* Effect.mapError((yield* StoreCredit).resend({ reference, email }), rejectionOf);
});

/** Side effects that wait or were given up, for operators. */
export const listTasks = Effect.fn("Support.listTasks")(function* (
  actor: Actor,
  query: { readonly status?: KeptTask["status"]; readonly limit: number; readonly after?: string },
) {
  yield* staffOnly(actor, "ListTasks");
  return yield* Effect.mapError((yield* Tasks).list(query), rejectionOf);
});

/** Sets a task going again that was given up. */
export const repeatTask = Effect.fn("Support.repeatTask")(function* (actor: Actor, key: string) {
  yield* staffOnly(actor, "RepeatTask");
  const done = yield* Effect.mapError((yield* Tasks).repeat(key, yield* now), rejectionOf);
  if (!done) return yield* Effect.fail<Rejection>({ _tag: "NothingToRepeat", what: "task", state: "Done" });
});

/**
 * Ends a task undone, for good, and says who did so and why. What the task was for shows that it failed, as if it had been
 * tried often enough: from there an operator may have it done by a new task. Asked again, it only makes sure of that.
 */
export const dropTask = Effect.fn("Support.dropTask")(function* (actor: Actor, key: string, reason: string) {
  yield* staffOnly(actor, "DropTask");
  const drop = yield* Effect.mapError(
    (yield* Tasks).drop(key, { by: actor, reason, at: yield* now }),
    rejectionOf,
  );
  const isDropped = drop._tag === "Dropped" || (drop._tag === "Over" && drop.status === "Dropped");
  if (isDropped) yield* Effect.ignore(giveUp(drop.task, `dropped by an operator: ${reason}`));
  return drop;
});
