import { assert, describe, it } from "@effect/vitest";
import { ConfigProvider, Effect, Layer } from "effect";
import { EasyPost } from "../src/easypost/index.ts";
import { Kept } from "../src/index.ts";

const right = {
  EASYPOST_API_KEY: "EZTK-of-the-settings",
  EASYPOST_WEBHOOK_SECRET: "webhooks-of-the-settings",
  CARRIER_PHONE: "5035550100",
};

const built = (env: Readonly<Record<string, string | undefined>>) => {
  const given = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return Effect.scoped(
    Layer.build(EasyPost.layerConfig.pipe(Layer.provide(Kept.layerMemory))).pipe(
      Effect.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: given }))),
    ),
  );
};

describe("the settings of EasyPost", () => {
  it.effect("are enough with a key and a telephone number", () =>
    built({ ...right, EASYPOST_WEBHOOK_SECRET: undefined }),
  );

  for (const [name, value] of [
    ["EASYPOST_API_KEY", undefined],
    ["EASYPOST_API_KEY", "  "],
    ["CARRIER_PHONE", undefined],
    ["EASYPOST_WEBHOOK_SECRET", " "],
    ["EASYPOST_URL", "api.easypost.com"],
    ["EASYPOST_QR", "perhaps"],
    ["PARCEL_INCHES", "big"],
    ["PARCEL_OUNCES", "-1"],
  ] as const) {
    it.effect(
      `are refused by the name of ${name} if it is ${value === undefined ? "missing" : `"${value}"`}`,
      () =>
        Effect.gen(function* () {
          const error = yield* Effect.flip(built({ ...right, [name]: value }));
          assert.include(`${error.message}`, name);
          for (const hidden of Object.values(right).slice(0, 2)) {
            assert.notInclude(`${error.message} ${JSON.stringify(error)}`, hidden);
          }
        }),
    );
  }
});
