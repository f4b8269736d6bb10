import {
  DAY,
  DeliveryView,
  EventType,
  Include,
  SubjectRef,
  SubscriptionId,
  SubscriptionView,
  WebhookAnswer,
} from "@resale/core";
import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api";
import { readProblems, writeProblems } from "./Problem.ts";
import { changeHeaders, pageOf, pageQuery, ShortText, writeHeaders } from "./requests.ts";

/** A subscription with the secret it has just been given: shown here, and never again. */
export const SubscriptionSecret = Schema.Struct({
  subscription: SubscriptionView,
  /** As Standard Webhooks write it: `whsec_` and base64. */
  secret: Schema.String,
});

const Place = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }));
const SubjectNumber = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 2 ** 31 - 1 }));

/** From where everything is told once more: after a position in all events, or from a number of one subject. */
export const ReplayFrom = Schema.TaggedUnion({
  Position: { after: Place },
  Subject: { subject: Schema.Struct({ ...SubjectRef.fields, id: ShortText }), number: SubjectNumber },
});

const Address = Schema.String.check(Schema.isBetweenLength(1, 2000));

/** None: all. */
const Events = Schema.Array(EventType).check(Schema.isMaxLength(100));

const one = {
  params: { subscription: SubscriptionId },
  headers: writeHeaders,
  error: writeProblems,
} as const;
const changed = { ...one, success: SubscriptionView } as const;

/** Who is told of events as they happen (R60): for the brand's support. */
export const subscriptions = HttpApiGroup.make("subscriptions").add(
  HttpApiEndpoint.get("list", "/subscriptions", {
    success: Schema.Array(SubscriptionView),
    error: readProblems,
  }),
  HttpApiEndpoint.post("subscribe", "/subscriptions", {
    headers: writeHeaders,
    payload: Schema.Struct({
      url: Address,
      events: Schema.optionalKey(Events),
      include: Schema.optionalKey(Include),
      /** Everything after this position; from now on, if left out. */
      from: Schema.optionalKey(Place),
    }),
    success: SubscriptionSecret.pipe(HttpApiSchema.status(201)),
    error: writeProblems,
  }),
  HttpApiEndpoint.patch("edit", "/subscriptions/:subscription", {
    ...changed,
    headers: changeHeaders,
    payload: Schema.Struct({
      url: Schema.optionalKey(Address),
      events: Schema.optionalKey(Events),
      include: Schema.optionalKey(Include),
    }),
  }),
  HttpApiEndpoint.delete("remove", "/subscriptions/:subscription", changed),
  HttpApiEndpoint.post("rotateSecret", "/subscriptions/:subscription/secret", {
    ...one,
    payload: Schema.Struct({
      /** For how many milliseconds the secret before signs as well; a day, if left out. */
      overlap: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 30 * DAY }))),
    }),
    success: SubscriptionSecret,
  }),
  HttpApiEndpoint.post("disable", "/subscriptions/:subscription/disabled", {
    ...changed,
    payload: Schema.Struct({ reason: ShortText }),
  }),
  HttpApiEndpoint.post("enable", "/subscriptions/:subscription/enabled", changed),
  HttpApiEndpoint.post("replay", "/subscriptions/:subscription/replay", { ...changed, payload: ReplayFrom }),
  HttpApiEndpoint.post("test", "/subscriptions/:subscription/test", { ...one, success: WebhookAnswer }),
  HttpApiEndpoint.get("deliveries", "/subscriptions/:subscription/deliveries", {
    params: one.params,
    query: {
      ...pageQuery,
      show: Schema.optionalKey(Schema.Literals(["open", "all"])),
    },
    success: pageOf(DeliveryView),
    error: readProblems,
  }),
);
