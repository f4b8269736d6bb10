import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "@resale/core";
import { Redacted, Result, Schema } from "effect";

/** The bytes were not signed with our secret, or not these bytes. */
export class BadSignature extends Schema.TaggedError<BadSignature>()("BadSignature", {
  reason: Schema.String,
}) {}

/** Rightly signed, but too long ago (or ahead of our clock): it may be a recording played back. */
export class Stale extends Schema.TaggedError<Stale>()("Stale", { age: Schema.Int }) {}

/** Rightly signed, but not what we can read; `field` says where. */
export class Malformed extends Schema.TaggedError<Malformed>()("Malformed", {
  field: Schema.String,
  reason: Schema.String,
}) {}

/** Why a webhook is not let in. */
export type WebhookError = BadSignature | Stale | Malformed;

/** A webhook as it came in: nothing of it is trusted before its signature is. */
export interface IncomingWebhook {
  readonly secret: Redacted.Redacted<string>;
  readonly header: string | undefined;
  readonly body: Uint8Array;
  readonly now: Instant;
  readonly toleranceMs: number;
}

const mac = (secret: Redacted.Redacted<string>, seconds: string, body: Uint8Array): Buffer =>
  createHmac("sha256", Redacted.value(secret)).update(`${seconds}.`).update(body).digest();

/** The header's value for a body: `t=<seconds>,v1=<HMAC-SHA256 over "<seconds>.<body>", hexadecimal>`. */
export const sign = (message: {
  readonly secret: Redacted.Redacted<string>;
  readonly body: Uint8Array;
  readonly at: Instant;
}): string => {
  const seconds = `${Math.floor(message.at / 1000)}`;
  return `t=${seconds},v1=${mac(message.secret, seconds, message.body).toString("hex")}`;
};

/** Checks a signature, in a time that does not depend on what is wrong with it. Several `v1` may stand in a header. */
const checkSignature = (webhook: IncomingWebhook): Result.Result<void, BadSignature | Stale> => {
  if (webhook.header === undefined) return Result.fail(new BadSignature({ reason: "no signature" }));
  const parts = webhook.header.split(",").map((part) => part.trim());
  const seconds = /^t=(\d{1,12})$/.exec(parts.find((part) => part.startsWith("t=")) ?? "")?.[1];
  if (seconds === undefined) return Result.fail(new BadSignature({ reason: "no time" }));
  const right = mac(webhook.secret, seconds, webhook.body);
  let matches = false;
  for (const part of parts) {
    const hex = /^v1=([0-9a-f]{64})$/.exec(part)?.[1];
    if (hex !== undefined && timingSafeEqual(Buffer.from(hex, "hex"), right)) matches = true;
  }
  if (!matches) return Result.fail(new BadSignature({ reason: "no signature fits" }));
  const age = webhook.now - Number(seconds) * 1000;
  return Math.abs(age) > webhook.toleranceMs ? Result.fail(new Stale({ age })) : Result.succeed(undefined);
};

/** Signature first, then JSON, then meaning: the whole way in for a webhook's bytes. */
export const readSigned = <T>(
  schema: Schema.Codec<T, unknown>,
  webhook: IncomingWebhook,
): Result.Result<T, WebhookError> => {
  const checked = checkSignature(webhook);
  if (Result.isFailure(checked)) return Result.fail(checked.failure);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(webhook.body));
  } catch {
    return Result.fail(new Malformed({ field: "", reason: "not JSON" }));
  }
  const read = Schema.toStandardSchemaV1(schema)["~standard"].validate(json);
  if (read instanceof Promise) throw new TypeError("a webhook's schema must decode at once");
  if (read.issues === undefined) return Result.succeed(read.value);
  const [issue] = read.issues;
  return Result.fail(
    new Malformed({ field: issue?.path?.map(String).join(".") ?? "", reason: issue?.message ?? "" }),
  );
};
