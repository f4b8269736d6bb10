import { assert, describe, it } from "@effect/vitest";
import { Carrier, instant, isOfParcel, joinScans, noFacts, type Scan, standingOf, Zip } from "@resale/core";
import { Effect } from "effect";
import fc from "fast-check";
import { CarrierNews } from "../src/index.ts";
import { easyPostOn, startedEasyPost } from "./easypost.ts";
import { buyer, seller } from "./parcels.ts";
import type { Detail, EasyPostStandin } from "./standins/easypost.ts";

const MONDAY = Date.UTC(2026, 10, 23, 15);
const at = (hours: number): string => new Date(MONDAY + hours * 3_600_000).toISOString();
const detail = (hours: number, status: string, message: string, more: Partial<Detail> = {}): Detail => ({
  status,
  message,
  datetime: at(hours),
  ...more,
});

const journey: ReadonlyArray<Detail> = [
  detail(0, "pre_transit", "Shipping Label Created, USPS Awaiting Item"),
  detail(4, "in_transit", "USPS in possession of item", { zip: "97201" }),
  detail(12, "in_transit", "Arrived at USPS Regional Facility", { status_detail: "arrived_at_facility" }),
  detail(68, "out_for_delivery", "Out for Delivery", { zip: "10118" }),
  detail(72, "delivered", "Delivered, Front Door/Porch", { zip: "10118" }),
];

const sold = Effect.gen(function* () {
  const standin = yield* startedEasyPost;
  standin.now = () => MONDAY;
  const run = <A, E>(call: Effect.Effect<A, E, Carrier | CarrierNews>) => Effect.provide(call, layer);
  const layer = easyPostOn(standin);
  const label = yield* run(
    Carrier.use((carrier) => carrier.buyLabel({ key: "k", from: seller, to: buyer, reference: "R" })),
  );
  return { standin, label, run };
});

const hear = (
  standin: EasyPostStandin,
  result: unknown,
  change: (signature: string) => string | undefined = (s) => s,
) => {
  const { body, signature } = standin.webhook(result);
  return CarrierNews.use((news) =>
    news.hear(body, { "x-hmac-signature": change(signature) }, instant(MONDAY)),
  );
};

const statuses = (scans: ReadonlyArray<Scan>) => scans.map(({ status }) => status);

