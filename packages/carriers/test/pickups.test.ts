import { assert, describe, it } from "@effect/vitest";
import { Carrier, CivilDate } from "@resale/core";
import { Effect, Result } from "effect";
import { TestClock } from "effect/testing";
import { CarrierSimulator } from "../src/index.ts";
import { buy, MONDAY, seller, simulator } from "./parcels.ts";

const book = (key: string, date: string) =>
  Effect.gen(function* () {
    const carrier = yield* Carrier;
    const { reference, tracking } = yield* buy(key);
    const asked = {
      key: `pickup-${key}-${date}`,
      label: reference,
      from: seller,
      date: CivilDate.make(date),
    };
    return { tracking, booked: yield* Effect.result(carrier.bookPickup(asked)) };
  });

const refusal = (key: string, date: string) =>
  Effect.map(book(key, date), ({ booked }) => (Result.isFailure(booked) ? booked.failure.reason : "booked"));

describe("pickups", () => {
  it.effect("R34 are Monday to Saturday, not on holidays, not in the past, and only on days there are", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(MONDAY);
      assert.match(yield* refusal("a", "2026-11-22"), /Sunday/);
      assert.match(yield* refusal("a", "2026-11-29"), /Sunday/);
      assert.match(yield* refusal("a", "2026-11-26"), /Thanksgiving Day/);
      assert.match(yield* refusal("a", "2026-12-25"), /Christmas Day/);
      assert.match(yield* refusal("a", "2026-11-21"), /too late/);
      assert.match(yield* refusal("a", "2026-02-30"), /no day/);
      assert.strictEqual(yield* refusal("b", "2026-11-24"), "booked");
      assert.strictEqual(yield* refusal("c", "2026-11-28"), "booked");
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("R34 are not made on a holiday that falls on a Saturday", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2026, 5, 30));
      assert.match(yield* refusal("a", "2026-07-04"), /Independence Day/);
      assert.strictEqual(yield* refusal("a", "2026-07-03"), "booked");
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("R34 can be booked until two in the morning, Central time, of the day", () =>
    Effect.gen(function* () {
      const twoCentral = Date.UTC(2026, 10, 24, 8);
      yield* TestClock.setTime(twoCentral - 1);
      assert.strictEqual(yield* refusal("a", "2026-11-24"), "booked");
      yield* TestClock.setTime(twoCentral);
      assert.match(yield* refusal("b", "2026-11-24"), /too late/);
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("R34 take the parcel along: nobody has to drop it", () =>
    Effect.gen(function* () {
      const carrier = yield* Carrier;
      yield* TestClock.setTime(MONDAY);
      const { tracking } = yield* book("a", "2026-11-24");
      yield* TestClock.setTime(Date.UTC(2026, 10, 24, 20));
      assert.lengthOf(yield* carrier.track(tracking), 1);
      yield* TestClock.adjust("5 days");
      const statuses = (yield* carrier.track(tracking)).map(({ status }) => status);
      assert.include(statuses, "Delivered");
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("R34 that were cancelled take nothing along, and cannot be cancelled once they are over", () =>
    Effect.gen(function* () {
      const carrier = yield* Carrier;
      const control = yield* CarrierSimulator;
      yield* TestClock.setTime(MONDAY);
      const first = yield* book("a", "2026-11-24");
      const second = yield* book("b", "2026-11-24");
      const confirmation = Result.getOrThrow(first.booked).confirmation;
      yield* carrier.cancelPickup({ key: "cancel-a", confirmation });
      yield* TestClock.adjust("2 days");
      const over = Result.getOrThrow(second.booked).confirmation;
      const late = yield* Effect.flip(carrier.cancelPickup({ key: "cancel-b", confirmation: over }));
      assert.match(late.reason, /is over/);
      const none = yield* Effect.flip(carrier.cancelPickup({ key: "cancel-c", confirmation: "PU1" }));
      assert.strictEqual(none._tag, "ProviderRefused");
      const dropped = (yield* control.parcels).map((parcel) => parcel.dropped !== undefined);
      assert.deepStrictEqual(dropped.sort(), [false, true]);
    }).pipe(Effect.provide(simulator())),
  );
});
