import { type Redacted, Schema } from "effect";
import { Actor } from "../access/Actor.ts";
import { Instant } from "../calendar/Instant.ts";
import { SubjectRef } from "../lifecycle/Subject.ts";
import type { EventType } from "./EventType.ts";

/** The key of a subscription. */
export const SubscriptionId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("SubscriptionId"));
export type SubscriptionId = typeof SubscriptionId.Type;

/** How much is told: what is nobody's own, or all that the engine knows, for those the brand trusts with it. */
export const Include = Schema.Literals(["public", "personal"]);
export type Include = typeof Include.Type;

/** What came of a webhook: only `Accepted` is heard. `retryAfter` is in milliseconds. */
export const WebhookAnswer = Schema.TaggedUnion({
  /** Any 2xx. */
  Accepted: { status: Schema.Int },
  /** Any other status; a redirect is not followed. */
  Refused: { status: Schema.Int, retryAfter: Schema.NullOr(Schema.Int) },
  /** 410: never again. */
  Gone: {},
  NoAnswer: { reason: Schema.String },
  /** Nothing was sent: the address is not one that may be told. */
  AddressRefused: { reason: Schema.String },
});
export type WebhookAnswer = typeof WebhookAnswer.Type;

/** Why nothing is told any more, and since when. What is not told meanwhile is kept. */
export const Disabled = Schema.Struct({
  since: Instant,
  why: Schema.TaggedUnion({
    ByOperator: { by: Actor, reason: Schema.String },
    Gone: {},
    /** An event that was not heard for three days. */
    NotHeard: { subject: SubjectRef, number: Schema.Int, answer: WebhookAnswer },
  }),
});
export type Disabled = typeof Disabled.Type;

/** Who is told of what, and how far that has come (R60). */
export interface Subscription {
  readonly id: SubscriptionId;
  readonly url: string;
  /** Which events; none named: all. */
  readonly events: ReadonlyArray<EventType>;
  readonly include: Include;
  /** Signs what is sent, as Standard Webhooks write it: `whsec_` and base64. */
  readonly secret: Redacted.Redacted<string>;
  /** The secret before: it signs as well until then, so that the receiver has time to change over. */
  readonly former: { readonly secret: Redacted.Redacted<string>; readonly until: Instant } | undefined;
  /** Grows by one with each edit. */
  readonly version: number;
  /** How often the secret was changed. */
  readonly rotations: number;
  /** All events up to this position are on their way, or were heard. */
  readonly position: number;
  readonly createdAt: Instant;
  readonly createdBy: Actor;
  readonly disabled: Disabled | undefined;
  /** Whether the operators were told that it is disabled. */
  readonly noticed: boolean;
}

/** The secrets that sign at a moment, the present one first. */
export const secretsAt = (
  { secret, former }: Subscription,
  now: Instant,
): ReadonlyArray<Redacted.Redacted<string>> =>
  former !== undefined && now < former.until ? [secret, former.secret] : [secret];

/** Kinds whose very keys are somebody's own: a guest's checkout belongs to whoever knows its key, a mailbox's is an address. */
export const privateKinds: ReadonlyArray<SubjectRef["kind"]> = ["checkout", "mailbox"];

/** Whether a subscription asks for a fact, and may be told of it. */
export const wants = (
  { events, include }: Pick<Subscription, "events" | "include">,
  kind: SubjectRef["kind"],
  tag: string,
): boolean => {
  if (include === "public" && privateKinds.includes(kind)) return false;
  return events.length === 0 || events.includes(kind) || events.includes(`${kind}.${tag}`);
};
