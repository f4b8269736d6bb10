import { Effect, Option } from "effect";
import type { Actor } from "../../access/Actor.ts";
import { DAY, instant } from "../../calendar/Instant.ts";
import { invalid, type Rejection } from "../../lifecycle/Rejection.ts";
import type { SubjectRef } from "../../lifecycle/Subject.ts";
import { Deliveries } from "../../ports/Deliveries.ts";
import { Ids } from "../../ports/Ids.ts";
import { History, type StoreUnavailable } from "../../ports/Store.ts";
import { type SubscriptionChange, type SubscriptionEdit, Subscriptions } from "../../ports/Subscriptions.ts";
import { Webhooks } from "../../ports/Webhooks.ts";
import type { EventType } from "../../subscriptions/EventType.ts";
import {
  type Include,
  privateKinds,
  type Subscription,
  SubscriptionId,
} from "../../subscriptions/Subscription.ts";
import { deliveryView, subscriptionView } from "../../subscriptions/SubscriptionView.ts";
import { notAllowed, type SubscriptionCommand } from "../../subscriptions/table.ts";
import type { Caller } from "../Caller.ts";
import { now } from "../execute.ts";
import { rejectionOf } from "../rejecting.ts";

/** For how long the secret before signs as well, if nobody says. */
const OVERLAP = DAY;

const mayOnly = (actor: Actor, command: SubscriptionCommand): Effect.Effect<void, Rejection> => {
  const rejection = notAllowed(command, actor);
  return rejection === undefined ? Effect.void : Effect.fail(rejection);
};

const orRejected = <A, R>(effect: Effect.Effect<A, StoreUnavailable, R>) =>
  Effect.mapError(effect, rejectionOf);

const notFound = (id: SubscriptionId): Rejection => ({ _tag: "NotFound", subject: "subscription", id });

/** A subscription for somebody who may give the command. */
export const found = Effect.fnUntraced(function* (
  actor: Actor,
  command: SubscriptionCommand,
  id: SubscriptionId,
) {
  yield* mayOnly(actor, command);
  const subscription = yield* orRejected((yield* Subscriptions).get(id));
  return Option.isSome(subscription) ? subscription.value : yield* Effect.fail(notFound(id));
});

const changed = Effect.fnUntraced(function* (id: SubscriptionId, change: SubscriptionChange) {
  return yield* orRejected((yield* Subscriptions).change(id, change));
});

/** Who is told of what, and how far that has come. */
export const listSubscriptions = Effect.fn("Subscribers.list")(function* (actor: Actor) {
  yield* mayOnly(actor, "ListSubscriptions");
  const all = yield* orRejected((yield* Subscriptions).all);
  return all.map(subscriptionView);
});

/** Refuses what could not be told, or may not be, by its field. */
const checked = Effect.fnUntraced(function* ({
  url,
  events,
  include,
}: Pick<Subscription, "url" | "events" | "include">) {
  if (include === "public" && events.some((event) => privateKinds.some((kind) => event.startsWith(kind)))) {
    const problem =
      "names checkouts or mailboxes, of which nothing is public: include what is personal, or leave them out";
    return yield* Effect.fail(invalid({ field: "events", problem }));
  }
  const { check } = yield* Webhooks;
  yield* Effect.mapError(check(url), ({ reason }) => invalid({ field: "url", problem: reason }));
});

/**
 * Has somebody told of events from now on, or of everything after a position (R60). The address is looked at first: what
 * leads inside is refused.
 */
export const subscribe = Effect.fn("Subscribers.subscribe")(function* (
  actor: Actor,
  wanted: {
    readonly url: string;
    readonly events: ReadonlyArray<EventType>;
    readonly include: Include;
    readonly from?: number;
  },
) {
  yield* mayOnly(actor, "Subscribe");
  yield* checked(wanted);
  const subscription: Subscription = {
    id: SubscriptionId.make(yield* (yield* Ids).next),
    url: wanted.url,
    events: wanted.events,
    include: wanted.include,
    secret: yield* (yield* Webhooks).newSecret,
    former: undefined,
    version: 1,
    rotations: 0,
    position: wanted.from ?? (yield* orRejected((yield* History).last)),
    createdAt: yield* now,
    createdBy: actor,
    disabled: undefined,
    noticed: false,
  };
  yield* orRejected((yield* Subscriptions).add(subscription));
  return subscription;
});

