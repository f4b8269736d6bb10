import { assert, describe, it } from "@effect/vitest";
import { Carrier, instant } from "@resale/core";
import { sign } from "@resale/simulator";
import { Effect, Fiber, Redacted, Result } from "effect";
import { TestClock } from "effect/testing";
import fc from "fast-check";
import { CarrierSimulator, verifyWebhook } from "../src/index.ts";
import { buy, MONDAY, secret, simulator } from "./parcels.ts";

const now = instant(MONDAY);
const toleranceMs = 300_000;
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const signed = (body: Uint8Array, at = now) => ({
  secret,
  header: sign({ secret, body, at }),
  body,
  now,
  toleranceMs,
});

const told = (value: unknown) => verifyWebhook(signed(bytes(value)));

const right = {
  id: "e1",
  tracking: "9405500208303109884137",
  scans: [{ at: MONDAY, status: "Accepted", zip: "97201" }],
};

const failure = (value: unknown) => {
  const result = told(value);
  return Result.isFailure(result) ? result.failure : undefined;
};

describe("a carrier's webhook", () => {
  it("is let in if it is signed with our secret, and now", () => {
    assert.deepEqual<unknown>(Result.getOrThrow(told(right)), right);
  });

  it("R37 may hold fields and statuses we do not know", () => {
    const { scans } = Result.getOrThrow(
      told({
        ...right,
        weight: 3,
        scans: [{ at: MONDAY, status: "Teleported", signedBy: "ADA" }],
      }),
    );
    assert.deepStrictEqual(scans, [{ at: now, status: "Unknown" }]);
  });

  it("is malformed in the field that is named", () => {
    const fields = [
      [{ ...right, tracking: "?" }, "tracking"],
      [{ ...right, scans: "none" }, "scans"],
      [{ ...right, scans: [{ at: "yesterday", status: "Accepted" }] }, "scans.0.at"],
      [{ ...right, scans: [right.scans[0], { at: 1, status: "Accepted", zip: "1" }] }, "scans.1.zip"],
      [{ id: "e1", scans: [] }, "tracking"],
      [[], ""],
      [null, ""],
    ] as const;
    for (const [value, field] of fields) {
      const error = failure(value);
      assert.strictEqual(error?._tag, "Malformed");
      if (error?._tag === "Malformed") assert.strictEqual(error.field, field);
    }
    const nonsense = Result.flip(verifyWebhook(signed(new Uint8Array([0xff, 0xfe]))));
    assert.strictEqual(Result.getOrThrow(nonsense)._tag, "Malformed");
  });

  it("is stale one millisecond past the tolerance, on either side", () => {
    const at = (offset: number) => verifyWebhook({ ...signed(bytes(right)), now: instant(MONDAY + offset) });
    assert.isTrue(Result.isSuccess(at(toleranceMs)));
    assert.isTrue(Result.isSuccess(at(-toleranceMs)));
    for (const offset of [toleranceMs + 1, -toleranceMs - 1]) {
      assert.strictEqual(Result.getOrThrow(Result.flip(at(offset)))._tag, "Stale");
    }
  });

  it("R37 is refused whatever is changed: a byte of the body, the time, the signature, the secret", () => {
    const body = bytes(right);
    const header = sign({ secret, body, at: now });
    const isBad = (changed: { header?: string; body?: Uint8Array; secret?: Redacted.Redacted<string> }) => {
      const result = verifyWebhook({ secret, header, body, now, toleranceMs, ...changed });
      return Result.isFailure(result) && result.failure._tag === "BadSignature";
    };
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) =>
        isBad({ body: body.map((byte, index) => (index === at ? byte ^ by : byte)) }),
      ),
    );
    fc.assert(
      fc.property(fc.nat(header.length - 1), fc.constantFrom(..."0123456789abcdefx"), (at, letter) => {
        const changed = header.slice(0, at) + letter + header.slice(at + 1);
        return changed === header || isBad({ header: changed });
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => isBad({ header: text })));
    assert.isTrue(isBad({ secret: Redacted.make("another") }));
    const missing = verifyWebhook({ ...signed(body), header: undefined });
    assert.isTrue(Result.isFailure(missing));
  });

  it("may carry several signatures while its secret is changed for another", () => {
    const body = bytes(right);
    const old = sign({ secret: Redacted.make("the old one"), body, at: now });
    const [, v1 = ""] = sign({ secret, body, at: now }).split(",");
    assert.isTrue(Result.isSuccess(verifyWebhook({ ...signed(body), header: `${old},${v1}` })));
  });
});

