import { Schema } from "effect";
import { Actor } from "../access/Actor.ts";
import { Instant } from "../calendar/Instant.ts";
import { SubjectRef } from "../lifecycle/Subject.ts";
import type { Delivery } from "../ports/Deliveries.ts";
import { EventType } from "./EventType.ts";
import { Disabled, Include, type Subscription, SubscriptionId, WebhookAnswer } from "./Subscription.ts";

/** A subscription as the brand's staff sees it: without its secret, which is shown once, when it is made. */
export const SubscriptionView = Schema.Struct({
  id: SubscriptionId,
  /** Grows by one with each edit: who has seen another one edits nothing, if they say so. */
  version: Schema.Int,
  url: Schema.String,
  events: Schema.Array(EventType),
  include: Include,
  /** All events up to here are on their way, or were heard. */
  position: Schema.Int,
  rotations: Schema.Int,
  /** Until when the secret before signs as well. */
  formerUntil: Schema.NullOr(Instant),
  createdAt: Instant,
  createdBy: Actor,
  disabled: Schema.NullOr(Disabled),
});
export type SubscriptionView = typeof SubscriptionView.Type;

export const subscriptionView = ({
  id,
  version,
  url,
  events,
  include,
  position,
  rotations,
  former,
  createdAt,
  createdBy,
  disabled,
}: Subscription): SubscriptionView => ({
  id,
  version,
  url,
  events,
  include,
  position,
  rotations,
  formerUntil: former?.until ?? null,
  createdAt,
  createdBy,
  disabled: disabled ?? null,
});

/** How far a subscription has come with one subject, and what it answered last. */
export const DeliveryView = Schema.Struct({
  subject: SubjectRef,
  heard: Schema.Int,
  wanted: Schema.Int,
  failures: Schema.Int,
  failingSince: Schema.NullOr(Instant),
  /** When it goes on; null, when all was heard. */
  dueAt: Schema.NullOr(Instant),
  last: Schema.NullOr(Schema.Struct({ at: Instant, number: Schema.Int, answer: WebhookAnswer })),
});
export type DeliveryView = typeof DeliveryView.Type;

/** How far a subscription has come with one subject, as support sees it. */
export const deliveryView = ({
  subject,
  heard,
  wanted,
  failures,
  failingSince,
  dueAt,
  last,
}: Delivery): DeliveryView => ({
  subject,
  heard,
  wanted,
  failures,
  failingSince: failingSince ?? null,
  dueAt: dueAt ?? null,
  last: last ?? null,
});
