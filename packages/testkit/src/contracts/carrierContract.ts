import { assert, describe, it } from "@effect/vitest";
import {
  Carrier,
  type CivilDate,
  type LabelReference,
  type PostalAddress,
  TrackingNumber,
} from "@resale/core";
import { Effect, type Layer } from "effect";
import { TestClock } from "effect/testing";

/** What a carrier must offer so that the contract can be held against it. */
export interface CarrierUnderTest<Control> {
  readonly layer: Layer.Layer<Carrier | Control>;
  /** The time at which its tests begin: a day on which pickups can be booked for `pickupDate`. */
  readonly now: number;
  readonly from: PostalAddress;
  readonly to: PostalAddress;
  readonly nowhere: PostalAddress;
  readonly pickupDate: CivilDate;
  readonly sunday: CivilDate;
  /** Makes the carrier scan a parcel as accepted. */
  readonly accept: (tracking: TrackingNumber) => Effect.Effect<void, unknown, Control>;
}

let keys = 0;
const newKey = (): string => `contract-${process.pid}-${++keys}`;

/** What every carrier owes the engine, whoever it is. */
export const carrierContract = <Control>(name: string, make: () => CarrierUnderTest<Control>): void => {
  const scenario = <A, E>(
    title: string,
    body: (carrier: Carrier["Service"], under: CarrierUnderTest<Control>) => Effect.Effect<A, E, Control>,
  ) =>
    it.effect(title, () => {
      const under = make();
      return Effect.gen(function* () {
        yield* TestClock.setTime(under.now);
        return yield* body(yield* Carrier, under);
      }).pipe(Effect.provide(under.layer));
    });

  const order = (under: CarrierUnderTest<Control>) => ({
    key: newKey(),
    from: under.from,
    to: under.to,
    reference: "order 1",
  });

  describe(`${name} as a carrier`, () => {
    scenario("R28 sells one label for a key, however often it is asked", (carrier, under) =>
      Effect.gen(function* () {
        const request = order(under);
        const [first, ...repeats] = yield* Effect.all(
          [1, 2, 3, 4].map(() => carrier.buyLabel(request)),
          { concurrency: "unbounded" },
        );
        for (const repeat of repeats) assert.deepStrictEqual(repeat, first);
        const other = yield* carrier.buyLabel({ ...request, key: newKey() });
        assert.notStrictEqual(other.tracking, first?.tracking);
        assert.notStrictEqual(other.reference, first?.reference);
      }),
    );

    scenario("R28 refuses a key that comes back with another address", (carrier, under) =>
      Effect.gen(function* () {
        const request = order(under);
        yield* carrier.buyLabel(request);
        const error = yield* Effect.flip(carrier.buyLabel({ ...request, to: under.from }));
        assert.strictEqual(error._tag, "ProviderRefused");
        assert.include(error.reason, request.key);
      }),
    );

    scenario("R28 hands out the label as a PDF, and as a QR code where it says so", (carrier, under) =>
      Effect.gen(function* () {
        const label = yield* carrier.buyLabel(order(under));
        const { pdf, qrPng } = yield* carrier.labelDocument(label.reference);
        assert.strictEqual(new TextDecoder().decode(pdf.slice(0, 5)), "%PDF-");
        assert.strictEqual(qrPng !== undefined, label.qr);
      }),
    );

    scenario("R28 refuses an address that does not exist, naming the field", (carrier, under) =>
      Effect.gen(function* () {
        const to = yield* Effect.flip(carrier.buyLabel({ ...order(under), to: under.nowhere }));
        assert.strictEqual(to._tag, "ProviderRefused");
        assert.match(to.reason, /^to\.\w+/);
        const from = yield* Effect.flip(carrier.buyLabel({ ...order(under), from: under.nowhere }));
        assert.strictEqual(from._tag, "ProviderRefused");
        assert.match(from.reason, /^from\.\w+/);
      }),
    );

    scenario("R37 knows nothing of a parcel it never saw", (carrier) =>
      Effect.gen(function* () {
        const scans = yield* carrier.track(TrackingNumber.make("9400100000000000000000"));
        assert.deepStrictEqual(scans, []);
      }),
    );

    scenario("R32 tells an acceptance only after there was one", (carrier, under) =>
      Effect.gen(function* () {
        const { tracking } = yield* carrier.buyLabel(order(under));
        const before = yield* carrier.track(tracking);
        assert.notInclude(
          before.map(({ status }) => status),
          "Accepted",
        );
        yield* under.accept(tracking);
        const after = yield* carrier.track(tracking);
        assert.include(
          after.map(({ status }) => status),
          "Accepted",
        );
      }),
    );

    scenario("R39 takes back a label that was not used, once", (carrier, under) =>
      Effect.gen(function* () {
        const { reference } = yield* carrier.buyLabel(order(under));
        yield* carrier.refundLabel({ key: newKey(), label: reference });
        yield* carrier.refundLabel({ key: newKey(), label: reference });
      }),
    );

    scenario("R39 takes back no label of a parcel it has accepted", (carrier, under) =>
      Effect.gen(function* () {
        const { reference, tracking } = yield* carrier.buyLabel(order(under));
        yield* under.accept(tracking);
        const error = yield* Effect.flip(carrier.refundLabel({ key: newKey(), label: reference }));
        assert.strictEqual(error._tag, "ProviderRefused");
      }),
    );

    scenario("R34 books a pickup once for a key, and lets it be cancelled", (carrier, under) =>
      Effect.gen(function* () {
        const { reference } = yield* carrier.buyLabel(order(under));
        const request = { key: newKey(), label: reference, from: under.from, date: under.pickupDate };
        const first = yield* carrier.bookPickup(request);
        assert.strictEqual(first.date, under.pickupDate);
        assert.deepStrictEqual(yield* carrier.bookPickup(request), first);
        const cancellation = { key: newKey(), confirmation: first.confirmation };
        yield* carrier.cancelPickup(cancellation);
        yield* carrier.cancelPickup(cancellation);
        const again = yield* carrier.bookPickup({ ...request, key: newKey() });
        assert.notStrictEqual(again.confirmation, first.confirmation);
      }),
    );

    scenario("R34 collects on no Sunday", (carrier, under) =>
      Effect.gen(function* () {
        const { reference } = yield* carrier.buyLabel(order(under));
        const request = { key: newKey(), label: reference, from: under.from, date: under.sunday };
        const error = yield* Effect.flip(carrier.bookPickup(request));
        assert.strictEqual(error._tag, "ProviderRefused");
      }),
    );

    scenario("R28 refuses what is no reference of its own", (carrier, under) =>
      Effect.gen(function* () {
        const { reference } = yield* carrier.buyLabel(order(under));
        for (const strange of ["../../etc", "", "lbl_1", `${reference}0`]) {
          const label = strange as LabelReference;
          const document = yield* Effect.flip(carrier.labelDocument(label));
          assert.strictEqual(document._tag, "ProviderRefused");
          const refund = yield* Effect.flip(carrier.refundLabel({ key: newKey(), label }));
          assert.strictEqual(refund._tag, "ProviderRefused");
        }
      }),
    );
  });
};
