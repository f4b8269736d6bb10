import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { Usps } from "../src/usps/index.ts";
import { builtFrom, type Environment } from "./settings.ts";

const right = {
  USPS_CLIENT_ID: "the-app",
  USPS_CLIENT_SECRET: "secret-of-the-settings",
  USPS_CRID: "12345678",
  USPS_MID: "123456",
  USPS_ACCOUNT: "account-of-the-settings",
  CARRIER_EMAIL: "parcels@example.com",
};

const built = (env: Environment) => builtFrom(Usps.layerConfig, env);

describe("the settings of the USPS", () => {
  it.effect("are enough with an app, an account and an address to write to", () => built(right));

  for (const [name, value] of [
    ...Object.keys(right).map((required) => [required, undefined] as const),
    ["USPS_CLIENT_SECRET", " "],
    ["USPS_ACCOUNT", " "],
    ["USPS_WEBHOOK_SECRET", "shorter than thirty-two"],
    ["USPS_CALLS_PER_HOUR", "0"],
    ["USPS_URL", "ftp://apis.usps.com"],
  ] as const) {
    it.effect(
      `are refused by the name of ${name} if it is ${value === undefined ? "missing" : `"${value}"`}`,
      () =>
        Effect.gen(function* () {
          const error = yield* Effect.flip(built({ ...right, [name]: value }));
          assert.include(`${error.message}`, name);
          for (const hidden of [right.USPS_CLIENT_SECRET, right.USPS_ACCOUNT, "shorter than thirty-two"]) {
            assert.notInclude(`${error.message} ${JSON.stringify(error)}`, hidden);
          }
        }),
    );
  }
});
