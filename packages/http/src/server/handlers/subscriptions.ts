import {
  type Actor,
  disableSubscription,
  editSubscription,
  enableSubscription,
  listDeliveries,
  listSubscriptions,
  removeSubscription,
  replayFrom,
  replaySubject,
  rotateSecret,
  type SubjectKind,
  type SubjectRef,
  SubscriptionId,
  SubscriptionView,
  secretOf,
  sendTest,
  subscribe,
  WebhookAnswer,
} from "@resale/core";
import { Effect, Redacted, Schema } from "effect";
import type { HandlersOf } from "../Handlers.ts";
import { once } from "./once.ts";
import { PAGE } from "./pageOf.ts";

/** Which secret was given, without the secret: an answer that is kept under a key must not hold one. */
const Given = Schema.Struct({ id: SubscriptionId, rotations: Schema.Int });

const shown = (actor: Actor, { id, rotations }: typeof Given.Type) =>
  Effect.map(secretOf(actor, id, rotations), ({ subscription, secret }) => ({
    subscription,
    secret: Redacted.value(secret),
  }));

const subjectOf = (text: string): SubjectRef => {
  const slash = text.indexOf("/");
  // The contract's pattern has let nothing else through.
  return { kind: text.slice(0, slash) as SubjectKind, id: text.slice(slash + 1) };
};

export const subscriptions: HandlersOf<"subscriptions"> = {
  list: ({ caller }) => listSubscriptions(caller.actor),
  subscribe: ({ caller, payload }) =>
    Effect.gen(function* () {
      const wanted = { ...payload, events: payload.events ?? [], include: payload.include ?? "public" };
      const made = Effect.map(subscribe(caller.actor, wanted), ({ id, rotations }) => ({ id, rotations }));
      return yield* shown(caller.actor, yield* once(caller, Given, made));
    }),
  rotateSecret: ({ caller, params, payload }) =>
    Effect.gen(function* () {
      const rotated = Effect.map(
        rotateSecret(caller.actor, params.subscription, payload.overlap),
        ({ id, rotations }) => ({ id, rotations }),
      );
      return yield* shown(caller.actor, yield* once(caller, Given, rotated));
    }),
  edit: ({ caller, params, payload }) =>
    once(caller, SubscriptionView, editSubscription(caller.actor, params.subscription, payload)),
  remove: ({ caller, params }) =>
    once(caller, SubscriptionView, removeSubscription(caller.actor, params.subscription)),
  disable: ({ caller, params, payload }) =>
    once(caller, SubscriptionView, disableSubscription(caller.actor, params.subscription, payload.reason)),
  enable: ({ caller, params }) =>
    once(caller, SubscriptionView, enableSubscription(caller.actor, params.subscription)),
  replay: ({ caller, params, payload }) =>
    once(
      caller,
      SubscriptionView,
      payload._tag === "Position"
        ? replayFrom(caller.actor, params.subscription, payload.after)
        : replaySubject(caller.actor, params.subscription, payload.subject, payload.number),
    ),
  test: ({ caller, params }) => once(caller, WebhookAnswer, sendTest(caller.actor, params.subscription)),
  deliveries: ({ caller, params, query: { limit, after, show } }) =>
    listDeliveries(caller.actor, params.subscription, {
      open: show === "open",
      limit: limit ?? PAGE,
      ...(after === undefined ? {} : { after: subjectOf(after) }),
    }),
};
