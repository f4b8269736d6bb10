import { assert, describe, it } from "@effect/vitest";
import { Programs, preLoved } from "@resale/core";
import { LoyaltyService } from "@resale/loyalty";
import { ConfigProvider, Effect, Layer } from "effect";

const right = { LOYALTY_URL: "https://loyalty.example/v1", LOYALTY_TOKEN: "token-of-the-settings" };

const built = (env: Readonly<Record<string, string>>) =>
  Effect.scoped(Layer.build(LoyaltyService.layerConfig.pipe(Layer.provide(Programs.layer(preLoved))))).pipe(
    Effect.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env }))),
  );

describe("the settings of a loyalty service", () => {
  it.effect("are enough with an address and a token", () => built(right));

  for (const [name, value] of [
    ["LOYALTY_URL", undefined],
    ["LOYALTY_URL", "http://loyalty.example"],
    ["LOYALTY_URL", "https://loyalty.example/"],
    ["LOYALTY_TOKEN", undefined],
    ["LOYALTY_TOKEN", "short"],
    ["LOYALTY_PATIENCE", "soon"],
  ] as const) {
    it.effect(`are refused by the name of ${name} if it is ${value ?? "missing"}`, () =>
      Effect.gen(function* () {
        const env = Object.fromEntries(
          Object.entries({ ...right, [name]: value }).filter(
            (entry): entry is [string, string] => entry[1] !== undefined,
          ),
        );
        const error = yield* Effect.flip(built(env));
        assert.include(`${error.message}`, name);
        assert.notInclude(`${error.message} ${JSON.stringify(error)}`, right.LOYALTY_TOKEN);
      }),
    );
  }
});
