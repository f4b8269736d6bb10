import type { Kind } from "./Kind.ts";

const kinds = {
  BadRequest: {
    status: 400,
    means: "The request is not HTTP as it should be.",
    wayOut: "Look at what your HTTP library sends: this is seldom met by hand.",
  },
  Malformed: {
    status: 400,
    means:
      "Some part of the request can't be read: its address, its query, a header, or a body that is no JSON.",
    wayOut: "Correct the parts that are named, and send it again.",
  },
  Unauthenticated: {
    status: 401,
    means: "This is for people who are signed in, or the proof that was sent does not hold.",
    wayOut: "Send `Authorization: Bearer <token>` of the shop, or `Guest <token>` of an order's link.",
  },
  WebhookRefused: {
    status: 401,
    means: "A webhook was not let in: its signature, its age or its content is not right.",
    wayOut: "Check the shared secret and the clock at the provider; it will send the webhook again.",
  },
  MethodNotAllowed: {
    status: 405,
    means: "There is something at this address, but it does not take this method.",
    wayOut: "Use one of the methods in the header `Allow`.",
  },
  PayloadTooLarge: {
    status: 413,
    means: "The body is larger than is taken here: one megabyte, twelve for a photo.",
    wayOut: "Send less at a time.",
  },
  UriTooLong: {
    status: 414,
    means: "The address is longer than is taken here.",
    wayOut: "Send a shorter address: no key of ours is that long.",
  },
  UnsupportedMediaType: {
    status: 415,
    means: "The body's type is not taken here.",
    wayOut: "Send one of the types in the header `Accept` of the answer.",
  },
  PhotoRefused: {
    status: 422,
    means: "The photo can't be taken in: it is none, too small, or too large (413).",
    wayOut: "Send a JPEG, PNG or WebP within the limits that the problem names.",
  },
  TooManyRequests: {
    status: 429,
    means: "Too many requests came from one place in too short a time.",
    wayOut: "Send the same request, with the same `Idempotency-Key`, after the time in `Retry-After`.",
  },
  TooManyStreams: {
    status: 429,
    means: "Whoever asked looks on at too much at once.",
    wayOut: "Close a page that looks on, then ask again after the time in `Retry-After`.",
  },
  Overloaded: {
    status: 503,
    means: "The server is behind with its work, and takes nothing new for the moment.",
    wayOut: "Wait as long as the header `Retry-After` says, then send the same request once more.",
  },
  InternalError: {
    status: 500,
    means: "Something went wrong on our side. A write may have been made all the same.",
    wayOut:
      "Send the same request once more with the same `Idempotency-Key`; if it fails again, tell us its `instance`.",
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** What the server finds wrong before, or after, the engine is asked. */
export const ofServer: { readonly [Name in keyof typeof kinds]: Kind } = kinds;
