import { Schema } from "effect";
import { CheckoutEvent } from "../checkout/CheckoutEvent.ts";
import { DeskEvent } from "../desk/Desk.ts";
import type { SubjectKind } from "../lifecycle/Subject.ts";
import { ListingEvent } from "../listing/ListingEvent.ts";
import { MailboxEvent } from "../mail/Mailbox.ts";
import { OrderEvent } from "../order/OrderEvent.ts";

const events: { readonly [Kind in SubjectKind]: Readonly<Record<string, unknown>> } = {
  listing: ListingEvent.cases,
  checkout: CheckoutEvent.cases,
  order: OrderEvent.cases,
  desk: DeskEvent.cases,
  mailbox: MailboxEvent.cases,
};

/** All that can be subscribed to: a kind of subject (`order`), or one fact of it (`order.Delivered`). */
export const eventTypes: ReadonlyArray<string> = Object.entries(events).flatMap(([kind, cases]) => [
  kind,
  ...Object.keys(cases).map((tag) => `${kind}.${tag}`),
]);

/** A kind of subject, with all its facts, or one fact by its name (R60). */
export const EventType = Schema.Literals(eventTypes);
export type EventType = typeof EventType.Type;
