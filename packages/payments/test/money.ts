import { Currency, cents, Email, Payments, PaymentToken } from "@resale/core";
import { temporaryFolder } from "@resale/testkit";
import { Effect, Layer, Redacted } from "effect";
import { CardSimulator, type CardToken, StoreCreditSimulator } from "../src/index.ts";

export const secret = Redacted.make("payment-secret-of-the-tests");
export const usd = Currency.make("USD");
export const ada = Email.make("Ada@Example.com");

/** Monday, 23 November 2026, ten in the morning in New York. */
export const MONDAY = Date.UTC(2026, 10, 23, 15);

const folderOf = (folder: string | undefined) =>
  folder === undefined ? temporaryFolder : Effect.succeed(folder);

/** Card payments on a folder of their own, unless one is named. */
export const cards = (folder?: string) =>
  Layer.unwrap(Effect.map(folderOf(folder), (place) => CardSimulator.layer({ folder: place, secret })));

export const giftCards = (folder?: string) =>
  Layer.unwrap(Effect.map(folderOf(folder), (place) => StoreCreditSimulator.layer({ folder: place })));

/** Asks a card for money: a hundred dollars, unless told otherwise. */
export const authorise = (key: string, token: CardToken | (string & {}) = "tok_visa", amount = 100_00) =>
  Payments.use((payments) =>
    payments.authorise({ key, amount: cents(amount), currency: usd, token: PaymentToken.make(token) }),
  );

/** A payment of a hundred dollars that was captured. */
export const captured = (key: string, token: CardToken = "tok_visa") =>
  Effect.gen(function* () {
    const payment = yield* authorise(key, token);
    const payments = yield* Payments;
    yield* payments.capture({ key: `${key}-capture`, payment, amount: cents(100_00) });
    return payment;
  });
