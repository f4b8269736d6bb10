import { assert, describe, it } from "@effect/vitest";
import { cents, Tax } from "@resale/core";
import { anAddress } from "@resale/testkit";
import { ConfigProvider, Effect, Layer } from "effect";
import { StripeTax } from "../src/stripe/index.ts";
import { SECRET_KEY, StripeStandin, WEBHOOK_SECRET } from "../src/testing/index.ts";
import { usd } from "./money.ts";
import { stripeTaxes } from "./stripe.ts";

const calculations = ({ path }: { readonly path: string }) => path === "/v1/tax/calculations";
const shipTo = anAddress();
const line = (key: string, price = 100_00, charge = 9_95) => ({
  key,
  price: cents(price),
  charge: cents(charge),
});
const quote = (lines: ReadonlyArray<ReturnType<typeof line>>, to = shipTo) =>
  Tax.use((tax) => tax.quote({ shipTo: to, currency: usd, lines }));

describe("Stripe Tax", () => {
  it.effect("R22 taxes the thing and its charge, each as its place does", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* quote([line("a")])).get("a"), 8_88 + 88);
      const california = anAddress({ region: "CA", zip: "94105" });
      assert.strictEqual((yield* quote([line("a")], california)).get("a"), 9_50);
    }).pipe(Effect.provide(stripeTaxes())),
  );

  it.effect(
    "R22 answers for more lines than one answer or one question holds, and asks nothing of an empty cart",
    () =>
      Effect.gen(function* () {
        const { asked } = yield* StripeStandin;
        assert.strictEqual((yield* quote([])).size, 0);
        assert.lengthOf(asked, 0);
        const lines = Array.from({ length: 60 }, (_, index) =>
          line(`${index}`, 100 * (index + 1), index % 2),
        );
        const taxes = yield* quote(lines);
        for (const { key, price, charge } of lines) {
          assert.strictEqual(taxes.get(key), Math.round(price * 0.08875) + Math.round(charge * 0.08875));
        }
        assert.lengthOf(asked.filter(calculations), 2);
      }).pipe(Effect.provide(stripeTaxes())),
  );

  it.effect("R22 is asked again after whatever went wrong: a question changes nothing", () =>
    Effect.gen(function* () {
      const { misbehave } = yield* StripeStandin;
      const error = { type: "invalid_request_error", code: "stripe_tax_inactive", message: "Not activated." };
      const wrongs = [
        { _tag: "CutInAnswer" },
        { _tag: "Garbled" },
        { _tag: "Instead", answer: { status: 500, body: "<html>" } },
        { _tag: "Instead", answer: { status: 400, body: { error } } },
      ] as const;
      for (const wrong of wrongs) {
        yield* misbehave(calculations, wrong);
        assert.strictEqual((yield* Effect.flip(quote([line("a")])))._tag, "ProviderUnavailable");
      }
      yield* quote([line("a")]);
    }).pipe(Effect.provide(stripeTaxes())),
  );

  it.effect("R22 refuses an address of which nothing can be made, in the buyer's words", () =>
    Effect.gen(function* () {
      const ending = yield* Effect.flip(quote([line("a")], anAddress({ zip: "00000" })));
      assert.strictEqual(ending._tag, "ProviderRefused");
      assert.match(ending.reason, /^shipTo: /);
    }).pipe(Effect.provide(stripeTaxes())),
  );

  it.effect("is set by a tax code in Stripe's form", () =>
    Effect.gen(function* () {
      const settings = {
        STRIPE_MODE: "test",
        STRIPE_SECRET_KEY: SECRET_KEY,
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      };
      const built = (code: string) =>
        Effect.scoped(Layer.build(StripeTax.layerConfig)).pipe(
          Effect.provide(
            ConfigProvider.layer(ConfigProvider.fromUnknown({ ...settings, STRIPE_TAX_CODE: code })),
          ),
        );
      yield* built("txcd_20030000");
      assert.include((yield* Effect.flip(built("handbags"))).message, "STRIPE_TAX_CODE");
    }),
  );
});
