import {
  type Actor,
  type DeliveryView,
  disableSubscription,
  editSubscription,
  enableSubscription,
  invalid,
  listDeliveries,
  listSubscriptions,
  type Rejection,
  removeSubscription,
  replayFrom,
  replaySubject,
  rotateSecret,
  SubjectKind,
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
import { paged } from "./pageOf.ts";

/** Which secret was given, without the secret: an answer that is kept under a key must not hold one. */
const Given = Schema.Struct({ id: SubscriptionId, rotations: Schema.Int });

const shown = (actor: Actor, { id, rotations }: typeof Given.Type) =>
  Effect.map(secretOf(actor, id, rotations), ({ subscription, secret }) => ({
    subscription,
    secret: Redacted.value(secret),
  }));

const Subject = Schema.Struct({ kind: SubjectKind, id: Schema.NonEmptyString });

/** `order/<id>`: the key of a delivery among those of its subscription. */
const keyOf = ({ subject }: DeliveryView): string => `${subject.kind}/${subject.id}`;

const subjectOf = (key: string): Effect.Effect<SubjectRef, Rejection> => {
  const [kind, ...id] = key.split("/");
  return Effect.mapError(Schema.decodeUnknownEffect(Subject)({ kind, id: id.join("/") }), () =>
    invalid({ field: "cursor", problem: "is to be the `next` of the page before" }),
  );
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
    once(caller, SubscriptionView, editSubscription(caller, params.subscription, payload)),
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
  deliveries: ({ caller, params, query: { show, ...query } }) =>
    paged(query, keyOf, ({ limit, after }) =>
      Effect.gen(function* () {
        const before = after === undefined ? {} : { after: yield* subjectOf(after) };
        return yield* listDeliveries(caller.actor, params.subscription, {
          open: show === "open",
          limit,
          ...before,
        });
      }),
    ),
};
