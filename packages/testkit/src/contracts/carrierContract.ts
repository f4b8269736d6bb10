import {
  Carrier,
  type CivilDate,
  type LabelReference,
  type PostalAddress,
  TrackingNumber,
} from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer } from "effect";
import { type Acted, acted } from "./acted.ts";
import type { Contract } from "./Contract.ts";
import { newId } from "./changes.ts";
import { lostAnswer, refusal } from "./endings.ts";
import { providerContract } from "./providerContract.ts";

/** What a carrier is tried with. */
export interface CarrierUnderTest<R> {
  /** Two places between which it carries parcels, and one that does not exist. */
  readonly from: PostalAddress;
  readonly to: PostalAddress;
  readonly nowhere: PostalAddress;
  /** A day for which pickups can be booked as long as the suite runs, and a Sunday. */
  readonly pickupDate: CivilDate;
  readonly sunday: CivilDate;
  /** Makes the carrier scan a parcel as accepted, and lets as much time pass as that takes. */
  readonly accept: (tracking: TrackingNumber) => Acted<R>;
  /** The next call acts, but its answer does not arrive. */
  readonly loseAnswer: (method: "buyLabel" | "refundLabel" | "bookPickup" | "cancelPickup") => Acted<R>;
}

/** What every carrier owes the engine, whoever it is. */
export const carrierContract = <R, E>(
  name: string,
  services: Layer.Layer<Carrier | R, E>,
  under: CarrierUnderTest<R>,
): Contract =>
  providerContract(`${name}: Carrier`, services, (promise) => {
    const order = () => ({ key: newId(), from: under.from, to: under.to, reference: `order ${newId()}` });

    promise(
      "R28 sells one label for a key, however often it is asked",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const request = order();
        const [first, ...repeats] = yield* Effect.all(
          [1, 2, 3, 4].map(() => carrier.buyLabel(request)),
          { concurrency: "unbounded" },
        );
        for (const repeat of repeats) {
          assert.deepStrictEqual(repeat, first, "a repeat under one key was given another label");
        }
        const { name: person, ...place } = request.to;
        const reordered = yield* carrier.buyLabel({ ...request, to: { ...place, name: person } });
        assert.deepStrictEqual(
          reordered,
          first,
          "the same content in another order was taken for other content",
        );
        const other = yield* carrier.buyLabel({ ...request, key: newId() });
        assert.notStrictEqual(other.tracking, first?.tracking, "two keys were sold one tracking number");
        assert.notStrictEqual(other.reference, first?.reference, "two keys were sold one label");
      }),
    );

    promise(
      "R28 refuses a key that comes back with another address, naming it",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const request = order();
        const label = yield* carrier.buyLabel(request);
        const { reason } = yield* refusal(
          "a key that was used for another address",
          carrier.buyLabel({ ...request, to: under.from }),
        );
        assert.include(reason, request.key, "the refusal of a key used before does not name the key");
        assert.deepStrictEqual(
          yield* carrier.buyLabel(request),
          label,
          "a refused call changed the key's answer",
        );
      }),
    );

    promise(
      "R27 a label whose answer was lost is had by asking again under its key",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const request = order();
        yield* acted(() => under.loseAnswer("buyLabel"));
        yield* lostAnswer("a label whose answer is lost", carrier.buyLabel(request));
        const label = yield* carrier.buyLabel(request);
        assert.deepStrictEqual(yield* carrier.buyLabel(request), label, "a healed key bought a second label");
        const refund = { key: newId(), label: label.reference };
        yield* acted(() => under.loseAnswer("refundLabel"));
        yield* lostAnswer("a label's refund whose answer is lost", carrier.refundLabel(refund));
        yield* carrier.refundLabel(refund);
      }),
    );

    promise(
      "R28 hands out the label as a PDF, and as a QR code where it says so",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const label = yield* carrier.buyLabel(order());
        const { pdf, qrPng } = yield* carrier.labelDocument(label.reference);
        const opening = new TextDecoder().decode(pdf.slice(0, 5));
        assert.strictEqual(opening, "%PDF-", "the label's document is no PDF");
        assert.strictEqual(
          qrPng !== undefined,
          label.qr,
          "a label comes with a QR code if and only if it says so",
        );
      }),
    );

    promise(
      "R28 refuses an address that does not exist, naming the field",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        for (const end of ["to", "from"] as const) {
          const { reason } = yield* refusal(
            `a label ${end} an address that does not exist`,
            carrier.buyLabel({ ...order(), [end]: under.nowhere }),
          );
          assert.match(
            reason,
            new RegExp(`^${end}\\.\\w+`),
            "the refusal of an address does not name its field",
          );
        }
      }),
    );

    promise(
      "R37 knows nothing of a parcel it never saw",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const scans = yield* carrier.track(TrackingNumber.make("9400100000000000000000"));
        assert.deepStrictEqual(scans, [], "the carrier tells of a parcel that nobody sent");
      }),
    );

    promise(
      "R32 tells an acceptance only after there was one",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const { tracking } = yield* carrier.buyLabel(order());
        const statuses = Effect.map(carrier.track(tracking), (scans) => scans.map(({ status }) => status));
        assert.notInclude(yield* statuses, "Accepted", "a parcel was accepted before it was handed over");
        yield* acted(() => under.accept(tracking));
        assert.include(
          yield* statuses,
          "Accepted",
          "a parcel that was handed over is not told to be accepted",
        );
      }),
    );

    promise(
      "R39 takes back a label that was not used, once",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const { reference } = yield* carrier.buyLabel(order());
        yield* carrier.refundLabel({ key: newId(), label: reference });
        yield* carrier.refundLabel({ key: newId(), label: reference });
      }),
    );

    promise(
      "R39 takes back no label of a parcel it has accepted",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const { reference, tracking } = yield* carrier.buyLabel(order());
        yield* acted(() => under.accept(tracking));
        yield* refusal("a used label", carrier.refundLabel({ key: newId(), label: reference }));
      }),
    );

    promise(
      "R34 books a pickup once for a key, and lets it be cancelled",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const { reference } = yield* carrier.buyLabel(order());
        const request = { key: newId(), label: reference, from: under.from, date: under.pickupDate };
        yield* acted(() => under.loseAnswer("bookPickup"));
        yield* lostAnswer("a pickup whose answer is lost", carrier.bookPickup(request));
        const first = yield* carrier.bookPickup(request);
        assert.strictEqual(first.date, under.pickupDate, "a pickup is confirmed for another day");
        assert.deepStrictEqual(yield* carrier.bookPickup(request), first, "a repeat booked another pickup");
        yield* refusal(
          "a key that was used for another day's pickup",
          carrier.bookPickup({ ...request, date: under.sunday }),
        );
        const cancellation = { key: newId(), confirmation: first.confirmation };
        yield* acted(() => under.loseAnswer("cancelPickup"));
        yield* lostAnswer("a cancellation whose answer is lost", carrier.cancelPickup(cancellation));
        yield* carrier.cancelPickup(cancellation);
        yield* carrier.cancelPickup({ ...cancellation, key: newId() });
        const again = yield* carrier.bookPickup({ ...request, key: newId() });
        assert.notStrictEqual(
          again.confirmation,
          first.confirmation,
          "a cancelled pickup was confirmed again",
        );
      }),
    );

    promise(
      "R34 collects on no Sunday, and cancels no pickup that was never booked",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const { reference } = yield* carrier.buyLabel(order());
        const sunday = { key: newId(), label: reference, from: under.from, date: under.sunday };
        yield* refusal("a pickup on a Sunday", carrier.bookPickup(sunday));
        const stranger = { key: newId(), confirmation: newId() };
        yield* refusal("the cancellation of no pickup", carrier.cancelPickup(stranger));
      }),
    );

    promise(
      "R28 refuses what is no reference of its own",
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const { reference } = yield* carrier.buyLabel(order());
        for (const strange of ["../../etc", "", "lbl_1", `${reference}0`]) {
          const label = strange as LabelReference;
          yield* refusal(`the document of "${strange}"`, carrier.labelDocument(label));
          yield* refusal(`the refund of "${strange}"`, carrier.refundLabel({ key: newId(), label }));
        }
      }),
    );
  });
