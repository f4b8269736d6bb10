import { PaymentToken, PostalAddress } from "@resale/core";
import { Schema } from "effect";
import { TaxTable } from "../src/index.ts";
import { paymentsContract } from "./contracts/paymentsContract.ts";
import { storeCreditContract } from "./contracts/storeCreditContract.ts";
import { taxContract } from "./contracts/taxContract.ts";
import { cards, giftCards, usd } from "./money.ts";

paymentsContract("the card simulator", () => ({
  layer: cards(),
  currency: usd,
  good: PaymentToken.make("tok_visa"),
  declined: PaymentToken.make("tok_declined"),
}));

storeCreditContract("the store credit simulator", () => ({ layer: giftCards(), currency: usd }));

const address = (region: string, zip: string) =>
  Schema.decodeUnknownSync(PostalAddress)({
    ...{ name: "Ada", line1: "1 Main Street", city: "Town", country: "US" },
    region,
    zip,
  });

taxContract("the tax table", () => ({
  layer: TaxTable.layer(),
  currency: usd,
  shipTo: address("NY", "10118"),
  untaxed: address("OR", "97201"),
  unknown: address("PR", "00901"),
}));
