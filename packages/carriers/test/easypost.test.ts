import { assert, describe, it } from "@effect/vitest";
import { Carrier, type ProviderError } from "@resale/core";
import { Effect, Fiber, Layer } from "effect";
import { TestClock } from "effect/testing";
import { EasyPost } from "../src/easypost/index.ts";
import { Kept } from "../src/index.ts";
import { buy, easyPostOn, easyPostOptions, on, startedEasyPost } from "./easypost.ts";
import { buyer } from "./parcels.ts";
import { json, type Misbehaviour } from "./standins/Standin.ts";
import { Watching, whenHeard } from "./watching.ts";

const BUY = /\/buy$/;
const failing = (key: string, how: Misbehaviour, tell: (error: ProviderError) => void, path = BUY) =>
  on((standin) =>
    Effect.gen(function* () {
      standin.server.plan("POST", path, how);
      tell(yield* Effect.flip(buy(key)));
      const before = standin.charges;
      const label = yield* buy(key);
      assert.strictEqual(standin.charges, 1, "a label was paid for twice, or not at all");
      assert.deepStrictEqual(yield* buy(key), label);
      assert.strictEqual(standin.charges, 1);
      assert.isAtMost(before, 1);
    }),
  );

const isUnknown = (error: ProviderError) => assert.strictEqual(error._tag, "OutcomeUnknown");

describe("EasyPost, when it misbehaves", () => {
  it.effect("R27 buys one label, though the connection was cut after it had bought", () =>
    failing("cut", { _tag: "CutAfter" }, isUnknown),
  );
  it.effect("R27 buys one label, though only half of the answer came", () =>
    failing("half", { _tag: "HalfAnswer" }, isUnknown),
  );
  it.effect("R27 buys one label, though the answer to it was an error of the server's", () =>
    failing("500", { _tag: "After", reply: { status: 500, body: "<html>" } }, isUnknown),
  );
  it.effect("R27 buys one label, though the answer to it could not be read", () =>
    failing("malformed", { _tag: "After", reply: { status: 200, body: '{"id":"shp_' } }, isUnknown),
  );
  it.effect("R27 buys one label, though the connection was cut before it had heard", () =>
    failing("before", { _tag: "CutBefore" }, isUnknown),
  );
  it.effect("waits as long as it is told to when it is too much", () =>
    failing("429", { _tag: "Instead", reply: json(429, {}, { "retry-after": "7" }) }, (error) => {
      assert.strictEqual(error._tag, "ProviderUnavailable");
      if (error._tag === "ProviderUnavailable") assert.strictEqual(error.retryAfter, 7000);
    }),
  );
  it.effect("is told of a purchase under way as of one whose outcome is not known", () => {
    const reply = json(422, {
      error: { code: "SHIPMENT.PURCHASE.IN_PROGRESS", message: "…", errors: ["later"] },
    });
    return failing("progress", { _tag: "Instead", reply }, isUnknown);
  });
  it.effect("is out of order if nobody listens, and nothing was done", () =>
    Effect.gen(function* () {
      const standin = yield* startedEasyPost;
      const nobody = easyPostOn(standin, { url: "http://127.0.0.1:9/v2" });
      const error = yield* whenHeard(
        Effect.flip(Effect.provide(buy("nobody"), nobody)),
        Promise.resolve(),
      ).pipe(Effect.flatMap((fiber) => Effect.andThen(passing, Fiber.join(fiber))));
      assert.strictEqual(error._tag, "ProviderUnavailable");
    }),
  );

  it.effect("R27 is not waited for longer than the patience set, and is asked afterwards", () =>
    on((standin) =>
      Effect.gen(function* () {
        let release = (): void => undefined;
        const until = new Promise<void>((resolve) => (release = resolve));
        standin.server.plan("POST", BUY, { _tag: "Held", until });
        const call = yield* whenHeard(Effect.flip(buy("slow")), standin.server.heard("POST", BUY));
        yield* TestClock.adjust("9999 millis");
        assert.isUndefined(call.pollUnsafe());
        yield* TestClock.adjust(1);
        isUnknown(yield* Fiber.join(call));
        release();
        const label = yield* buy("slow");
        assert.strictEqual(standin.charges, 1);
        assert.strictEqual(standin.shipments.get(label.reference)?.tracking, label.tracking);
      }),
    ),
  );

  it.effect("R27 sells one label to two processes that ask under one key at once", () =>
    Effect.gen(function* () {
      const standin = yield* startedEasyPost;
      const kept = yield* Layer.build(Kept.layerMemory);
      const process = () =>
        EasyPost.layer(easyPostOptions(standin)).pipe(Layer.provide(Layer.succeedContext(kept)), Layer.fresh);
      const labels = yield* Effect.all(
        [process(), process(), process()].map((layer) => Effect.provide(buy("both"), layer)),
        { concurrency: "unbounded" },
      );
      assert.strictEqual(new Set(labels.map(({ tracking }) => tracking)).size, 1);
      assert.strictEqual(standin.charges, 1);
    }),
  );

  it.effect("is asked again for what can be asked again, twice, and then is out of order", () =>
    on((standin) =>
      Effect.gen(function* () {
        const { reference } = yield* buy("again");
        const one = /\/shipments\/\w+$/;
        standin.server.plan("GET", one, { _tag: "Instead", reply: { status: 502, body: "bad gateway" } }, 2);
        const carrier = yield* Carrier;
        const call = yield* Effect.forkChild(carrier.labelDocument(reference));
        yield* passing;
        assert.isAbove((yield* Fiber.join(call)).pdf.length, 0);
        standin.server.plan("GET", one, { _tag: "Instead", reply: { status: 502, body: "bad gateway" } }, 3);
        const failed = yield* Effect.forkChild(Effect.flip(carrier.labelDocument(reference)));
        yield* passing;
        assert.strictEqual((yield* Fiber.join(failed))._tag, "ProviderUnavailable");
      }),
    ),
  );

  it.effect(
    "with a key that is not taken any more is unavailable, and the key is in no error, span or log",
    () => {
      const watching = new Watching();
      return Effect.gen(function* () {
        const standin = yield* startedEasyPost;
        const label = yield* Effect.provide(buy("right"), easyPostOn(standin));
        const key = standin.apiKey;
        standin.server.plan("POST", /addresses/, {
          _tag: "Instead",
          reply: json(401, { error: { code: "APIKEY.INACTIVE", message: `no such key ${key}`, errors: [] } }),
        });
        const error = yield* Effect.flip(Effect.provide(buy("wrong"), easyPostOn(standin)));
        assert.strictEqual(error._tag, "ProviderUnavailable");
        assert.include(error.reason, "APIKEY.INACTIVE");
        yield* Effect.logError("a label can't be bought", error);
        const said = `${watching.text}\n${JSON.stringify(error)}\n${String(error)}\n${JSON.stringify(label)}`;
        assert.include(watching.spans, "EasyPost.buyLabel");
        for (const hidden of [
          key,
          Buffer.from(`${key}:`).toString("base64"),
          standin.webhookSecret,
          buyer.line1,
        ]) {
          assert.notInclude(said, hidden);
        }
      }).pipe(Effect.provide(watching.layer));
    },
  );
});

/** Lets the clock run on while the machine's own connections do their work. */
const passing = Effect.forEach(
  Array.from({ length: 20 }),
  () =>
    Effect.andThen(
      TestClock.adjust("200 millis"),
      Effect.promise(() => new Promise(setImmediate)),
    ),
  { discard: true },
);
