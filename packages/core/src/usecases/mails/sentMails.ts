import { Effect } from "effect";
import type { Actor } from "../../access/Actor.ts";
import { CheckoutEvent } from "../../checkout/CheckoutEvent.ts";
import { checkoutMachine } from "../../checkout/machine.ts";
import type { StoredEvent } from "../../lifecycle/Change.ts";
import { readStored } from "../../lifecycle/readStored.ts";
import { rebuild } from "../../lifecycle/replay.ts";
import type { Mail, MailTag } from "../../mail/Mail.ts";
import { SentMailId } from "../../mail/SentMailId.ts";
import { orderMachine } from "../../order/machine.ts";
import { OrderEvent } from "../../order/OrderEvent.ts";
import type { OrderId } from "../../order/OrderId.ts";
import { orderMail } from "../../order/orderMail.ts";
import { Links } from "../../ports/Links.ts";
import { Mailer } from "../../ports/Mailer.ts";
import { Programs } from "../../ports/Programs.ts";
import { History } from "../../ports/Store.ts";
import { readAs, staffOnly } from "../reading.ts";
import { rejectionOf } from "../rejecting.ts";
import { receiptOf } from "./receiptOf.ts";
import { recipientOf } from "./sendOrderMail.ts";

/** A mail that was sent, with the address used (R2). */
export interface SentMail {
  readonly id: SentMailId;
  readonly mail: string;
  readonly to: string;
  readonly at: number;
}

type Sent = Extract<OrderEvent, { readonly _tag: "MailSent" }>;

const sentIn = ({ subject, event }: StoredEvent): Sent | undefined => {
  const fact = subject.kind === "order" ? readStored(OrderEvent, event) : readStored(CheckoutEvent, event);
  return fact._tag === "MailSent" ? fact : undefined;
};

const idOf = ({ subject, version }: StoredEvent): SentMailId => SentMailId.make(`${subject.kind}.${version}`);

const historyOf = Effect.fnUntraced(function* (actor: Actor, id: OrderId) {
  const { state } = yield* readAs(orderMachine, id, actor);
  const history = yield* History;
  const [order, checkout] = yield* Effect.all([
    history.of({ kind: "order", id }),
    history.of({ kind: "checkout", id: state.checkout }),
  ]).pipe(Effect.mapError(rejectionOf));
  return { order, checkout };
});

/** Every mail about an order that was sent, to whom and when, in that order; its receipt first. */
export const sentMails = Effect.fn("Support.sentMails")(function* (actor: Actor, id: OrderId) {
  yield* staffOnly(actor, "SentMails");
  const { order, checkout } = yield* historyOf(actor, id);
  return [...checkout, ...order].flatMap((event): ReadonlyArray<SentMail> => {
    const sent = sentIn(event);
    return sent === undefined ? [] : [{ id: idOf(event), mail: sent.mail, to: sent.to, at: sent.at }];
  });
});

/**
 * What a mail said, written anew from the facts as they stood when it was sent. Links lead to the order's page and hold no
 * guest's token: whoever looks on is not the guest (R26).
 */
const contentOf = Effect.fnUntraced(function* (
  history: Effect.Success<ReturnType<typeof historyOf>>,
  recorded: StoredEvent,
  { mail, at }: Sent,
) {
  const programs = yield* Programs;
  const links = yield* Links;
  if (recorded.subject.kind === "checkout") {
    const state = rebuild(checkoutMachine, history.checkout);
    if (state?._tag !== "Placed") return undefined;
    const content = yield* receiptOf(state, ({ id }) => links.order(id));
    return { content, program: programs.version(state.program) };
  }
  // The last state in which it had something to say: between sending and its record something else may have happened.
  const before = history.order.filter(({ version }) => version < recorded.version);
  for (let length = before.length; length > 0; length--) {
    const order = rebuild(orderMachine, before.slice(0, length));
    if (order === undefined) return undefined;
    const program = programs.version(order.program);
    const { name } = yield* Effect.mapError(recipientOf(order, mail as MailTag), rejectionOf);
    const context = { program, now: at, recipient: name, order: links.order(order.id) };
    const content: Mail | undefined = orderMail(order, mail as MailTag, context);
    if (content !== undefined) return { content, program };
  }
  return undefined;
});

/** A mail that was sent, in the words its reader got. */
export const sentMail = Effect.fn("Support.sentMail")(function* (
  actor: Actor,
  id: OrderId,
  mail: SentMailId,
) {
  yield* staffOnly(actor, "SentMail");
  const history = yield* historyOf(actor, id);
  const recorded = [...history.checkout, ...history.order].find((event) => idOf(event) === mail);
  const sent = recorded === undefined ? undefined : sentIn(recorded);
  const notFound = { _tag: "NotFound", subject: "order", id: `${id}: ${mail}` } as const;
  if (recorded === undefined || sent === undefined) return yield* Effect.fail(notFound);
  const found = yield* contentOf(history, recorded, sent);
  if (found === undefined) return yield* Effect.fail(notFound);
  const words = yield* (yield* Mailer).write(found.content, found.program);
  return { id: mail, mail: sent.mail, to: sent.to, at: sent.at, ...words };
});