describe("what EasyPost tells of parcels", () => {
  it.effect("R32 names the acceptance, the way, and the delivery with its place", () =>
    Effect.gen(function* () {
      const { standin, label, run } = yield* sold;
      standin.scan(label.tracking, ...journey);
      const scans = yield* run(Carrier.use((carrier) => carrier.track(label.tracking)));
      assert.deepStrictEqual(statuses(scans), [
        "LabelCreated",
        "Accepted",
        "InTransit",
        "OutForDelivery",
        "Delivered",
      ]);
      assert.deepInclude(scans.at(-1), { at: instant(MONDAY + 72 * 3_600_000), zip: Zip.make("10118") });
      assert.strictEqual(standingOf(joinScans(noFacts, scans), buyer)._tag, "Delivered");
    }),
  );

  it.effect("R37 maps each of its words, and takes those it does not know for Unknown", () =>
    Effect.gen(function* () {
      const { standin, label, run } = yield* sold;
      const words: ReadonlyArray<readonly [Detail, Scan["status"]]> = [
        [detail(1, "unknown", "?"), "Unknown"],
        [detail(1, "teleported", "?"), "Unknown"],
        [detail(1, "in_transit", "x", { status_detail: "received_at_origin_facility" }), "Accepted"],
        [detail(1, "in_transit", "Accepted at USPS Origin Facility"), "Accepted"],
        [detail(1, "in_transit", "Notice left", { status_detail: "delivery_exception" }), "Attempted"],
        [detail(1, "in_transit", "Missing mail", { status_detail: "lost" }), "Lost"],
        [detail(1, "available_for_pickup", "At the post office"), "AvailableForPickup"],
        [detail(1, "return_to_sender", "Return to sender processed"), "Returning"],
        [detail(1, "return_to_sender", "Delivered, to original sender"), "DeliveredToSender"],
        [detail(1, "delivered", "Delivered, To Original Sender"), "DeliveredToSender"],
        [detail(1, "failure", "?", { status_detail: "lost" }), "Lost"],
        [detail(1, "failure", "?", { status_detail: "refused" }), "Returning"],
        [detail(1, "failure", "?", { status_detail: "damaged" }), "Unknown"],
        [detail(1, "cancelled", "?"), "Cancelled"],
        [detail(1, "error", "?"), "Unknown"],
      ];
      standin.scan(label.tracking, ...words.map(([word]) => word));
      const scans = yield* run(Carrier.use((carrier) => carrier.track(label.tracking)));
      assert.deepStrictEqual(
        statuses(scans),
        words.map(([, status]) => status),
      );
    }),
  );

  it.effect("R37 scans of another parcel under the same number are known by their time", () =>
    Effect.gen(function* () {
      const { standin, label, run } = yield* sold;
      standin.scan(
        label.tracking,
        detail(-5000, "in_transit", "Picked up"),
        detail(-4900, "delivered", "Delivered"),
      );
      const scans = yield* run(Carrier.use((carrier) => carrier.track(label.tracking)));
      assert.deepStrictEqual(
        scans.map((scan) => isOfParcel(scan, label, instant(MONDAY))),
        [false, false],
      );
    }),
  );

  it.effect("R37 webhooks told twice and in any order come to the same facts", () =>
    Effect.gen(function* () {
      const { standin, label, run } = yield* sold;
      const told: Array<ReadonlyArray<Scan>> = [];
      for (const step of journey) {
        standin.scan(label.tracking, step);
        const [news] = yield* run(hear(standin, standin.trackerOf(label.tracking)));
        told.push(news?.scans ?? []);
      }
      const expected = told.reduce(joinScans, noFacts);
      assert.strictEqual(standingOf(expected, buyer)._tag, "Delivered");
      fc.assert(
        fc.property(fc.shuffledSubarray([...told, ...told], { minLength: 10 }), (order) => {
          assert.deepStrictEqual(order.reduce(joinScans, noFacts), expected);
        }),
      );
    }),
  );

  it.effect("R37 a webhook whose status its scans do not bear out has the parcel asked for", () =>
    Effect.gen(function* () {
      const { standin, label, run } = yield* sold;
      standin.scan(label.tracking, ...journey);
      const bare = { ...(standin.trackerOf(label.tracking) as object), tracking_details: [] };
      const asked = standin.server.count("GET", /trackers/);
      const [news] = yield* run(hear(standin, bare));
      assert.lengthOf(news?.scans ?? [], 5);
      assert.strictEqual(standin.server.count("GET", /trackers/), asked + 1);
      standin.server.plan("GET", /trackers/, {
        _tag: "Instead",
        reply: { status: 429, headers: { "retry-after": "60" }, body: "" },
      });
      assert.deepStrictEqual(yield* run(hear(standin, bare)), [
        { carrier: "USPS", tracking: label.tracking, scans: [] },
      ]);
    }),
  );

  it.effect("R37 is let in by its signature over the bytes alone, in the secret's decomposed form", () =>
    Effect.gen(function* () {
      const { standin, label, run } = yield* sold;
      standin.scan(label.tracking, ...journey);
      const tracker = standin.trackerOf(label.tracking);
      assert.lengthOf(yield* run(hear(standin, tracker)), 1);
      const last = (signature: string) => signature.slice(0, -1) + (signature.endsWith("0") ? "1" : "0");
      const wrong = [
        last,
        () => undefined,
        () => "",
        (s: string) => s.replace("sha256", "sha1"),
        (s: string) => s.slice(0, 40),
      ];
      for (const change of wrong) {
        const error = yield* Effect.flip(run(hear(standin, tracker, change)));
        assert.strictEqual(error._tag, "BadSignature");
        assert.notInclude(JSON.stringify(error), standin.webhookSecret);
      }
    }),
  );

  it.effect("tells nothing of other things, and is malformed where a parcel should be", () =>
    Effect.gen(function* () {
      const { standin, run } = yield* sold;
      const other = standin.webhook({ id: "batch_1" }, "batch.updated");
      const news = yield* run(
        CarrierNews.use(({ hear: heard }) =>
          heard(other.body, { "x-hmac-signature": other.signature }, instant(MONDAY)),
        ),
      );
      assert.lengthOf(news, 0);
      const error = yield* Effect.flip(run(hear(standin, { id: "trk_1", status: "delivered" })));
      assert.strictEqual(error._tag, "Malformed");
    }),
  );
});
