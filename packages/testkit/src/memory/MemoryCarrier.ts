import {
  Carrier,
  type CivilDate,
  dayNumber,
  instant,
  isRegion,
  type Label,
  type LabelDocument,
  LabelReference,
  type PickupConfirmation,
  type PostalAddress,
  type ProviderError,
  type Scan,
  TrackingNumber,
  weekdayOf,
} from "@resale/core";
import { Clock, Context, Effect, Layer } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";
import { type Effects, makeKeyed, makeKeys, refuse } from "./Keyed.ts";

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

const undeliverable = (field: "from" | "to", { country, region }: PostalAddress): string | undefined => {
  if (country !== "US" && country !== "CA") return `${field}.country: no parcel goes to ${country}`;
  return isRegion(region) ? undefined : `${field}.region: there is no state ${region}`;
};

const isSunday = (date: CivilDate): boolean => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return weekdayOf(dayNumber(year, month, day)) === 7;
};

const make = () => {
  const labels = new Map<string, MemoryLabel>();
  const pickups = new Map<string, PickupConfirmation>();
  const scans = new Map<string, ReadonlyArray<Scan>>();
  const cancelled = new Set<string>();
  const keys = makeKeys(PROVIDER);
  const { failNext, call } = makeFaults<Errors>();
  const buyOnce = makeKeyed<Label>("buyLabel", keys);
  const refundOnce = makeKeyed<void>("refundLabel", keys);
  const bookOnce = makeKeyed<PickupConfirmation>("bookPickup", keys);
  const cancelOnce = makeKeyed<void>("cancelPickup", keys);

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
          Effect.gen(function* () {
            const { from, to, reference } = request;
            const problem = undeliverable("from", from) ?? undeliverable("to", to);
            if (problem !== undefined) return yield* refuse(PROVIDER, problem);
            const id = crypto.randomUUID();
            const label: Label = {
              reference: LabelReference.make(`label_${id}`),
              carrier: "Memory",
              tracking: TrackingNumber.make(id.replaceAll("-", "").toUpperCase()),
              boughtAt: instant(yield* Clock.currentTimeMillis),
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
        refundOnce(
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
          Effect.flatMap(bought(request.label), () => {
            if (isSunday(request.date)) return refuse(PROVIDER, `${request.date} is a Sunday`);
            const confirmation = { confirmation: `pickup_${crypto.randomUUID()}`, date: request.date };
            pickups.set(confirmation.confirmation, confirmation);
            return Effect.succeed(confirmation);
          }),
        ),
      ),
    cancelPickup: (request) =>
      call(
        "cancelPickup",
        cancelOnce(
          request,
          Effect.suspend(() => {
            const { confirmation } = request;
            if (pickups.delete(confirmation)) cancelled.add(confirmation);
            return cancelled.has(confirmation) ? Effect.void : refuse(PROVIDER, `no pickup ${confirmation}`);
          }),
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
  return { port, control: { failNext, labels, pickups, scan, effects: keys.effects } };
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
