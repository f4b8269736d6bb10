import { PaymentReference, type Payments, type ProviderError, type ProviderUnavailable } from "@resale/core";
import { Clock, Effect, Option, Redacted } from "effect";
import type Stripe from "stripe";
import { isGiftCard } from "../card/tokens.ts";
import { type Asking, endingOf, refused, unavailable } from "./asking.ts";
import { KEY, lookAt, outcomeOf, statusOf } from "./intent.ts";

type Port = Payments["Service"];

/** How far Stripe's search may lag behind, in seconds: what is younger is looked for in its list as well. */
const SEARCH_LAGS = 3600;

/** The buyer's means of payment, as one of the two things that Stripe's form hands over. */
const meansOf = (token: string) => {
  if (/^pm_\w+$/.test(token)) return { payment_method: token };
  return /^ctoken_\w+$/.test(token) ? { confirmation_token: token } : undefined;
};

/** Holding money on a card, and asking what became of that. */
export const authorising = (asking: Asking) => {
  const authorise: Port["authorise"] = Effect.fn("StripePayments.authorise")(function* (request) {
    const { key, amount, currency, token } = request;
    if (isGiftCard(token)) return yield* refused("token: gift cards are not taken as payment");
    const means = meansOf(token);
    if (means === undefined) return yield* refused("token: neither a pm_… nor a ctoken_… of Stripe's form");
    if (amount <= 0) return yield* refused(`amount: ${amount} cents cannot be held`);
    const intent = yield* asking
      .act(key, (stripe, once) =>
        stripe.paymentIntents.create(
          {
            ...means,
            amount,
            currency: currency.toLowerCase(),
            capture_method: "manual",
            confirm: true,
            allowed_payment_method_types: ["card"],
            // What the bank asks of the buyer is answered in the shop's page, by `handleNextAction` of Stripe.js.
            use_stripe_sdk: true,
            metadata: { [KEY]: key },
          },
          once,
        ),
      )
      .pipe(Effect.mapError(({ ending }) => ending));
    // A repeat is answered as the first time: the buyer may have answered the bank since.
    const waits = statusOf(intent) === undefined;
    return yield* outcomeOf(waits ? yield* lookAt(asking, intent.id) : intent);
  });

  /** The payment that was asked for under a key: Stripe's search knows it soon, its list at once. */
  const intentOf = Effect.fnUntraced(function* (key: string) {
    const now = yield* Clock.currentTimeMillis;
    const word = key.replaceAll(/["'\\]/g, String.raw`\$&`);
    const isIt = ({ metadata }: Stripe.PaymentIntent) => metadata[KEY] === key;
    const found = yield* asking.read((stripe) =>
      stripe.paymentIntents.search({ query: `metadata["${KEY}"]:"${word}"`, limit: 10 }),
    );
    const known = found.data.find(isIt);
    if (known !== undefined) {
      return yield* asking.read((stripe) => stripe.paymentIntents.retrieve(known.id));
    }
    return yield* asking.read(async (stripe) => {
      const since = Math.max(0, Math.floor(now / 1000) - SEARCH_LAGS);
      for await (const intent of stripe.paymentIntents.list({ created: { gte: since }, limit: 100 })) {
        if (isIt(intent)) return intent;
      }
      return undefined;
    });
  });

  const asUnavailable = (ending: ProviderError) =>
    ending._tag === "ProviderUnavailable" ? ending : unavailable(ending.reason);
  const look = (key: string): Effect.Effect<Stripe.PaymentIntent | undefined, ProviderUnavailable> =>
    Effect.mapError(intentOf(key), (failed) => asUnavailable(endingOf(failed)));

  const find: Port["find"] = Effect.fn("StripePayments.find")(function* (key) {
    const intent = yield* look(key);
    const status = intent && statusOf(intent);
    return intent === undefined || status === undefined
      ? Option.none()
      : Option.some({ reference: PaymentReference.make(intent.id), status });
  });

  const actionOf = Effect.fn("StripePayments.actionOf")(function* (key: string) {
    const intent = yield* look(key);
    return intent?.status === "requires_action" && intent.client_secret !== null
      ? Option.some(Redacted.make(intent.client_secret))
      : Option.none<Redacted.Redacted<string>>();
  });

  return { authorise, find, actionOf };
};
