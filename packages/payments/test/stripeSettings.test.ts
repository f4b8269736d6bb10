import { assert, describe, it } from "@effect/vitest";
import { cents, Payments } from "@resale/core";
import { ConfigProvider, Effect, Layer, Redacted } from "effect";
import { StripePayments } from "../src/stripe/index.ts";
import { SECRET_KEY, StripeStandin, WEBHOOK_SECRET } from "../src/testing/index.ts";
import { authorise } from "./money.ts";
import { overheard } from "./overheard.ts";
import { acts, stripe } from "./stripe.ts";

const right = {
  STRIPE_MODE: "test",
  STRIPE_SECRET_KEY: SECRET_KEY,
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
};

const built = (settings: Readonly<Record<string, string>>) =>
  Effect.scoped(Layer.build(StripePayments.layerConfig)).pipe(
    Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(settings))),
  );

describe("Stripe's settings", () => {
  it.effect.each([
    ["no mode", { STRIPE_MODE: "" }, "STRIPE_MODE"],
    ["no key", { STRIPE_SECRET_KEY: "" }, "STRIPE_SECRET_KEY"],
    ["a live key in test mode", { STRIPE_SECRET_KEY: "sk_live_1" }, "STRIPE_SECRET_KEY"],
    ["a test key in live mode", { STRIPE_MODE: "live" }, "STRIPE_SECRET_KEY"],
    ["a key that is public", { STRIPE_SECRET_KEY: "pk_test_1" }, "STRIPE_SECRET_KEY"],
    ["no webhook secret", { STRIPE_WEBHOOK_SECRET: "" }, "STRIPE_WEBHOOK_SECRET"],
    ["an open address", { STRIPE_URL: "http://api.stripe.com" }, "STRIPE_URL"],
  ] as const)(
    "with %s are refused when the layer is built, by name and without the secret",
    ([, wrong, name]) =>
      Effect.gen(function* () {
        const { message } = yield* Effect.flip(built({ ...right, ...wrong }));
        assert.include(message, name);
        for (const value of Object.values({ ...right, ...wrong })) {
          if (value.includes("_")) assert.notInclude(message, value);
        }
      }),
  );

  it.effect("that are right build it, of either mode", () =>
    Effect.all([built(right), built({ ...right, STRIPE_MODE: "live", STRIPE_SECRET_KEY: "rk_live_1" })]),
  );
});

describe("Stripe's secrets", () => {
  it.effect("are in no answer, error, log or span", () =>
    Effect.gen(function* () {
      const { misbehave } = yield* StripeStandin;
      const payments = yield* Payments;
      const payment = yield* authorise("a", "pm_card_visa");
      yield* misbehave(acts("authorise"), { _tag: "CutInAnswer" });
      yield* misbehave(acts("authorise"), { _tag: "Garbled" });
      const heard = yield* overheard(
        Effect.all(
          [
            Effect.exit(authorise("b", "pm_card_visa")),
            Effect.exit(authorise("c", "pm_card_visa")),
            Effect.exit(authorise("d", "pm_card_chargeDeclined")),
            Effect.exit(payments.capture({ key: "a", payment, amount: cents(1) })),
            Effect.exit(payments.find("b")),
          ],
          { concurrency: 1 },
        ),
      );
      assert.include(heard, "StripePayments.authorise");
      for (const secret of [SECRET_KEY, WEBHOOK_SECRET]) {
        assert.notInclude(heard, secret);
        assert.notInclude(heard, Buffer.from(secret).toString("base64"));
      }
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("that are wrong are not told either", () =>
    Effect.gen(function* () {
      const heard = yield* overheard(authorise("a", "pm_card_visa"));
      assert.include(heard, "STRIPE_SECRET_KEY");
      assert.notInclude(heard, "sk_test_of_somebody_else");
    }).pipe(Effect.provide(stripe({ secretKey: Redacted.make("sk_test_of_somebody_else") }))),
  );
});
