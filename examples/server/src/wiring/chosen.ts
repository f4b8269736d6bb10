import { type Config, Effect, Layer } from "effect";
import { CardProvider } from "./CardProvider.ts";
import type { Secrets } from "./Secrets.ts";
import { Settings } from "./Settings.ts";

const load = {
  stripe: Effect.promise(() => import("@resale/payments/stripe")),
  shopify: Effect.promise(() => import("@resale/payments/shopify")),
  tremendous: Effect.promise(() => import("@resale/payments/tremendous")),
};

type Chosen = Layer.Layer<never, Config.ConfigError>;

type Stripe = typeof import("@resale/payments/stripe");

const stripeCards = ({ StripePayments, stripePublishableKey, stripeOrigins }: Stripe) =>
  Layer.effect(
    CardProvider,
    Effect.gen(function* () {
      return CardProvider.stripe(yield* StripePayments, yield* stripePublishableKey, stripeOrigins);
    }),
  );

const simulated: Chosen = Layer.empty;

/** Card payments, store credit and tax in place of the simulated ones: each is loaded where it is chosen, and asks its settings. */
export const chosenMoney: Layer.Layer<CardProvider, Config.ConfigError, Settings | Secrets> = Layer.unwrap(
  Effect.gen(function* () {
    const { payments, storeCredit, tax } = yield* Settings;
    const stripe = payments === "stripe" || tax === "stripe" ? yield* load.stripe : undefined;
    const cards =
      payments === "stripe" && stripe !== undefined
        ? Layer.provideMerge(stripeCards(stripe), stripe.StripePayments.layerConfig)
        : CardProvider.simulator;
    const taxes: Chosen = tax === "stripe" && stripe !== undefined ? stripe.StripeTax.layerConfig : simulated;
    const cardsOf: { readonly [Issuer in typeof storeCredit]: Effect.Effect<Chosen> } = {
      simulated: Effect.succeed(simulated),
      shopify: Effect.map(load.shopify, ({ ShopifyStoreCredit }) => ShopifyStoreCredit.layerConfig),
      tremendous: Effect.map(
        load.tremendous,
        ({ TremendousStoreCredit }) => TremendousStoreCredit.layerConfig,
      ),
    };
    return Layer.mergeAll(cards, taxes, yield* cardsOf[storeCredit]);
  }),
);
