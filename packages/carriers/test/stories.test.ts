import { assert, describe, it } from "@effect/vitest";
import { Carrier, HOUR, type Scan, zip5 } from "@resale/core";
import { Effect, Option, Result } from "effect";
import { TestClock } from "effect/testing";
import { CarrierSimulator, type StoryName, stories, verifyWebhook } from "../src/index.ts";
import { buy, buyer, MONDAY, secret, simulator, takeEvents } from "./parcels.ts";

/** A story lived through, from event to event, as somebody who is only told would see it. */
const lived = (story: StoryName) =>
  Effect.gen(function* () {
    const control = yield* CarrierSimulator;
    yield* TestClock.setTime(MONDAY);
    const label = yield* buy(story);
    yield* control.drop(label.tracking, story);
    const told: Array<Scan> = [];
    let known: ReadonlyArray<Scan> = [];
    while (true) {
      const due = yield* control.due;
      if (Option.isNone(due)) break;
      yield* TestClock.setTime(due.value);
      for (const { body, signature, at } of yield* takeEvents) {
        const webhook = verifyWebhook({ secret, header: signature, body, now: at, toleranceMs: 60_000 });
        told.push(...Result.getOrThrow(webhook).scans);
      }
      known = yield* Carrier.use((carrier) => carrier.track(label.tracking));
      for (const scan of told) assert.deepInclude(known, scan, "what is told is known");
    }
    return { told, known, boughtAt: label.boughtAt };
  }).pipe(Effect.provide(simulator()));

const statuses = (scans: ReadonlyArray<Scan>) => scans.map(({ status }) => status);

const usual = ["Accepted", "InTransit", "InTransit", "OutForDelivery", "Delivered"];

const expected: Record<StoryName, ReadonlyArray<string>> = {
  delivered: usual,
  neverShipped: [],
  stalled: ["Accepted", "InTransit", "InTransit"],
  lost: ["Accepted", "InTransit", "InTransit", "Lost"],
  wrongZip: ["Accepted", "InTransit", "InTransit", "Delivered"],
  noAcceptance: ["Delivered"],
  toSender: ["Accepted", "InTransit", "InTransit", "DeliveredToSender"],
  attempted: ["Accepted", "InTransit", "InTransit", "OutForDelivery", "Attempted", "Delivered"],
  returned: ["Accepted", "InTransit", "InTransit", "Attempted", "Returning", "DeliveredToSender"],
  late: usual,
  twice: [
    ...["Accepted", "Accepted", "InTransit", "InTransit", "Accepted", "InTransit", "InTransit", "InTransit"],
    ...[
      "InTransit",
      "OutForDelivery",
      "OutForDelivery",
      "Delivered",
      "Delivered",
      "OutForDelivery",
      "Delivered",
    ],
  ],
  outOfOrder: [...usual].reverse(),
  recycled: [
    "Accepted",
    "Delivered",
    "Accepted",
    "InTransit",
    "Delivered",
    "InTransit",
    "OutForDelivery",
    "Delivered",
  ],
  unknownStatus: ["Accepted", "Unknown", "InTransit", "InTransit", "OutForDelivery", "Delivered"],
};

