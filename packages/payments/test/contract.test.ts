import { PaymentToken } from "@resale/core";
import { anAddress } from "@resale/testkit";
import { paymentsContract, storeCreditContract, taxContract } from "@resale/testkit/contracts";
import { Layer } from "effect";
import { CardSimulator, StoreCreditSimulator, TaxTable } from "../src/index.ts";
import { StripeStandin } from "../src/testing/index.ts";
import { cards, giftCards, usd } from "./money.ts";
import { operation, shopify } from "./shopify.ts";
import { ShopifyStandin } from "./standins/ShopifyStandin.ts";
import { TremendousStandin } from "./standins/TremendousStandin.ts";
import { acts, stripe, stripeTaxes } from "./stripe.ts";
import { ordering, resending, tremendous } from "./tremendous.ts";

paymentsContract("the card simulator", cards(), {
  currency: usd,
  good: PaymentToken.make("tok_visa"),
  declined: PaymentToken.make("tok_declined"),
  loseAnswer: (method) => CardSimulator.use(({ fail }) => fail(method, { _tag: "AnswerLost" })),
});

paymentsContract("Stripe", stripe(), {
  currency: usd,
  good: PaymentToken.make("pm_card_visa"),
  declined: PaymentToken.make("pm_card_chargeDeclined"),
  loseAnswer: (method) =>
    StripeStandin.use(({ misbehave }) => misbehave(acts(method), { _tag: "CutInAnswer" })),
});

storeCreditContract("the store credit simulator", giftCards(), {
  currency: usd,
  loseAnswer: (method) => StoreCreditSimulator.use(({ fail }) => fail(method, { _tag: "AnswerLost" })),
});

storeCreditContract("Shopify", shopify(), {
  currency: usd,
  loseAnswer: (method) =>
    ShopifyStandin.use(({ misbehave }) =>
      misbehave(operation(method === "issue" ? "giftCardCreate" : "giftCardSendNotificationToCustomer"), {
        _tag: "CutInAnswer",
      }),
    ),
});

// Its mails never arrive here: Tremendous mails no card again that did.
const bouncing = Layer.effectDiscard(TremendousStandin.use(({ set }) => set({ bounces: true }))).pipe(
  Layer.provideMerge(tremendous()),
);

storeCreditContract("Tremendous", bouncing, {
  currency: usd,
  loseAnswer: (method) =>
    TremendousStandin.use(({ misbehave }) =>
      misbehave(method === "issue" ? ordering : resending, { _tag: "CutInAnswer" }),
    ),
});

taxContract("the tax table", TaxTable.layer(), {
  currency: usd,
  shipTo: anAddress(),
  untaxed: anAddress({ region: "OR", zip: "97201" }),
  unknown: anAddress({ region: "PR", zip: "00901" }),
});

taxContract("Stripe Tax", stripeTaxes(), {
  currency: usd,
  shipTo: anAddress(),
  untaxed: anAddress({ region: "OR", zip: "97201" }),
  unknown: anAddress({ zip: "00000" }),
});
