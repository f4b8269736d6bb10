import { assert, describe, it } from "@effect/vitest";
import { Carrier, DAY, HOUR, instant, isOfParcel, joinScans, noFacts, standingOf } from "@resale/core";
import { Effect, Redacted } from "effect";
import { TestClock } from "effect/testing";
import fc from "fast-check";
import { CarrierNews } from "../src/index.ts";
import { buyer, MONDAY } from "./parcels.ts";
import type { UspsStandin } from "./standins/usps.ts";
import { buy, on, startedUsps, uspsOn } from "./usps.ts";
import { becoming } from "./watching.ts";

const push = (standin: UspsStandin) => ({
  push: { listener: "https://shop.example/webhooks/carrier", secret: Redacted.make(standin.pushSecret) },
});

const sold = buy("k");

/** A scan as the USPS tells it: the local time of the place, with a `Z` that is not meant. */
const scan = (
  hours: number,
  eventCode: string,
  eventType: string,
  more: Readonly<Record<string, string>> = {},
) => ({
  eventCode,
  eventType,
  GMTTimestamp: new Date(MONDAY + hours * HOUR).toISOString(),
  eventTimestamp: `${new Date(MONDAY + hours * HOUR - 8 * HOUR).toISOString().slice(0, 19)}Z`,
  GMTOffset: "-08:00",
  ...more,
});

const journey = [
  scan(0, "GX", "Shipping Label Created, USPS Awaiting Item"),
  scan(4, "03", "USPS in possession of item", { eventCity: "PORTLAND", eventState: "OR", eventZIP: "97201" }),
  scan(12, "10", "Arrived at USPS Regional Origin Facility"),
  scan(40, "A1", "Arrived at USPS Facility"),
  scan(68, "OF", "Out for Delivery", { eventZIP: "10118" }),
  scan(72, "01", "Delivered, Front Door/Porch", {
    eventCity: "NEW YORK",
    eventState: "NY",
    eventZIP: "10118",
  }),
];

describe("what the USPS tells of parcels", () => {
  it.effect("R32 is nothing for a label that is fresh, and no failure", () =>
    on(() =>
      Effect.gen(function* () {
        const { tracking } = yield* sold;
        assert.deepStrictEqual(yield* Carrier.use((carrier) => carrier.track(tracking)), []);
      }),
    ),
  );

  it.effect("R38 is a delivery with its place and ZIP code, however strange the fields beside it", () =>
    on((standin) =>
      Effect.gen(function* () {
        const { tracking } = yield* sold;
        standin.scan(tracking, ...journey);
        const scans = yield* Carrier.use((carrier) => carrier.track(tracking));
        assert.deepStrictEqual(scans.map(({ status }) => status).reverse(), [
          "LabelCreated",
          "Accepted",
          "InTransit",
          "InTransit",
          "OutForDelivery",
          "Delivered",
        ]);
        assert.deepInclude(scans[0], { at: instant(MONDAY + 3 * DAY), place: "NEW YORK, NY" });
        const expected = joinScans(noFacts, scans);
        assert.strictEqual(standingOf(expected, buyer)._tag, "Delivered");
        fc.assert(
          fc.property(fc.shuffledSubarray([...scans, ...scans], { minLength: 12 }), (order) => {
            assert.deepStrictEqual(joinScans(noFacts, order), expected);
          }),
        );
      }),
    ),
  );

  it.effect("R37 R39 a piece that had the number before does not use up the label, nor move the order", () =>
    on((standin) =>
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const label = yield* sold;
        standin.scan(label.tracking, scan(-5000, "03", "Accepted"), scan(-4900, "01", "Delivered"));
        const scans = yield* carrier.track(label.tracking);
        assert.deepStrictEqual(
          scans.map((seen) => isOfParcel(seen, label, instant(MONDAY))),
          [false, false],
        );
        yield* carrier.refundLabel({ key: "r", label: label.reference });
      }),
    ),
  );

  it.effect("R37 a push is a hint: the parcel it names is asked for", () =>
    on(
      (standin) =>
        Effect.gen(function* () {
          const news = yield* CarrierNews;
          const { tracking } = yield* sold;
          standin.scan(tracking, ...journey);
          const { body, signature } = standin.push(tracking);
          const told = yield* news.hear(body, { "x-hmac": signature }, instant(MONDAY));
          assert.lengthOf(told, 1);
          assert.lengthOf(told[0]?.scans ?? [], 6);
          standin.server.plan("GET", /tracking/, { _tag: "Instead", reply: { status: 429, body: "" } });
          const later = yield* news.hear(body, { "x-hmac": signature }, instant(MONDAY));
          assert.deepStrictEqual(later, [{ carrier: "USPS", tracking, scans: [] }]);
        }),
      push,
    ),
  );

  it.effect("R37 a push that is not signed by the USPS is not let in", () =>
    on(
      (standin) =>
        Effect.gen(function* () {
          const news = yield* CarrierNews;
          const { body, signature } = standin.push("9400100000000000000001");
          const hear = (raw: Uint8Array, header: string | undefined) =>
            Effect.flip(news.hear(raw, { "x-hmac": header }, instant(MONDAY)));
          const forged = new TextEncoder().encode(
            new TextDecoder().decode(body).replace("9400100", "9400200"),
          );
          for (const [raw, header] of [
            [body, undefined],
            [body, ""],
            [forged, signature],
            [body, signature.toLowerCase()],
          ] as const) {
            assert.strictEqual((yield* hear(raw, header))._tag, "BadSignature");
          }
          assert.strictEqual((yield* hear(new Uint8Array([0xff]), signature))._tag, "Malformed");
          assert.strictEqual(standin.server.count("GET", /tracking/), 0);
        }),
      push,
    ),
  );
});

describe("the subscription to pushes", () => {
  const asked = (standin: UspsStandin) => standin.server.count("POST", /subscriptions$/);

  it.effect("is made once, and made anew before it would end of silence", () =>
    on(
      (standin) =>
        Effect.gen(function* () {
          const { standing } = standin.subscriptions;
          yield* becoming(() => standing.size === 1);
          const [first] = standing.keys();
          const term = 20 * DAY;
          const hours = Math.ceil((term - (MONDAY % term)) / HOUR);
          yield* TestClock.adjust((hours - 1) * HOUR);
          yield* becoming(() => true);
          assert.strictEqual(asked(standin), 1);
          yield* TestClock.adjust(HOUR);
          yield* becoming(() => asked(standin) === 3 && standing.size === 1);
          // The successor was refused for the sake of the first, which gave way to it.
          assert.notStrictEqual([...standing.keys()][0], first);
        }),
      push,
    ),
  );

  it.effect("that can't be had is asked for again an hour later", () =>
    Effect.gen(function* () {
      const standin = yield* startedUsps;
      standin.server.plan("POST", /subscriptions$/, { _tag: "Instead", reply: { status: 503, body: "" } });
      yield* Effect.provide(
        Effect.gen(function* () {
          yield* becoming(() => asked(standin) === 1);
          yield* TestClock.adjust("59 minutes");
          yield* becoming(() => true);
          assert.lengthOf([...standin.subscriptions.standing], 0);
          yield* TestClock.adjust("1 minute");
          yield* becoming(() => standin.subscriptions.standing.size === 1);
        }),
        uspsOn(standin, push(standin)),
      );
    }),
  );
});
