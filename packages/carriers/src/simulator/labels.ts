import {
  type Carrier,
  Label,
  type LabelDocument,
  LabelReference,
  type PostalAddress,
  plus,
} from "@resale/core";
import { hashOf, keyReused, type openIdempotencyKeys } from "@resale/simulator";
import { Effect, Result } from "effect";
import { isMoving, ParcelFact, parcelOf } from "./Parcel.ts";
import { add, leave, type ParcelDecision, type Parcels, PROVIDER, refused, trackingOf } from "./parcels.ts";
import type { Story } from "./Story.ts";
import { trackingNumber } from "./trackingNumber.ts";
import { undeliverable } from "./undeliverable.ts";

const contentOf = ({ name, line1, line2, city, region, zip, country }: PostalAddress) => [
  name,
  line1,
  line2 ?? null,
  city,
  region,
  zip,
  country,
];

type Port = Carrier["Service"];

/** Selling labels, printing them, and taking them back. */
export const labelsOf = (
  parcels: Parcels,
  claim: ReturnType<typeof openIdempotencyKeys>,
  policy: { readonly story: Story; readonly dropAfter: number | undefined },
) => {
  const buyLabel = Effect.fn("CarrierSimulator.buyLabel")(function* (
    request: Parameters<Port["buyLabel"]>[0],
  ) {
    const { from, to, reference } = request;
    const problem = undeliverable("from", from) ?? undeliverable("to", to);
    if (problem !== undefined) return yield* refused(problem);
    const key = hashOf(request.key);
    const content = hashOf(JSON.stringify([contentOf(from), contentOf(to), reference]));
    for (let attempt = 0; ; attempt++) {
      const tracking = trackingNumber(key, attempt);
      const label = yield* parcels.log.decide(tracking, (facts, now): ParcelDecision<Label | undefined> => {
        const bought = parcelOf(facts)?.bought;
        if (bought !== undefined) {
          if (bought.key !== key) return Result.succeed({ answer: undefined });
          if (bought.content !== content) return Result.fail(keyReused(PROVIDER, request.key));
          return Result.succeed({ answer: bought.label });
        }
        const answer = Label.make({
          reference: LabelReference.make(`lbl_${tracking}`),
          carrier: "USPS",
          tracking,
          boughtAt: now,
          qr: true,
        });
        const dropsAt = policy.dropAfter === undefined ? {} : { dropsAt: plus(now, policy.dropAfter) };
        const { story } = policy;
        return Result.succeed({
          answer,
          fact: ParcelFact.cases.Bought.make({
            key,
            content,
            label: answer,
            from,
            to,
            reference,
            story,
            ...dropsAt,
          }),
        });
      });
      if (label !== undefined) return label;
    }
  });

  const labelDocument = Effect.fn("CarrierSimulator.labelDocument")(function* (label: LabelReference) {
    const { parcel } = yield* parcels.look(trackingOf(label));
    if (parcel.refunded !== undefined) return yield* refused("this label was refunded");
    const { from, to, reference, label: bought } = parcel.bought;
    const printed = { tracking: bought.tracking, from, to, reference };
    const [{ labelPdf }, { labelQrPng }] = yield* Effect.promise(() =>
      Promise.all([import("../label/labelSheet.ts"), import("../label/labelQr.ts")]),
    );
    const document: LabelDocument = { pdf: labelPdf(printed), qrPng: labelQrPng(printed) };
    return document;
  });

  const refundLabel = Effect.fn("CarrierSimulator.refundLabel")(function* (
    request: Parameters<Port["refundLabel"]>[0],
  ) {
    yield* claim(request.key, ["refundLabel", request.label]);
    yield* parcels.decide(trackingOf(request.label), (parcel, now): ParcelDecision<void> => {
      if (parcel.refunded !== undefined) return leave;
      if (isMoving(parcel, now)) {
        return Result.fail(refused("this label was used: the parcel has been accepted"));
      }
      return add(ParcelFact.cases.Refunded.make({ at: now }));
    });
  });

  return { buyLabel, labelDocument, refundLabel };
};
