import { Context, type Effect, type Option, Schema } from "effect";
import type { Cents, Currency } from "../money/Money.ts";
import type { ProviderError, ProviderUnavailable } from "./Provider.ts";

/** What the provider calls a payment: kept by us, meaningless to us. */
export const PaymentReference = Schema.String.check(Schema.isBetweenLength(1, 200)).pipe(
  Schema.brand("PaymentReference"),
);
export type PaymentReference = typeof PaymentReference.Type;

/** The buyer's means of payment, as the provider's own form in the shop handed it over. Never a card number. */
export const PaymentToken = Schema.String.check(Schema.isBetweenLength(1, 500)).pipe(
  Schema.brand("PaymentToken"),
);
export type PaymentToken = typeof PaymentToken.Type;

/** The card was refused, for a reason the buyer may read. Nothing was charged. */
export class PaymentDeclined extends Schema.TaggedError<PaymentDeclined>()("PaymentDeclined", {
  reason: Schema.Literals([
    "CardDeclined",
    "InsufficientFunds",
    "CardExpired",
    "Fraud",
    "AuthenticationFailed",
  ]),
}) {}

/** Where the provider has a payment now. */
export const PaymentStatus = Schema.Literals(["Authorised", "Captured", "Voided", "Declined"]);
export type PaymentStatus = typeof PaymentStatus.Type;

/**
 * Card payments: hold, take, let go, give back. Every call carries an idempotency key; the same key with the same
 * content acts once, and answers as it did the first time (R27).
 */
export class Payments extends Context.Service<
  Payments,
  {
    readonly authorise: (request: {
      readonly key: string;
      readonly amount: Cents;
      readonly currency: Currency;
      readonly token: PaymentToken;
    }) => Effect.Effect<PaymentReference, PaymentDeclined | ProviderError>;
    /** What became of an authorisation whose answer was lost; none, if the provider never saw the key. */
    readonly find: (
      key: string,
    ) => Effect.Effect<
      Option.Option<{ readonly reference: PaymentReference; readonly status: PaymentStatus }>,
      ProviderUnavailable
    >;
    readonly capture: (request: {
      readonly key: string;
      readonly payment: PaymentReference;
      readonly amount: Cents;
    }) => Effect.Effect<void, ProviderError>;
    /** Lets a hold go. A payment that is already void stays so, without an error. */
    readonly cancel: (request: {
      readonly key: string;
      readonly payment: PaymentReference;
    }) => Effect.Effect<void, ProviderError>;
    /** Gives back a part of what was captured, or all of it; never more than that. */
    readonly refund: (request: {
      readonly key: string;
      readonly payment: PaymentReference;
      readonly amount: Cents;
    }) => Effect.Effect<void, ProviderError>;
  }
>()("@resale/core/ports/Payments") {}
