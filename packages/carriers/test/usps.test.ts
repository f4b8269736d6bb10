import { assert, describe, it } from "@effect/vitest";
import { DAY, type ProviderError } from "@resale/core";
import { Effect, Fiber, Layer, Redacted } from "effect";
import { TestClock } from "effect/testing";
import { Kept } from "../src/index.ts";
import { Usps } from "../src/usps/index.ts";
import { buyer, MONDAY } from "./parcels.ts";
import { json, type Misbehaviour } from "./standins/Standin.ts";
import { no } from "./standins/uspsNo.ts";
import { buy, on, uspsOptions } from "./usps.ts";
import { Watching, whenHeard } from "./watching.ts";

const LABEL = /\/labels\/v3\/label$/;
const TOKEN = /\/oauth2\/v3\/token$/;
const PAYMENT = /payment-authorization$/;
const failing = (how: Misbehaviour, tell: (error: ProviderError) => void) =>
  on((standin) =>
    Effect.gen(function* () {
      standin.server.plan("POST", LABEL, how);
      tell(yield* Effect.flip(buy("k")));
      yield* TestClock.adjust("2 minutes");
      const label = yield* buy("k");
      assert.strictEqual(standin.charges, 1, "a label was paid for twice, or not at all");
      assert.deepStrictEqual(yield* buy("k"), label);
      assert.strictEqual(standin.charges, 1);
    }),
  );

const isUnknown = (error: ProviderError) => assert.strictEqual(error._tag, "OutcomeUnknown");

describe("the USPS, when it misbehaves", () => {
  it.effect("R27 sells one label, though the connection was cut after it had sold", () =>
    failing({ _tag: "CutAfter" }, isUnknown),
  );
  it.effect("R27 sells one label, though only half of the answer came", () =>
    failing({ _tag: "HalfAnswer" }, isUnknown),
  );
  it.effect("R27 sells one label, though the answer to it was an error of the server's", () =>
    failing({ _tag: "After", reply: { status: 502, body: "" } }, isUnknown),
  );
  it.effect("R27 sells one label, though the label in the answer was no PDF", () =>
    failing(
      { _tag: "After", reply: json(200, { trackingNumber: "9400000000000000000000", labelImage: "AAAA" }) },
      isUnknown,
    ),
  );
  it.effect("waits as long as it is told to when it is out of service", () =>
    failing(
      { _tag: "Instead", reply: { status: 503, headers: { "retry-after": "30" }, body: "" } },
      (error) => {
        assert.deepInclude(error, { _tag: "ProviderUnavailable", retryAfter: 30_000 });
      },
    ),
  );
  it.effect("R27 is asked for the same on the next day as on the first, and sells one label", () =>
    on((standin) =>
      Effect.gen(function* () {
        standin.server.plan("POST", LABEL, { _tag: "CutAfter" });
        isUnknown(yield* Effect.flip(buy("days")));
        yield* TestClock.adjust("3 days");
        const label = yield* buy("days");
        assert.strictEqual(standin.charges, 1);
        assert.strictEqual(label.boughtAt, MONDAY + 3 * DAY);
      }),
    ),
  );
  it.effect("R27 is not waited for longer than the patience set", () =>
    on((standin) =>
      Effect.gen(function* () {
        let release = (): void => undefined;
        const until = new Promise<void>((resolve) => (release = resolve));
        standin.server.plan("POST", LABEL, { _tag: "Held", until });
        const call = yield* whenHeard(Effect.flip(buy("slow")), standin.server.heard("POST", LABEL));
        yield* TestClock.adjust("9999 millis");
        assert.isUndefined(call.pollUnsafe());
        yield* TestClock.adjust(1);
        isUnknown(yield* Fiber.join(call));
        release();
        yield* buy("slow");
        assert.strictEqual(standin.charges, 1);
      }),
    ),
  );
});