/**
 * Has somebody told at another address, or of other things, from the next event on; what is told comes as before. Who says
 * what they have seen edits nothing else.
 */
export const editSubscription = Effect.fn("Subscribers.edit")(function* (
  { actor, seen }: Caller,
  id: SubscriptionId,
  edit: SubscriptionEdit,
) {
  const before = yield* found(actor, "EditSubscription", id);
  yield* checked({ ...before, ...edit });
  const versions = seen?.kind === "subscription" && seen.id === id ? { versions: seen.versions } : {};
  const done = yield* changed(id, { _tag: "Edit", ...edit, ...versions });
  const after = yield* found(actor, "EditSubscription", id);
  if (done || versions.versions === undefined) return subscriptionView(after);
  return yield* Effect.fail<Rejection>({
    _tag: "VersionChanged",
    subject: "subscription",
    seen: versions.versions,
    current: after.version,
  });
});

/** Tells somebody nothing any more, and forgets how far they had come. */
export const removeSubscription = Effect.fn("Subscribers.remove")(function* (
  actor: Actor,
  id: SubscriptionId,
) {
  const before = yield* found(actor, "RemoveSubscription", id);
  if (!(yield* orRejected((yield* Subscriptions).remove(id)))) return yield* Effect.fail(notFound(id));
  return subscriptionView(before);
});

/** Gives a subscription a new secret; the one before signs as well for a while, in milliseconds, a day if not told. */
export const rotateSecret = Effect.fn("Subscribers.rotateSecret")(function* (
  actor: Actor,
  id: SubscriptionId,
  overlap: number = OVERLAP,
) {
  const { rotations } = yield* found(actor, "RotateSecret", id);
  const done = yield* changed(id, {
    _tag: "RotateSecret",
    secret: yield* (yield* Webhooks).newSecret,
    formerUntil: instant((yield* now) + overlap),
    rotations,
  });
  if (!done) return yield* Effect.fail<Rejection>({ _tag: "AlreadyDone", what: "a new secret" });
  return yield* found(actor, "RotateSecret", id);
});

/** The secret that a subscription got by its nth change, for whoever has just asked for it. */
export const secretOf = Effect.fn("Subscribers.secretOf")(function* (
  actor: Actor,
  id: SubscriptionId,
  nth: number,
) {
  const subscription = yield* found(actor, "RotateSecret", id);
  const { secret, former, rotations } = subscription;
  const shown = nth === rotations ? secret : nth === rotations - 1 ? former?.secret : undefined;
  if (shown === undefined) {
    return yield* Effect.fail<Rejection>({ _tag: "NothingToRepeat", what: "secret", state: "Changed" });
  }
  return { subscription: subscriptionView(subscription), secret: shown };
});

/** Tells somebody nothing any more, until it is enabled again; what happens meanwhile is told then. */
export const disableSubscription = Effect.fn("Subscribers.disable")(function* (
  actor: Actor,
  id: SubscriptionId,
  reason: string,
) {
  yield* found(actor, "DisableSubscription", id);
  const why = { _tag: "ByOperator", by: actor, reason } as const;
  yield* changed(id, { _tag: "Disable", disabled: { since: yield* now, why } });
  return subscriptionView(yield* found(actor, "DisableSubscription", id));
});

/** Goes on where it stood; whatever waits for a later try is told at once. */
export const enableSubscription = Effect.fn("Subscribers.enable")(function* (
  actor: Actor,
  id: SubscriptionId,
) {
  yield* found(actor, "EnableSubscription", id);
  yield* changed(id, { _tag: "Enable", now: yield* now });
  return subscriptionView(yield* found(actor, "EnableSubscription", id));
});

/** How a subscription stands with each subject. */
export const listDeliveries = Effect.fn("Subscribers.deliveries")(function* (
  actor: Actor,
  id: SubscriptionId,
  query: { readonly open: boolean; readonly limit: number; readonly after?: SubjectRef },
) {
  yield* found(actor, "ListDeliveries", id);
  const list = yield* orRejected((yield* Deliveries).list({ subscription: id, ...query }));
  return list.map(deliveryView);
});
