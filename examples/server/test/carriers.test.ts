import { createHmac } from "node:crypto";
import { Carrier, TrackingNumber } from "@resale/core";
import { Effect } from "effect";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reasonNotToStart } from "../src/refusal.ts";
import { start } from "../src/start.ts";
import { opened, present } from "./marketplace.ts";

/** Nobody listens there: who is asked can't be reached, and says who it is. */
const NOWHERE = "http://127.0.0.1:1";
const SECRET = "the secret of this test, which is long enough for all";

const easypost = {
  OPEN_SIGN_IN: "on",
  CARRIER: "easypost",
  EASYPOST_API_KEY: "EZTK_of_this_test",
  EASYPOST_WEBHOOK_SECRET: SECRET,
  EASYPOST_URL: NOWHERE,
  CARRIER_PHONE: "5035550100",
};

const usps = {
  OPEN_SIGN_IN: "on",
  CARRIER: "usps",
  USPS_CLIENT_ID: "app",
  USPS_CLIENT_SECRET: "secret_of_this_test",
  USPS_CRID: "12345678",
  USPS_MID: "123456",
  USPS_ACCOUNT: "account_of_this_test",
  USPS_LISTENER_URL: "https://shop.example/webhooks/carrier",
  USPS_WEBHOOK_SECRET: SECRET,
  USPS_URL: NOWHERE,
  CARRIER_EMAIL: "parcels@example.com",
};

const event = JSON.stringify({ description: "batch.updated", result: {} });
const push = JSON.stringify({ timestamp: "2026-11-23T15:00:00Z", payload: "{}" });
const mac = (text: string) => createHmac("sha256", SECRET).update(text);

const carriers = [
  {
    name: "EasyPost",
    settings: easypost,
    missing: "EASYPOST_API_KEY",
    body: event,
    signed: { "x-hmac-signature": `hmac-sha256-hex=${mac(event).digest("hex")}` },
  },
  {
    name: "USPS",
    settings: usps,
    missing: "USPS_CLIENT_SECRET",
    body: push,
    signed: { "x-hmac": mac("2026-11-23T15:00:00Z{}").digest("base64") },
  },
] as const;

const room = () => opened(present);

describe("a shop that ships with a carrier that is not simulated", () => {
  let place: Awaited<ReturnType<typeof room>>;
  beforeEach(async () => {
    place = await room();
  });
  afterEach(() => place.close());

  const envOf = (settings: Readonly<Record<string, string>>) => ({ ...place.env, ...settings });

  for (const { name, settings, missing, body, signed } of carriers) {
    it(`asks ${name}, lets in what it signs alone, and does not start without ${missing}`, async () => {
      const refused = await start(envOf({ ...settings, [missing]: "" })).catch((cause: unknown) => cause);
      expect(reasonNotToStart(refused)).toContain(missing);

      const { url, runtime, stop } = await start(envOf(settings));
      try {
        const track = Carrier.use((carrier) => carrier.track(TrackingNumber.make("9400100000000000000000")));
        expect(await runtime.runPromise(Effect.flip(track))).toMatchObject({ provider: name });
        const tell = (text: string, headers: Readonly<Record<string, string>>) =>
          fetch(`${url}/webhooks/carrier`, {
            method: "POST",
            body: text,
            headers: { "content-type": "application/json", ...headers },
          });
        const heard = await tell(body, signed);
        expect([heard.status, await heard.json()]).toEqual([200, { taken: 0 }]);
        expect((await tell(body.replace("}", " }"), {})).status).toBe(401);
        expect((await tell(body.replace("a", "e"), signed)).ok).toBe(false);
        expect((await fetch(`${url}/sandbox/clock`, { method: "POST" })).status).toBe(404);
      } finally {
        await stop();
      }
    });
  }
});
