import { type Actor, causeOf, type FieldFault, messageOf, type Rejection } from "@resale/core";
import type { Problem } from "../contract/Problem.ts";
import { fieldOf, type ProblemName, problems, titleOf, typeOf } from "../problems/problems.ts";
import type { Refusal } from "./Handlers.ts";

/** What is said to whoever asked, before it is known which request that was. */
export interface Refused {
  readonly problem: Omit<Problem, "instance">;
  readonly headers: Readonly<Record<string, string>>;
}

interface More {
  /** Another status than the usual one. */
  readonly status?: number;
  readonly fields?: ReadonlyArray<FieldFault>;
  readonly headers?: Record<string, string>;
}

/** A refusal under its name: `OwnListing` is `/problems/own-listing`. */
export const refused = (name: ProblemName, detail: string, more: More = {}): Refused => ({
  problem: {
    type: typeOf(name),
    title: titleOf(name),
    status: more.status ?? problems[name].status,
    detail,
    wayOut: problems[name].wayOut,
    ...(more.fields === undefined ? {} : { fields: more.fields }),
  },
  headers: more.headers ?? {},
});

const challenge = { "www-authenticate": 'Bearer realm="resale"' };

/** Nobody is signed in, and it would help to be. */
export const unauthenticated = (detail: string): Refused =>
  refused("Unauthenticated", detail, { headers: challenge });

/** A request that can't be read, with the fields at fault. */
export const malformed = (fields: ReadonlyArray<FieldFault>): Refused =>
  refused("Malformed", fields.map(({ field, problem }) => `${field}: ${problem}`).join("; "), { fields });

/** What fields a refusal is about, and how soon it may be otherwise. */
const aboutOf = (rejection: Rejection, detail: string): More => {
  const field = fieldOf(rejection);
  const fields =
    rejection._tag === "Invalid"
      ? rejection.faults
      : field === undefined
        ? undefined
        : [{ field, problem: detail }];
  const later = laterOf(rejection);
  return {
    ...(fields === undefined ? {} : { fields }),
    ...(later === undefined ? {} : { headers: { "retry-after": later } }),
  };
};

/** In seconds; for a deadline its moment, for it may be days away. */
const laterOf = (rejection: Rejection): string | undefined => {
  if ("retryAfter" in rejection) return `${Math.ceil(rejection.retryAfter / 1000)}`;
  return rejection._tag === "DeadlineNotPassed" ? new Date(rejection.deadline.at).toUTCString() : undefined;
};

/** Everything in these groups is somebody's own: who is not signed in is told so, whether it exists or not. */
const owned: ReadonlySet<string> = new Set([
  "selling",
  "review",
  "orders",
  "live",
  "support",
  "figures",
  "subscriptions",
]);

/** Whether it may help to say who one is. Of what is public, and of an unapproved listing, that is not said (R15). */
const wouldSigningInHelp = ({ _tag }: Rejection, actor: Actor, group: string): boolean =>
  actor._tag === "Visitor" && (_tag === "NotAllowed" || (_tag === "NotFound" && owned.has(group)));

const ofRejection = (rejection: Rejection, actor: Actor, group: string): Refused => {
  if (wouldSigningInHelp(rejection, actor, group)) {
    return unauthenticated("Sign in, or use the link of your order, and ask again.");
  }
  const detail = messageOf(rejection);
  const { problem, headers } = refused(rejection._tag, detail, aboutOf(rejection, detail));
  return { problem: { ...problem, rejection }, headers };
};

/** Something we stand on does not answer just now. */
export const unreachable = refused("Unreachable", "This can't be reached just now. Try again soon.", {
  headers: { "retry-after": "2" },
});

/** What the store or a provider said, where all that is told of it is that it can't be reached: for the log. */
export const behindOf = (
  refusal: Refusal,
): { readonly what: string; readonly reason: string } | undefined => {
  if (refusal._tag === "PhotoRefused" || refusal._tag === "WebhookRefused") return undefined;
  const error =
    refusal._tag === "ProviderUnavailable" || refusal._tag === "StoreUnavailable"
      ? refusal
      : causeOf(refusal);
  return (
    error && { what: error._tag === "StoreUnavailable" ? "store" : error.provider, reason: error.reason }
  );
};

/** The engine's refusal, as HTTP says it. */
export const refusedBy = (refusal: Refusal, actor: Actor, group: string): Refused => {
  switch (refusal._tag) {
    case "PhotoRefused":
      return refused("PhotoRefused", refusal.detail, {
        ...(refusal.reason === "TooLarge" ? { status: 413 } : {}),
        fields: [{ field: "photo", problem: refusal.detail }],
      });
    case "WebhookRefused":
      return refused("WebhookRefused", refusal.reason);
    case "ProviderUnavailable":
    case "StoreUnavailable":
      return unreachable;
    default:
      return ofRejection(refusal, actor, group);
  }
};
