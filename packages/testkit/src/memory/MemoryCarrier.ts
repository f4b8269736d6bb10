import {
  Carrier,
  instant,
  type Label,
  type LabelDocument,
  LabelReference,
  type PickupConfirmation,
  type PostalAddress,
  type ProviderError,
  type Scan,
  TrackingNumber,
} from "@resale/core";
import { Clock, Context, Effect, Layer } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";
import { type Effects, makeKeyed, refuse } from "./Keyed.ts";

/** A label as the carrier keeps it, with what became of it. */
export interface MemoryLabel {
  readonly label: Label;
  readonly from: PostalAddress;
  readonly to: PostalAddress;
  readonly reference: string;
  readonly refunded: boolean;
}

type Errors = {
  readonly buyLabel: ProviderError;
  readonly labelDocument: ProviderError;
  readonly refundLabel: ProviderError;
  readonly bookPickup: ProviderError;
  readonly cancelPickup: ProviderError;
  readonly track: ProviderError;
};

const PROVIDER = "memory carrier";

const document: LabelDocument = {
  pdf: new TextEncoder().encode("%PDF-1.4\n%%EOF\n"),
  qrPng: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
};

const make = () => {
  const labels = new Map<string, MemoryLabel>();
  const pickups = new Map<string, PickupConfirmation>();
  const scans = new Map<string, ReadonlyArray<Scan>>();
  const effects = new Map<string, number>();
  const { failNext, call } = makeFaults<Errors>();
  const buyOnce = makeKeyed<Label>(PROVIDER, effects);
  const bookOnce = makeKeyed<PickupConfirmation>(PROVIDER, effects);
  const once = makeKeyed<void>(PROVIDER, effects);

  const bought = (reference: LabelReference) =>
    Effect.suspend(() => {
      const kept = labels.get(reference);
      return kept === undefined ? refuse(PROVIDER, `no label ${reference}`) : Effect.succeed(kept);
    });
  const used = ({ tracking }: Label): boolean =>
    (scans.get(tracking) ?? []).some(({ status }) => status !== "LabelCreated" && status !== "Unknown");

  const port = Carrier.of({
    buyLabel: (request) =>
      call(
        "buyLabel",
        buyOnce(
          request,
          Effect.map(Clock.currentTimeMillis, (now) => {
            const { from, to, reference } = request;
            const id = crypto.randomUUID();
            const label: Label = {
              reference: LabelReference.make(`label_${id}`),
              carrier: "Memory",
              tracking: TrackingNumber.make(id.replaceAll("-", "").toUpperCase()),
              boughtAt: instant(now),
              qr: true,
            };
            labels.set(label.reference, { label, from, to, reference, refunded: false });
            return label;
          }),
        ),
      ),
    labelDocument: (reference) => call("labelDocument", Effect.as(bought(reference), document)),
    refundLabel: (request) =>
      call(
        "refundLabel",
        once(
          request,
          Effect.flatMap(bought(request.label), (kept) => {
            if (used(kept.label)) return refuse(PROVIDER, "the label was used");
            labels.set(request.label, { ...kept, refunded: true });
            return Effect.void;
          }),
        ),
      ),
    bookPickup: (request) =>
      call(
        "bookPickup",
        bookOnce(
          request,
          Effect.map(bought(request.label), () => {
            const confirmation = { confirmation: `pickup_${crypto.randomUUID()}`, date: request.date };
            pickups.set(confirmation.confirmation, confirmation);
            return confirmation;
          }),
        ),
      ),
    cancelPickup: (request) =>
      call(
        "cancelPickup",
        once(
          request,
          Effect.suspend(() =>
            pickups.delete(request.confirmation)
              ? Effect.void
              : refuse(PROVIDER, `no pickup ${request.confirmation}`),
          ),
        ),
      ),
    track: (tracking) =>
      call(
        "track",
        Effect.sync(() => scans.get(tracking) ?? []),
      ),
  });
  const scan = (tracking: TrackingNumber, ...seen: ReadonlyArray<Scan>): void => {
    scans.set(tracking, [...(scans.get(tracking) ?? []), ...seen]);
  };
  return { port, control: { failNext, labels, pickups, scan, effects } };
};

/** A carrier in memory: a test says where its parcels are. */
export class MemoryCarrier extends Context.Service<
  MemoryCarrier,
  Faults<Errors> & {
    /** By reference. */
    readonly labels: ReadonlyMap<string, MemoryLabel>;
    /** Those that are booked, by confirmation. */
    readonly pickups: ReadonlyMap<string, PickupConfirmation>;
    readonly scan: (tracking: TrackingNumber, ...seen: ReadonlyArray<Scan>) => void;
    readonly effects: Effects;
  }
>()("@resale/testkit/memory/MemoryCarrier") {
  static readonly layer: Layer.Layer<Carrier | MemoryCarrier> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(Carrier, port), MemoryCarrier, control);
    }),
  );
}
