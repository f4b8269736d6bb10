import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Currency, cents, Email, Payments, PaymentToken } from "@resale/core";
import { Effect, Redacted } from "effect";
import { CardSimulator, type CardToken, StoreCreditSimulator } from "../src/index.ts";

export const secret = Redacted.make("payment-secret-of-the-tests");
export const usd = Currency.make("USD");
export const ada = Email.make("Ada@Example.com");

/** Monday, 23 November 2026, ten in the morning in New York. */
export const MONDAY = Date.UTC(2026, 10, 23, 15);

const folders: Array<string> = [];

/** A new folder, which is gone when the tests are over. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "payments-"));
  folders.push(folder);
  return folder;
};

process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export const cards = (folder = newFolder()) => CardSimulator.layer({ folder, secret });
export const giftCards = (folder = newFolder()) => StoreCreditSimulator.layer({ folder });

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
