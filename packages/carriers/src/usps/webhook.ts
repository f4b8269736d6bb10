import { createHmac, timingSafeEqual } from "node:crypto";
import { TrackingNumber } from "@resale/core";
import { BadSignature, Malformed } from "@resale/simulator";
import { Redacted, Result, Schema } from "effect";
import { maybe, readAnswer } from "../remote/readAnswer.ts";

/** The header, in lower case, in which the USPS signs. */
export const USPS_SIGNATURE = "x-hmac";

const Push = Schema.Struct({ timestamp: Schema.String, payload: Schema.String });

const Payload = Schema.Struct({ trackingNumber: maybe(Schema.String) });

/** The value of the header for a push: over the time it names and the payload's text. */
export const signUsps = (secret: Redacted.Redacted<string>, timestamp: string, payload: string): string =>
  createHmac("sha256", Redacted.value(secret)).update(`${timestamp}${payload}`).digest("base64");

const isSigned = (right: string, given: string): boolean => {
  const [one, other] = [Buffer.from(right), Buffer.from(given.trim())];
  return one.length === other.length && timingSafeEqual(one, other);
};

/**
 * Lets a push in, by its signature. The bytes have to be read to be checked, since the signature is over two of their
 * fields: nothing else of them is believed. Tells whose parcel it is about; what became of it is asked.
 */
export const readUspsPush = (webhook: {
  readonly secret: Redacted.Redacted<string>;
  readonly header: string | undefined;
  readonly body: Uint8Array;
}): Result.Result<TrackingNumber | undefined, BadSignature | Malformed> => {
  const { secret, header, body } = webhook;
  if (header === undefined) return Result.fail(new BadSignature({ reason: "no signature" }));
  const push = readAnswer(Push, body);
  if (Result.isFailure(push)) return Result.fail(new Malformed({ field: "", reason: push.failure }));
  const { timestamp, payload } = push.success;
  if (!isSigned(signUsps(secret, timestamp, payload), header)) {
    return Result.fail(new BadSignature({ reason: "the signature does not fit" }));
  }
  const read = readAnswer(Payload, new TextEncoder().encode(payload));
  if (Result.isFailure(read)) return Result.fail(new Malformed({ field: "payload", reason: read.failure }));
  const tracking = read.success.trackingNumber;
  return Result.succeed(Schema.is(TrackingNumber)(tracking) ? tracking : undefined);
};