describe("the USPS's tokens", () => {
  it.effect("are had once, and again a minute before they end", () =>
    on((standin) =>
      Effect.gen(function* () {
        yield* Effect.all([buy("a"), buy("b"), buy("c")], { concurrency: "unbounded" });
        assert.strictEqual(standin.server.count("POST", TOKEN), 1);
        assert.strictEqual(standin.server.count("POST", PAYMENT), 1);
        yield* TestClock.setTime(MONDAY + 28_799_000 - 60_001);
        yield* buy("d");
        assert.strictEqual(standin.server.count("POST", TOKEN), 1);
        yield* TestClock.adjust(1);
        yield* buy("e");
        assert.strictEqual(standin.server.count("POST", TOKEN), 2);
      }),
    ),
  );
  it.effect("that are taken back before their time are had anew, and nothing is bought twice", () =>
    on((standin) =>
      Effect.gen(function* () {
        yield* buy("a");
        standin.forgetTokens();
        yield* Effect.all([buy("b"), buy("c")], { concurrency: "unbounded" });
        assert.strictEqual(standin.charges, 3);
        standin.server.plan("POST", LABEL, { _tag: "Instead", reply: no(401, "payment", "expired") });
        yield* buy("d");
        assert.strictEqual(standin.server.count("POST", PAYMENT), 2);
        assert.strictEqual(standin.charges, 4);
      }),
    ),
  );
  it.effect("without the scope wanted leave the label to be bought later", () =>
    on((standin) =>
      Effect.gen(function* () {
        const reply = json(401, {
          apiVersion: "/labels/v3",
          error: { code: "401", message: "Insufficient OAuth scope.", errors: [] },
        });
        standin.server.plan("POST", LABEL, { _tag: "Instead", reply }, 2);
        const error = yield* Effect.flip(buy("scope"));
        assert.strictEqual(error._tag, "ProviderUnavailable");
        assert.include(error.reason, "Insufficient OAuth scope");
      }),
    ),
  );
  it.effect("and secrets are in no error, span or log, whatever the USPS repeats of them", () => {
    const watching = new Watching();
    return on(
      (standin) =>
        Effect.gen(function* () {
          yield* buy("right");
          standin.server.plan("POST", LABEL, {
            _tag: "Instead",
            reply: no(400, "x", `seen: ${standin.secrets.join(" ")}`),
          });
          const errors: Array<ProviderError> = [yield* Effect.flip(buy("echo"))];
          standin.server.plan(
            "POST",
            LABEL,
            {
              _tag: "Instead",
              reply: no(401, "x", `not taken: ${standin.secrets.join(" ")}`),
            },
            2,
          );
          errors.push(yield* Effect.flip(buy("taken back")));
          const wrong = { ...uspsOptions(standin), clientId: "another" };
          errors.push(
            yield* Effect.flip(
              Effect.provide(buy("wrong"), Usps.layer(wrong).pipe(Layer.provide(Kept.layerMemory))),
            ),
          );
          yield* Effect.logError("labels can't be bought", errors);
          const said = `${watching.text}\n${JSON.stringify(errors)}\n${errors.map(String).join("\n")}`;
          assert.include(watching.spans, "Usps.buyLabel");
          assert.include(said, "invalid_client");
          for (const hidden of [...standin.secrets, buyer.line1]) assert.notInclude(said, hidden);
        }),
      (standin) => ({ push: { listener: "http://shop.example", secret: Redacted.make(standin.pushSecret) } }),
    ).pipe(Effect.provide(watching.layer));
  });
});

describe("the USPS's quota", () => {
  it.effect("is never asked for more than: the call beyond waits until the first is an hour old", () =>
    on(
      (standin) =>
        Effect.gen(function* () {
          yield* buy("a");
          yield* TestClock.adjust("10 minutes");
          yield* buy("b");
          const error = yield* Effect.flip(buy("c"));
          assert.deepInclude(error, { _tag: "ProviderUnavailable", retryAfter: 50 * 60_000 });
          assert.strictEqual(standin.server.count("GET", /addresses/), 4);
          yield* TestClock.adjust(50 * 60_000 - 1);
          assert.strictEqual((yield* Effect.flip(buy("c")))._tag, "ProviderUnavailable");
          yield* TestClock.adjust(1);
          yield* buy("c");
        }),
      () => ({ callsPerHour: 4 }),
    ),
  );
  it.effect("is heeded where the USPS itself says when: no call is made before that", () =>
    on((standin) =>
      Effect.gen(function* () {
        standin.server.plan("POST", LABEL, {
          _tag: "Instead",
          reply: json(429, {}, { "retry-after": "120" }),
        });
        assert.deepInclude(yield* Effect.flip(buy("a")), { retryAfter: 120_000 });
        yield* TestClock.adjust("119 seconds");
        assert.deepInclude(yield* Effect.flip(buy("a")), { retryAfter: 1000 });
        assert.strictEqual(standin.server.count("POST", LABEL), 1);
        yield* TestClock.adjust("1 second");
        yield* buy("a");
      }),
    ),
  );
});
