import { createHash } from "node:crypto";
import {
  type Carrier,
  civilDate,
  dayOfInstant,
  instant,
  isOfParcel,
  Label,
  type LabelDocument,
  LabelReference,
  type ProviderUnavailable,
  type Scan,
  type TrackingNumber,
} from "@resale/core";
import { Clock, Effect, Result, Schema } from "effect";
import { HttpClientRequest } from "effect/http";
import { timeZoneOf } from "../place/timeZoneOf.ts";
import { makeTurns } from "../remote/inTurn.ts";
import type { Kept } from "../remote/Kept.ts";
import { contentHash, contentOf, keyedBy } from "../remote/keyed.ts";
import { checkAddress } from "./addresses.ts";
import type { Api } from "./api.ts";
import { bytesOf, labelIn } from "./labelAnswer.ts";
import { labelRequest } from "./labelRequest.ts";
import type { UspsOptions } from "./options.ts";

type Port = Carrier["Service"];

/** What is kept of a label: the USPS hands its documents out once. */
const KeptLabel = Schema.fromJsonString(
  Schema.Struct({
    label: Label,
    pdf: Schema.String,
    qr: Schema.optionalKey(Schema.String),
  }),
);

const decodeLabel = Schema.decodeUnknownSync(KeptLabel);

/** A UUID of a key: random to everybody else, the same for whoever repeats it. */
const uuidOf = (text: string): string => {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Numbers are used again, so a label is named by its key too. */
const referenceOf = (tracking: TrackingNumber, key: string): LabelReference =>
  LabelReference.make(`usps_${tracking}_${uuidOf(key).slice(-12)}`);

const isReference = (reference: string): boolean => /^usps_[A-Za-z0-9]{6,40}_[0-9a-f]{12}$/.test(reference);

/** Words about a parcel that nobody has taken on yet. */
const UNUSED = new Set<Scan["status"]>(["LabelCreated", "Cancelled", "Unknown"]);

/** Buying labels, fetching their documents, and giving them back. */
export const labelsOf = (
  api: Api,
  kept: Kept["Service"],
  options: UspsOptions,
  track: (tracking: TrackingNumber) => Effect.Effect<ReadonlyArray<Scan>, ProviderUnavailable>,
) => {
  const { says } = api;
  const inTurn = makeTurns();
  const begun = keyedBy(kept, says, "usps.label", Schema.Struct({ mailingDate: Schema.String }));
  const bought = keyedBy(kept, says, "usps.bought", Label);

  /** The day of mailing is part of what is asked for, and must be the same however late it is asked again. */
  const begin = Effect.fnUntraced(function* (request: Parameters<Port["buyLabel"]>[0], content: string) {
    const { key, from, to } = request;
    const before = yield* begun.find(key, content);
    if (before !== undefined) return before;
    yield* checkAddress(api, "from", from);
    yield* checkAddress(api, "to", to);
    const now = instant(yield* Clock.currentTimeMillis);
    const day = dayOfInstant(now, timeZoneOf(from) ?? "America/New_York");
    return yield* begun.begin(key, content, { mailingDate: civilDate(day) });
  });

  const buy = Effect.fnUntraced(function* (request: Parameters<Port["buyLabel"]>[0], content: string) {
    const { key } = request;
    const before = yield* bought.find(key, content);
    if (before !== undefined) return before;
    const { mailingDate } = yield* begin(request, content);
    const said = yield* api.act({
      paying: true,
      request: HttpClientRequest.post(api.at("/labels/v3/label")).pipe(
        HttpClientRequest.setHeader("x-idempotency-key", uuidOf(`${options.crid}.${key}`)),
        HttpClientRequest.accept("application/vnd.usps.labels+json"),
        HttpClientRequest.bodyJsonUnsafe(labelRequest(request, mailingDate, options)),
      ),
    });
    if (Result.isFailure(said)) return yield* api.refusal(said.failure);
    const sold = labelIn(said.success);
    if (Result.isFailure(sold)) return yield* says.unknown(sold.failure);
    const { tracking, pdf, qr } = sold.success;
    const label = Label.make({
      reference: referenceOf(tracking, key),
      carrier: "USPS",
      tracking,
      boughtAt: instant(yield* Clock.currentTimeMillis),
      qr: qr !== undefined,
    });
    const whole = Schema.encodeSync(KeptLabel)({ label, pdf, ...(qr === undefined ? {} : { qr }) });
    return yield* Effect.gen(function* () {
      const standing = decodeLabel(yield* kept.keep(`usps.parcel.${label.reference}`, whole));
      return yield* bought.begin(key, content, standing.label);
      // The label is sold: that it could not be kept is no reason to say that nothing was done.
    }).pipe(Effect.catchTag("ProviderUnavailable", ({ reason }) => says.unknown(reason)));
  });

  const buyLabel = Effect.fn("Usps.buyLabel")(function* (request: Parameters<Port["buyLabel"]>[0]) {
    const { key, from, to, reference } = request;
    const content = contentHash([contentOf(from), contentOf(to), reference]);
    return yield* inTurn(key, buy(request, content));
  });

  const known = Effect.fnUntraced(function* (reference: LabelReference) {
    const found = isReference(reference) ? yield* kept.find(`usps.parcel.${reference}`) : undefined;
    return found === undefined ? yield* says.refused("there is no such label") : decodeLabel(found);
  });

  const labelDocument = Effect.fn("Usps.labelDocument")(function* (reference: LabelReference) {
    const { pdf, qr } = yield* known(reference);
    if ((yield* kept.find(`usps.refunded.${reference}`)) !== undefined) {
      return yield* says.refused("this label was refunded");
    }
    const document: LabelDocument =
      qr === undefined ? { pdf: bytesOf(pdf) } : { pdf: bytesOf(pdf), qrPng: bytesOf(qr) };
    return document;
  });

  const refundLabel = Effect.fn("Usps.refundLabel")(function* (request: Parameters<Port["refundLabel"]>[0]) {
    const { label } = yield* known(request.label);
    const { tracking } = label;
    if ((yield* kept.find(`usps.refunded.${label.reference}`)) !== undefined) return;
    const now = instant(yield* Clock.currentTimeMillis);
    const used = (yield* track(tracking)).some(
      (scan) => !UNUSED.has(scan.status) && isOfParcel(scan, label, now),
    );
    if (used) return yield* says.refused("this label was used: the parcel has been accepted");
    const asked = yield* kept.find(`usps.refund-asked.${label.reference}`);
    yield* kept.keep(`usps.refund-asked.${label.reference}`, "");
    const said = yield* api.act({
      paying: true,
      request: HttpClientRequest.delete(api.at(`/labels/v3/label/${tracking}`)),
    });
    // Cancelled labels are found no more, and a dispute is opened once a day: after a lost answer, both mean it is done.
    if (
      Result.isFailure(said) &&
      !(asked !== undefined && /not found|already been submitted/i.test(said.failure.reason))
    ) {
      return yield* api.refusal(said.failure);
    }
    yield* kept.keep(`usps.refunded.${label.reference}`, "");
  });

  return { buyLabel, labelDocument, refundLabel };
};
