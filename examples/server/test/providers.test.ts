import { createHmac } from "node:crypto";
import { Currency, cents, Email, Payments, StoreCredit } from "@resale/core";
import { Effect } from "effect";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reasonNotToStart } from "../src/refusal.ts";
import { start } from "../src/start.ts";
import { dataFolder, opened, surroundings } from "./marketplace.ts";

const SECRET = "whsec_of_this_test";
const KEY = "sk_test_of_this_test";

/** Nobody listens there: who is asked can't be reached, and says who it is. */
const NOWHERE = "http://127.0.0.1:1";

const business = {
  PAYMENTS: "stripe",
  STRIPE_MODE: "test",
  STRIPE_SECRET_KEY: KEY,
  STRIPE_WEBHOOK_SECRET: SECRET,
  STRIPE_URL: NOWHERE,
  TAX: "stripe",
  STORE_CREDIT: "tremendous",
  TREMENDOUS_MODE: "test",
  TREMENDOUS_API_KEY: "TEST_0123456789abcdef",
  TREMENDOUS_CAMPAIGN: "CAMPAIGN0001",
  TREMENDOUS_URL: NOWHERE,
};

describe("a shop with providers that are not simulated", () => {
  const room = () =>
    opened(
      Effect.gen(function* () {
        const { env } = yield* surroundings;
        return { env, present: yield* dataFolder(Date.now()) };
      }),
    );
  let place: Awaited<ReturnType<typeof room>>;
  beforeEach(async () => {
    place = await room();
  });
  afterEach(() => place.close());

  const refusal = async (env: Readonly<Record<string, string>>) => {
    const cause = await start(env).then(
      async ({ stop }) => {
        await stop();
        return undefined;
      },
      (reason: unknown) => reason,
    );
    return reasonNotToStart(cause) ?? String(cause);
  };

  it("R59 does not start with a clock that was set forward", async () => {
    const said = await refusal({ ...place.env, ...business });
    expect(said).toContain("was set forward");
    expect(said).toContain("DATA_DIR=");
  }, 60_000);

  it("does not start without their settings, and names the one that is not right", async () => {
    const env = { ...place.env, DATA_DIR: place.present, ...business };
    expect(await refusal({ ...env, STRIPE_SECRET_KEY: "" })).toContain("STRIPE_SECRET_KEY");
    const live = await refusal({ ...env, STRIPE_SECRET_KEY: "sk_live_1234" });
    expect(live).toContain("STRIPE_SECRET_KEY");
    expect(live).not.toContain("sk_live_1234");
    expect(await refusal({ ...env, TREMENDOUS_CAMPAIGN: "" })).toContain("TREMENDOUS_CAMPAIGN");
    expect(await refusal({ ...env, PAYMENTS: "cash" })).toContain("PAYMENTS");
  }, 60_000);

  it("asks them, lets in what they sign, and has no sandbox", async () => {
    const { url, runtime, stop } = await start({ ...place.env, DATA_DIR: place.present, ...business });
    try {
      const cards = Payments.use((payments) => payments.find("key"));
      expect(await runtime.runPromise(Effect.flip(cards))).toMatchObject({ provider: "Stripe" });
      const [email, currency] = [Email.make("ada@example.com"), Currency.make("USD")];
      const card = { key: "key", amount: cents(1), currency, email, recipient: "Ada" };
      const credit = StoreCredit.use((issuer) => issuer.issue(card));
      expect(await runtime.runPromise(Effect.flip(credit))).toMatchObject({ provider: "Tremendous" });

      const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
        fetch(`${url}${path}`, {
          method: "POST",
          body,
          headers: { "content-type": "application/json", ...headers },
        });
      expect((await post("/sandbox/faults", "{}")).status).toBe(404);
      expect((await post("/sandbox/clock", "{}")).status).toBe(404);
      const event = JSON.stringify({
        type: "payout.paid",
        livemode: false,
        data: { object: { id: "po_1" } },
      });
      const seconds = Math.floor(Date.now() / 1000);
      const signature = createHmac("sha256", SECRET).update(`${seconds}.${event}`).digest("hex");
      const signed = { "stripe-signature": `t=${seconds},v1=${signature}` };
      const heard = await post("/webhooks/payments", event, signed);
      expect([heard.status, await heard.json()]).toEqual([200, { orders: 0 }]);
      expect((await post("/webhooks/payments", `${event} `, signed)).ok).toBe(false);
    } finally {
      await stop();
    }
  }, 60_000);
});
