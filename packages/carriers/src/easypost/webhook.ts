import { createHmac, timingSafeEqual } from "node:crypto";
import { type Scan, TrackingNumber } from "@resale/core";
import { BadSignature, Malformed } from "@resale/simulator";
import { Redacted, Result, Schema } from "effect";
import { readAnswer } from "../remote/readAnswer.ts";
import { Tracker } from "./objects.ts";
import { scansOf } from "./scansOf.ts";

/** The header, in lower case, in which EasyPost signs. */
export const EASYPOST_SIGNATURE = "x-hmac-signature";

const Event = Schema.Struct({ description: Schema.String, result: Schema.optionalKey(Schema.Unknown) });
const TrackerEvent = Schema.Struct({ result: Tracker });

/** What a webhook tells: a parcel's scans, and whether it is to be taken at its word. */
export interface Told {
  readonly tracking: TrackingNumber;
  readonly carrier: string;
  readonly scans: ReadonlyArray<Scan>;
  /** Its status says more than its scans do: the carrier has to be asked. */
  readonly inDoubt: boolean;
}

/** The value of the header for a body. The secret is taken in its compatible decomposed form, as EasyPost takes it. */
export const signEasyPost = (secret: Redacted.Redacted<string>, body: Uint8Array): string =>
  `hmac-sha256-hex=${createHmac("sha256", Redacted.value(secret).normalize("NFKD")).update(body).digest("hex")}`;

/** Compares in a time that does not depend on what is wrong. */
const isSigned = (secret: Redacted.Redacted<string>, header: string, body: Uint8Array): boolean => {
  const right = Buffer.from(signEasyPost(secret, body));
  const given = Buffer.from(header.trim());
  return given.length === right.length && timingSafeEqual(given, right);
};

/** Lets an event in: its signature over the raw bytes first. Events of other things than parcels tell nothing. */
export const readEasyPostWebhook = (webhook: {
  readonly secret: Redacted.Redacted<string>;
  readonly header: string | undefined;
  readonly body: Uint8Array;
}): Result.Result<Told | undefined, BadSignature | Malformed> => {
  const { secret, header, body } = webhook;
  if (header === undefined) return Result.fail(new BadSignature({ reason: "no signature" }));
  if (!isSigned(secret, header, body))
    return Result.fail(new BadSignature({ reason: "the signature does not fit" }));
  const event = readAnswer(Event, body);
  if (Result.isFailure(event)) return Result.fail(new Malformed({ field: "", reason: event.failure }));
  if (!event.success.description.startsWith("tracker.")) return Result.succeed(undefined);
  const read = readAnswer(TrackerEvent, body);
  if (Result.isFailure(read)) return Result.fail(new Malformed({ field: "result", reason: read.failure }));
  const tracker = read.success.result;
  if (!Schema.is(TrackingNumber)(tracker.tracking_code)) {
    return Result.fail(new Malformed({ field: "result.tracking_code", reason: "no tracking number" }));
  }
  const last = (tracker.tracking_details ?? []).at(-1);
  return Result.succeed({
    tracking: tracker.tracking_code,
    carrier: tracker.carrier ?? "EasyPost",
    scans: scansOf(tracker),
    inDoubt: last === undefined ? tracker.status !== "unknown" : last.status !== tracker.status,
  });
};