describe("stories", () => {
  for (const story of Object.keys(stories) as ReadonlyArray<StoryName>) {
    it.effect(`R37 ${story} is told by webhook in its order, and known on asking`, () =>
      Effect.map(lived(story), ({ told }) => assert.deepStrictEqual(statuses(told), expected[story])),
    );
  }

  it.effect("R38 a parcel delivered rightly names the buyer's ZIP code, a wrong one another", () =>
    Effect.gen(function* () {
      const right = (yield* lived("delivered")).told.at(-1);
      assert.strictEqual(right?.zip, buyer.zip);
      const wrong = (yield* lived("wrongZip")).told.at(-1);
      assert.isDefined(wrong?.zip);
      if (wrong?.zip !== undefined) assert.notStrictEqual(zip5(wrong.zip), zip5(buyer.zip));
    }),
  );

  it.effect("R37 scans of a recycled number are older than the label", () =>
    Effect.gen(function* () {
      const { known, boughtAt } = yield* lived("recycled");
      assert.lengthOf(
        known.filter(({ at }) => at < boughtAt),
        2,
      );
    }),
  );

  it.effect("R37 late scans carry the time at which they were made", () =>
    Effect.gen(function* () {
      const { told } = yield* lived("late");
      assert.strictEqual(told[0]?.at, MONDAY + 4 * HOUR);
    }),
  );

  it.effect("R59 a clock alone delivers the parcel: dropped by itself a day later", () =>
    Effect.gen(function* () {
      const carrier = yield* Carrier;
      const control = yield* CarrierSimulator;
      yield* TestClock.setTime(MONDAY);
      const { tracking } = yield* buy("alone");
      assert.deepStrictEqual(yield* control.due, Option.some(MONDAY + 28 * HOUR));
      yield* TestClock.setTime(MONDAY + 28 * HOUR - 1);
      assert.lengthOf(yield* control.events, 0);
      yield* TestClock.adjust(1);
      assert.lengthOf(yield* control.events, 1);
      yield* TestClock.adjust("4 days");
      assert.include(statuses(yield* carrier.track(tracking)), "Delivered");
      const again = yield* Effect.flip(control.drop(tracking));
      assert.match(again.reason, /already on its way/);
    }).pipe(Effect.provide(simulator({ autoDrop: { after: "1 day" } }))),
  );

  it.effect("R31 a seller who never ships is heard of no more, until she ships after all", () =>
    Effect.gen(function* () {
      const control = yield* CarrierSimulator;
      yield* TestClock.setTime(MONDAY);
      const { tracking } = yield* buy("never");
      yield* TestClock.adjust("30 days");
      assert.deepStrictEqual(yield* control.due, Option.none());
      assert.lengthOf(yield* control.events, 0);
      yield* control.drop(tracking);
      yield* TestClock.adjust("4 days");
      assert.lengthOf(yield* control.events, 5);
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("R39 a parcel sent with a label that was given back is scanned all the same", () =>
    Effect.gen(function* () {
      const carrier = yield* Carrier;
      const control = yield* CarrierSimulator;
      yield* TestClock.setTime(MONDAY);
      const label = yield* buy("intercept");
      yield* carrier.refundLabel({ key: "refund", label: label.reference });
      const error = yield* Effect.flip(carrier.labelDocument(label.reference));
      assert.strictEqual(error._tag, "ProviderRefused");
      yield* control.drop(label.tracking);
      yield* TestClock.adjust("1 day");
      assert.includeMembers(statuses(yield* carrier.track(label.tracking)), ["Cancelled", "Accepted"]);
      assert.isAbove((yield* control.events).length, 0);
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("R39 a seller whose label was given back in time does not drop the parcel by herself", () =>
    Effect.gen(function* () {
      const carrier = yield* Carrier;
      yield* TestClock.setTime(MONDAY);
      const label = yield* buy("given back");
      yield* TestClock.adjust("23 hours");
      yield* carrier.refundLabel({ key: "refund", label: label.reference });
      yield* TestClock.adjust("9 days");
      assert.deepStrictEqual(statuses(yield* carrier.track(label.tracking)), ["LabelCreated", "Cancelled"]);
    }).pipe(Effect.provide(simulator({ autoDrop: { after: "1 day" } }))),
  );

  it.effect("R39 a label is taken back until the millisecond of its first scan", () =>
    Effect.gen(function* () {
      const carrier = yield* Carrier;
      const control = yield* CarrierSimulator;
      yield* TestClock.setTime(MONDAY);
      const [before, after] = [yield* buy("before"), yield* buy("after")];
      for (const { tracking } of [before, after]) yield* control.drop(tracking);
      yield* TestClock.adjust(4 * HOUR - 1);
      yield* carrier.refundLabel({ key: "in time", label: before.reference });
      yield* TestClock.adjust(1);
      const late = yield* Effect.flip(carrier.refundLabel({ key: "late", label: after.reference }));
      assert.match(late.reason, /accepted/);
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("a story can be chosen before the parcel is dropped, and is one's own if one likes", () =>
    Effect.gen(function* () {
      const carrier = yield* Carrier;
      const control = yield* CarrierSimulator;
      yield* TestClock.setTime(MONDAY);
      const { tracking } = yield* buy("own");
      yield* control.chooseStory(tracking, "lost");
      yield* control.chooseStory(tracking, [
        {
          after: 1,
          status: "AvailableForPickup",
          detail: "At the post office",
          where: { place: "Next door" },
        },
      ]);
      yield* control.drop(tracking);
      yield* TestClock.adjust(1);
      const [, scan] = yield* carrier.track(tracking);
      assert.deepInclude(scan, { status: "AvailableForPickup", place: "Next door" });
      assert.strictEqual((yield* Effect.flip(control.chooseStory(tracking, "lost")))._tag, "ProviderRefused");
    }).pipe(Effect.provide(simulator())),
  );
});
