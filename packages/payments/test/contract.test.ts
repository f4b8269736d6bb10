import { PaymentToken } from "@resale/core";
import { anAddress } from "@resale/testkit";
import { paymentsContract, storeCreditContract, taxContract } from "@resale/testkit/contracts";
import { CardSimulator, StoreCreditSimulator, TaxTable } from "../src/index.ts";
import { cards, giftCards, usd } from "./money.ts";

paymentsContract("the card simulator", cards(), {
  currency: usd,
  good: PaymentToken.make("tok_visa"),
  declined: PaymentToken.make("tok_declined"),
  loseAnswer: (method) => CardSimulator.use(({ fail }) => fail(method, { _tag: "AnswerLost" })),
});

storeCreditContract("the store credit simulator", giftCards(), {
  currency: usd,
  loseAnswer: (method) => StoreCreditSimulator.use(({ fail }) => fail(method, { _tag: "AnswerLost" })),
});

taxContract("the tax table", TaxTable.layer(), {
  currency: usd,
  shipTo: anAddress(),
  untaxed: anAddress({ region: "OR", zip: "97201" }),
  unknown: anAddress({ region: "PR", zip: "00901" }),
});
