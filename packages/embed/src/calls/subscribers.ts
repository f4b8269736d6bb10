import {
  type Actor,
  disableSubscription,
  EventType,
  editSubscription,
  enableSubscription,
  Include,
  listDeliveries,
  listSubscriptions,
  removeSubscription,
  replayFrom,
  replaySubject,
  rotateSecret,
  SubjectRef,
  type Subscription,
  SubscriptionId,
  secretOf,
  sendTest,
  subscribe,
  subscriptionView,
} from "@resale/core";
import { Effect, Redacted, Schema } from "effect";
import { Limit, named } from "./inputs.ts";
import { read } from "./Row.ts";

/** The one time the secret is shown: to whoever has just made it (R60). */
const shown = (subscription: Subscription) => ({
  subscription: subscriptionView(subscription),
  secret: Redacted.value(subscription.secret),
});

const wanted = { url: Schema.String, events: Schema.Array(EventType), include: Include } as const;
const Wanted = named("wanted", Schema.Struct({ ...wanted, from: Schema.optionalKey(Schema.Int) }));
const Edit = named(
  "edit",
  Schema.Struct({
    url: Schema.optionalKey(wanted.url),
    events: Schema.optionalKey(wanted.events),
    include: Schema.optionalKey(wanted.include),
  }),
);
const Asked = named(
  "query",
  Schema.Struct({ open: Schema.Boolean, limit: Limit, after: Schema.optionalKey(SubjectRef) }),
);

const subscribed = (actor: Actor, said: typeof Wanted.Type) => Effect.map(subscribe(actor, said), shown);
const edited = (actor: Actor, id: SubscriptionId, edit: typeof Edit.Type) =>
  editSubscription({ actor }, id, edit);
const rotated = (actor: Actor, id: SubscriptionId) => Effect.map(rotateSecret(actor, id), shown);
const secret = (actor: Actor, id: SubscriptionId, nth: number) =>
  Effect.map(secretOf(actor, id, nth), (found) => ({ ...found, secret: Redacted.value(found.secret) }));

const subscription = named("subscription", SubscriptionId);

/** Whom the engine tells of events by signed webhooks (R60). */
export const subscribers = {
  list: read(listSubscriptions),
  subscribe: read(subscribed, Wanted),
  edit: read(edited, subscription, Edit),
  remove: read(removeSubscription, subscription),
  rotateSecret: read(rotated, subscription),
  secret: read(secret, subscription, named("nth", Schema.Int)),
  disable: read(disableSubscription, subscription, named("reason", Schema.String)),
  enable: read(enableSubscription, subscription),
  deliveries: read(listDeliveries, subscription, Asked),
  replay: read(replayFrom, subscription, named("position", Schema.Int)),
  replaySubject: read(replaySubject, subscription, named("subject", SubjectRef), named("number", Schema.Int)),
  test: read(sendTest, subscription),
} as const;
