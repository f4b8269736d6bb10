import { STATUS_CODES } from "node:http";
import { type Actor, type FieldFault, messageOf, type Rejection } from "@resale/core";
import type { Problem } from "../contract/Problem.ts";
import type { Refusal } from "./Handlers.ts";
import { statuses } from "./statuses.ts";

/** What is said to whoever asked, before it is known which request that was. */
export interface Refused {
  readonly problem: Omit<Problem, "instance">;
  readonly headers: Readonly<Record<string, string>>;
}

const kebab = (tag: string): string => tag.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
const words = (tag: string): string => tag.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A refusal under a name of its own: `OwnListing` is `/problems/own-listing`. */
export const refused = (
  name: string,
  status: number,
  detail: string,
  more: { readonly fields?: ReadonlyArray<FieldFault>; readonly headers?: Record<string, string> } = {},
): Refused => ({
  problem: {
    type: `/problems/${kebab(name)}`,
    title: words(name),
    status,
    detail,
    ...(more.fields === undefined ? {} : { fields: more.fields }),
  },
  headers: more.headers ?? {},
});

const challenge = { "www-authenticate": 'Bearer realm="resale"' };

/** Nobody is signed in, and it would help to be. */
export const unauthenticated = (detail: string): Refused =>
  refused("Unauthenticated", 401, detail, { headers: challenge });

/** A request that can't be read, with the fields at fault. */
export const malformed = (fields: ReadonlyArray<FieldFault>): Refused =>
  refused("Malformed", 400, fields.map(({ field, problem }) => `${field}: ${problem}`).join("; "), {
    fields,
  });

/** A refusal that has no name but its status. */
export const refusedAs = (status: number): Refused => {
  const name = STATUS_CODES[status] ?? "Error";
  return refused(
    name.replace(/[^A-Za-z]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase()),
    status,
    `${name}.`,
  );
};

/** Everything in these groups is somebody's own: who is not signed in is told so, whether it exists or not. */
const owned: ReadonlySet<string> = new Set([
  "selling",
  "review",
  "orders",
  "live",
  "support",
  "subscriptions",
]);

/** Whether it may help to say who one is. Of what is public, and of an unapproved listing, that is not said (R15). */
const wouldSigningInHelp = ({ _tag }: Rejection, actor: Actor, group: string): boolean =>
  actor._tag === "Visitor" && (_tag === "NotAllowed" || (_tag === "NotFound" && owned.has(group)));

const ofRejection = (rejection: Rejection, actor: Actor, group: string): Refused => {
  if (wouldSigningInHelp(rejection, actor, group)) {
    return unauthenticated("Sign in, or use the link of your order, and ask again.");
  }
  const { problem } = refused(rejection._tag, statuses[rejection._tag], messageOf(rejection));
  return {
    problem: {
      ...problem,
      rejection,
      ...(rejection._tag === "Invalid" ? { fields: rejection.faults } : {}),
    },
    headers: "retryAfter" in rejection ? { "retry-after": `${Math.ceil(rejection.retryAfter / 1000)}` } : {},
  };
};

/** Something we stand on does not answer just now. */
export const unreachable = refused("Unreachable", 503, "This can't be reached just now. Try again soon.", {
  headers: { "retry-after": "2" },
});

/** The engine's refusal, as HTTP says it. */
export const refusedBy = (refusal: Refusal, actor: Actor, group: string): Refused => {
  switch (refusal._tag) {
    case "PhotoRefused":
      return refused("PhotoRefused", refusal.reason === "TooLarge" ? 413 : 422, refusal.detail, {
        fields: [{ field: "photo", problem: refusal.detail }],
      });
    case "WebhookRefused":
      return refused("WebhookRefused", 401, refusal.reason);
    case "ProviderUnavailable":
    case "StoreUnavailable":
      return unreachable;
    default:
      return ofRejection(refusal, actor, group);
  }
};
