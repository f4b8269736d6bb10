import {
  type Carrier,
  instant,
  Label,
  type LabelDocument,
  LabelReference,
  type ProviderError,
  TrackingNumber,
} from "@resale/core";
import { hashOf } from "@resale/simulator";
import { Effect, Result, Schema } from "effect";
import { makeTurns } from "../remote/inTurn.ts";
import type { Kept } from "../remote/Kept.ts";
import { contentHash, contentOf, keyedBy } from "../remote/keyed.ts";
import { verifiedAddress } from "./addresses.ts";
import { type Api, orNo } from "./api.ts";
import { documentOf } from "./documents.ts";
import { Shipment } from "./objects.ts";
import type { EasyPostOptions } from "./options.ts";

type Port = Carrier["Service"];

/** A shipment is asked for by its id alone: whatever else is given for one does not get into a path. */
const isShipment = Schema.is(Schema.String.check(Schema.isPattern(/^shp_[0-9a-f]{32}$/)));

const GIVEN_BACK = new Set(["submitted", "refunded"]);

/** States of a parcel that nobody has taken on yet. */
const UNUSED = new Set(["unknown", "pre_transit", "cancelled"]);

/** Buying labels, fetching their documents, and giving them back. */
export const labelsOf = (api: Api, kept: Kept["Service"], options: EasyPostOptions) => {
  const { says } = api;
  const inTurn = makeTurns();
  const shipments = keyedBy(kept, says, "easypost.label", Schema.String);
  const shipmentNamed = (id: string) => orNo(api.get(Shipment, `/shipments/${id}`));

  const labelOf = ({
    id,
    postage_label,
    tracking_code,
    selected_rate,
  }: Shipment): Effect.Effect<Label, ProviderError> =>
    Effect.suspend(() => {
      const boughtAt = Date.parse(postage_label?.created_at ?? "");
      if (!Schema.is(TrackingNumber)(tracking_code) || Number.isNaN(boughtAt)) {
        return Effect.fail(says.unknown("a label was bought, and came without its number or its time"));
      }
      return Effect.succeed(
        Label.make({
          reference: LabelReference.make(id),
          carrier: selected_rate?.carrier ?? options.carrier,
          tracking: tracking_code,
          boughtAt: instant(boughtAt),
          qr: options.qr,
        }),
      );
    });

  /** A shipment costs nothing, and its id is kept before anything is paid: from then on there is something to ask. */
  const shipmentFor = Effect.fnUntraced(function* (
    request: Parameters<Port["buyLabel"]>[0],
    content: string,
  ) {
    const { key, from, to, reference } = request;
    const begun = yield* shipments.find(key, content);
    if (begun !== undefined) return yield* shipmentNamed(begun);
    const fromId = yield* verifiedAddress(api, "from", from, options.phone);
    const toId = yield* verifiedAddress(api, "to", to, options.phone);
    const { ounces, ...inches } = options.parcel;
    const shipment = {
      reference: hashOf(key),
      from_address: { id: fromId },
      to_address: { id: toId },
      parcel: { ...inches, weight: ounces },
      options: { label_format: "PDF", print_custom_1: reference },
    };
    const made = yield* orNo(api.make(Shipment, "/shipments", { shipment }));
    const first = yield* shipments.begin(key, content, made.id);
    return first === made.id ? made : yield* shipmentNamed(first);
  });

  const bought = Effect.fnUntraced(function* (shipment: Shipment) {
    if (typeof shipment.postage_label === "object" && shipment.postage_label !== null) return shipment;
    const rate = (shipment.rates ?? []).find(
      ({ carrier, service }) => carrier === options.carrier && service === options.service,
    );
    if (rate === undefined) {
      const why = (shipment.messages ?? []).map(({ message }) => message ?? "").join("; ");
      return yield* says.refused(
        `no rate of ${options.carrier} ${options.service} for this parcel. ${why}`.trim(),
      );
    }
    const said = yield* api.act(Shipment, `/shipments/${shipment.id}/buy`, { rate: { id: rate.id } });
    if (Result.isSuccess(said)) return said.success;
    const { code, error } = said.failure;
    if (code === "SHIPMENT.POSTAGE.EXISTS") return yield* shipmentNamed(shipment.id);
    if (code === "SHIPMENT.PURCHASE.IN_PROGRESS")
      return yield* says.unknown("this label is being bought right now");
    return yield* error;
  });

  const buyLabel = Effect.fn("EasyPost.buyLabel")(function* (request: Parameters<Port["buyLabel"]>[0]) {
    const { key, from, to, reference } = request;
    const content = contentHash([contentOf(from), contentOf(to), reference]);
    return yield* inTurn(
      key,
      shipmentFor(request, content).pipe(Effect.flatMap(bought), Effect.flatMap(labelOf)),
    );
  });

  const known = Effect.fnUntraced(function* (label: LabelReference) {
    if (!isShipment(label)) return yield* says.refused("there is no such label");
    const shipment = yield* shipmentNamed(label);
    return typeof shipment.postage_label === "object" && shipment.postage_label !== null
      ? shipment
      : yield* says.refused("this label was never bought");
  });

  const labelDocument = Effect.fn("EasyPost.labelDocument")(function* (label: LabelReference) {
    const shipment = yield* known(label);
    if (GIVEN_BACK.has(shipment.refund_status ?? "")) return yield* says.refused("this label was refunded");
    const document: LabelDocument = yield* documentOf(api, shipment, options.qr);
    return document;
  });

  const refundLabel = Effect.fn("EasyPost.refundLabel")(function* ({
    label,
  }: Parameters<Port["refundLabel"]>[0]) {
    const shipment = yield* known(label);
    if (GIVEN_BACK.has(shipment.refund_status ?? "")) return;
    // The carrier decides on a refund days later: that a label was used is known here at once, from its parcel.
    if (!UNUSED.has(shipment.tracker?.status ?? "unknown")) {
      return yield* says.refused("this label was used: the parcel has been accepted");
    }
    const said = yield* api.act(Shipment, `/shipments/${shipment.id}/refund`, {});
    if (Result.isSuccess(said)) {
      return said.success.refund_status === "rejected"
        ? yield* says.refused("the carrier will not take this label back")
        : undefined;
    }
    const again = yield* shipmentNamed(shipment.id);
    if (!GIVEN_BACK.has(again.refund_status ?? "")) return yield* said.failure.error;
  });

  return { buyLabel, labelDocument, refundLabel };
};
