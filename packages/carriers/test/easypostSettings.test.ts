import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { EasyPost } from "../src/easypost/index.ts";
import { builtFrom, type Environment } from "./settings.ts";

const right = {
  EASYPOST_API_KEY: "EZTK-of-the-settings",
  EASYPOST_WEBHOOK_SECRET: "webhooks-of-the-settings",
  CARRIER_PHONE: "5035550100",
};

const built = (env: Environment) => builtFrom(EasyPost.layerConfig, env);

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
