import { assert, describe, it } from "@effect/vitest";
import { instant } from "@resale/core";
import { Effect } from "effect";
import { StripePayments } from "../src/stripe/index.ts";
import { StripeStandin } from "../src/testing/index.ts";
import { authorise, MONDAY } from "./money.ts";
import { stripe } from "./stripe.ts";

const MINUTES = 60_000;

/** Hands a webhook to the adapter as it came. */
const read = (webhook: { readonly body: Uint8Array; readonly header: string | undefined }, now = MONDAY) =>
  StripePayments.use(({ readWebhook }) =>
    readWebhook({ ...webhook, now: instant(now), toleranceMs: 5 * MINUTES }),
  );

const disputed = (status: string) =>
  Effect.gen(function* () {
    const payment = yield* authorise("a", "pm_card_visa");
    const { dispute } = yield* StripeStandin;
    return { payment, dispute: yield* dispute(payment, status) };
  });

describe("a dispute that Stripe tells of", () => {
  it.effect.each([
    ["needs_response", "Open"],
    ["under_review", "Open"],
    ["warning_needs_response", "Open"],
    ["warning_closed", "Won"],
    ["won", "Won"],
    ["lost", "Lost"],
    ["prevented", "Lost"],
  ] as const)("R50 is %s: the chargeback is %s", ([status, outcome]) =>
    Effect.gen(function* () {
      const { tell } = yield* StripeStandin;
      const { payment, dispute } = yield* disputed(status);
      const news = yield* read(tell("charge.dispute.updated", dispute, MONDAY));
      assert.deepStrictEqual(news, [{ payment, outcome }]);
    }).pipe(Effect.provide(stripe())),
  );

  it.effect(
    "R50 R37 is told as it stands now, however late, often and in whatever order the webhooks come",
    () =>
      Effect.gen(function* () {
        const { tell, dispute: change } = yield* StripeStandin;
        const { payment, dispute } = yield* disputed("needs_response");
        const opened = tell("charge.dispute.created", { ...dispute }, MONDAY);
        yield* change(payment, "won");
        const closed = tell("charge.dispute.closed", { ...dispute }, MONDAY);
        for (const webhook of [closed, opened, closed, opened]) {
          assert.deepStrictEqual(yield* read(webhook), [{ payment, outcome: "Won" }]);
        }
      }).pipe(Effect.provide(stripe())),
  );

  it.effect("R50 of a state we do not know changes nothing, as other news does", () =>
    Effect.gen(function* () {
      const { tell, asked } = yield* StripeStandin;
      const { dispute } = yield* disputed("teleported");
      assert.deepStrictEqual(yield* read(tell("charge.dispute.updated", dispute, MONDAY)), []);
      const before = asked.length;
      assert.deepStrictEqual(yield* read(tell("payment_intent.succeeded", { id: "pi_1" }, MONDAY)), []);
      assert.lengthOf(asked, before);
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R50 can't be told while Stripe can't be asked: it will tell it again", () =>
    Effect.gen(function* () {
      const { tell, misbehave } = yield* StripeStandin;
      const { dispute } = yield* disputed("won");
      yield* misbehave(({ method }) => method === "GET", { _tag: "CutInAnswer" });
      const webhook = tell("charge.dispute.closed", dispute, MONDAY);
      assert.strictEqual((yield* Effect.flip(read(webhook)))._tag, "ProviderUnavailable");
      assert.lengthOf(yield* read(webhook), 1);
    }).pipe(Effect.provide(stripe())),
  );
});

describe("a webhook of Stripe", () => {
  it.effect(
    "R50 is let in by its signature over the bytes as they came, within five minutes, in our mode",
    () =>
      Effect.gen(function* () {
        const { tell } = yield* StripeStandin;
        const { dispute } = yield* disputed("lost");
        const webhook = tell("charge.dispute.closed", dispute, MONDAY);
        const endings = [
          read({ ...webhook, header: undefined }),
          read({
            ...webhook,
            header: webhook.header.replace(/(?<=v1=)./, (first) => (first === "0" ? "1" : "0")),
          }),
          read({ ...webhook, body: new TextEncoder().encode(` ${new TextDecoder().decode(webhook.body)}`) }),
          read(tell("charge.dispute.closed", dispute, MONDAY, true)),
          read(webhook, MONDAY + 5 * MINUTES + 1),
          read(webhook, MONDAY - 5 * MINUTES - 1),
          read(tell("charge.dispute.closed", { id: "../balance" }, MONDAY)),
        ];
        const tags = yield* Effect.forEach(endings, (ending) =>
          Effect.map(Effect.flip(ending), ({ _tag }) => _tag),
        );
        assert.deepStrictEqual(tags, [
          ...["BadSignature", "BadSignature", "BadSignature", "BadSignature"],
          ...["Stale", "Stale", "Malformed"],
        ]);
        assert.lengthOf(yield* read(webhook, MONDAY + 5 * MINUTES), 1);
        assert.lengthOf(yield* read(webhook, MONDAY - 5 * MINUTES), 1);
      }).pipe(Effect.provide(stripe())),
  );
});