describe("what the carrier has to tell", () => {
  it.effect("R37 is told again until it is acknowledged, and not after that", () =>
    Effect.gen(function* () {
      const control = yield* CarrierSimulator;
      yield* TestClock.setTime(MONDAY);
      const { tracking } = yield* buy("again");
      yield* control.drop(tracking);
      yield* TestClock.adjust("1 day");
      const first = yield* control.events;
      yield* TestClock.adjust("10 minutes");
      const second = yield* control.events;
      assert.deepStrictEqual(
        second.map(({ id }) => id),
        first.map(({ id }) => id),
      );
      for (const { body, signature } of second) {
        const at = instant(MONDAY + 86_400_000 + 600_000);
        assert.isTrue(
          Result.isSuccess(verifyWebhook({ secret, header: signature, body, now: at, toleranceMs })),
        );
      }
      const [{ id = "" } = {}] = second;
      yield* control.acknowledge(id);
      yield* control.acknowledge(id);
      for (const strange of ["", "x", `${tracking}.9.9`, "../../a.0", `${tracking}.4.0`]) {
        yield* control.acknowledge(strange);
      }
      assert.deepStrictEqual(
        (yield* control.events).map((event) => event.id),
        second.slice(1).map((event) => event.id),
      );
      yield* TestClock.adjust("9 days");
      assert.lengthOf(yield* control.events, 4);
    }).pipe(Effect.provide(simulator())),
  );
});

describe("faults on demand", () => {
  it.effect("R27 an answer that was lost is found again by its key", () =>
    Effect.gen(function* () {
      const control = yield* CarrierSimulator;
      yield* control.fail("buyLabel", { _tag: "AnswerLost" });
      assert.strictEqual((yield* Effect.flip(buy("lost")))._tag, "OutcomeUnknown");
      const label = yield* buy("lost");
      assert.deepStrictEqual(
        (yield* control.parcels).map(({ bought }) => bought.label),
        [label],
      );
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("use up one call each, and do nothing where nothing is to be done", () =>
    Effect.gen(function* () {
      const control = yield* CarrierSimulator;
      const carrier = yield* Carrier;
      yield* control.fail("buyLabel", { _tag: "Unavailable", retryAfter: 1000 }, 2);
      yield* control.fail("buyLabel", { _tag: "Refused", reason: "not today" });
      const errors = yield* Effect.all([1, 2, 3].map(() => Effect.flip(buy("fault"))));
      assert.deepStrictEqual(
        errors.map(({ _tag }) => _tag),
        ["ProviderUnavailable", "ProviderUnavailable", "ProviderRefused"],
      );
      assert.lengthOf(yield* control.parcels, 0);
      const { tracking } = yield* buy("fault");
      assert.lengthOf(yield* carrier.track(tracking), 1);
    }).pipe(Effect.provide(simulator())),
  );

  it.effect("let a call take the clock's time", () =>
    Effect.gen(function* () {
      const control = yield* CarrierSimulator;
      yield* control.fail("buyLabel", { _tag: "Slow", milliseconds: 30_000 });
      const call = yield* Effect.forkChild(buy("slow"));
      yield* TestClock.adjust(29_999);
      assert.lengthOf(yield* control.parcels, 0);
      yield* TestClock.adjust(1);
      assert.strictEqual((yield* Fiber.join(call)).boughtAt, 30_000);
    }).pipe(Effect.provide(simulator())),
  );
});
