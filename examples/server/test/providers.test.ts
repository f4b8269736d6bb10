import { createHmac } from "node:crypto";
import { CheckoutId, Currency, cents, Email, Payments, StoreCredit } from "@resale/core";
import { makeClient } from "@resale/http/client";
import { SECRET_KEY, StripeStandin, WEBHOOK_SECRET } from "@resale/payments/testing";
import { Context, Effect, Layer } from "effect";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aGuest, card as cardOf } from "../src/demo/buy.ts";
import { reasonNotToStart } from "../src/refusal.ts";
import { start } from "../src/start.ts";
import { dataFolder, opened, surroundings } from "./marketplace.ts";

/** Nobody listens there: who is asked can't be reached, and says who it is. */
const NOWHERE = "http://127.0.0.1:1";

const business = {
  OPEN_SIGN_IN: "on",
  PAYMENTS: "stripe",
  STRIPE_MODE: "test",
  STRIPE_SECRET_KEY: SECRET_KEY,
  STRIPE_PUBLISHABLE_KEY: "pk_test_of_this_test",
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
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
        const stripe = Context.get(yield* Layer.build(StripeStandin.layer), StripeStandin);
        return { env, present: yield* dataFolder(Date.now()), stripe };
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
  });

  it("does not start without their settings, and names the one that is not right", async () => {
    const env = { ...place.env, DATA_DIR: place.present, ...business };
    expect(await refusal({ ...env, STRIPE_SECRET_KEY: "" })).toContain("STRIPE_SECRET_KEY");
    const live = await refusal({ ...env, STRIPE_SECRET_KEY: "sk_live_1234" });
    expect(live).toContain("STRIPE_SECRET_KEY");
    expect(live).not.toContain("sk_live_1234");
    const swapped = await refusal({ ...env, STRIPE_PUBLISHABLE_KEY: SECRET_KEY });
    expect(swapped).toContain("STRIPE_PUBLISHABLE_KEY");
    expect(swapped).not.toContain(SECRET_KEY);
    expect(await refusal({ ...env, TREMENDOUS_CAMPAIGN: "" })).toContain("TREMENDOUS_CAMPAIGN");
    expect(await refusal({ ...env, PAYMENTS: "cash" })).toContain("PAYMENTS");
  });

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
      const signature = createHmac("sha256", WEBHOOK_SECRET).update(`${seconds}.${event}`).digest("hex");
      const signed = { "stripe-signature": `t=${seconds},v1=${signature}` };
      const heard = await post("/webhooks/payments", event, signed);
      expect([heard.status, await heard.json()]).toEqual([200, { taken: 0 }]);
      expect((await post("/webhooks/payments", `${event} `, signed)).ok).toBe(false);
    } finally {
      await stop();
    }
  });

  it("R27 gives the buyer's page what the bank asks, and places the order once the bank is content", async () => {
    const { env, present, stripe } = place;
    const money = { ...business, TAX: "table", STORE_CREDIT: "simulated", STRIPE_URL: stripe.url };
    const { url, stop } = await start({ ...env, DATA_DIR: present, ...money });
    try {
      const { buying, catalogue } = makeClient({ baseUrl: url });
      const { entries } = await catalogue.search({ query: { limit: 1 } });
      const listings = entries.map(({ listing }) => listing);
      const { email, name, shipTo } = aGuest();
      const held = await buying.openCheckout({ payload: { listings, email, name, shipTo } });
      const params = { checkout: held.id };
      const form = () => buying.paymentForm({ params });
      const key = { provider: "Stripe", publishableKey: business.STRIPE_PUBLISHABLE_KEY };
      expect(await form()).toEqual({ ...key, clientSecret: null });
      const pay = () => buying.pay({ params, payload: cardOf("pm_card_authenticationRequired") });
      await expect(pay()).rejects.toMatchObject({ problem: { rejection: { _tag: "PaymentUnderWay" } } });
      const [payment] = stripe.intents.values();
      expect(await form()).toEqual({ ...key, clientSecret: payment?.client_secret });
      await Effect.runPromise(stripe.answerBank(payment?.id ?? "", true));
      expect(await pay()).toMatchObject({ state: "Placed" });
      expect(await form()).toEqual({ ...key, clientSecret: null });
      const nobodys = { checkout: CheckoutId.make(crypto.randomUUID()) };
      await expect(buying.paymentForm({ params: nobodys })).rejects.toMatchObject({
        problem: { status: 404 },
      });
    } finally {
      await stop();
    }
  });
});
