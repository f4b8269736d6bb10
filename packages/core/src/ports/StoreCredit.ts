import { Context, type Effect, Schema } from "effect";
import type { Email } from "../address/Email.ts";
import { Instant } from "../calendar/Instant.ts";
import type { Currency } from "../money/Money.ts";
import { Cents } from "../money/Money.ts";
import type { ProviderError } from "./Provider.ts";

/** The issuer's key of a gift card. It is not the code one spends it with: that one never reaches us (R48). */
export const CreditReference = Schema.String.check(Schema.isBetweenLength(1, 200)).pipe(
  Schema.brand("CreditReference"),
);
export type CreditReference = typeof CreditReference.Type;

/** By what an order is found through its gift card: the end of an issuer's key as one reads it in the issuer's own pages,
 * `42` of `gid://shopify/GiftCard/42`. */
export const creditName = (reference: CreditReference): string =>
  reference.slice(reference.lastIndexOf("/") + 1) || reference;

/** A gift card, as support may see it. */
export const IssuedCredit = Schema.Struct({
  reference: CreditReference,
  amount: Cents,
  issuedAt: Instant,
  /** The address to which the issuer last mailed it. */
  email: Schema.String,
});
export type IssuedCredit = typeof IssuedCredit.Type;

/** Gift cards that the issuer mails to the seller by itself (R48). */
export class StoreCredit extends Context.Service<
  StoreCredit,
  {
    /**
     * Issues once for a key: a repeat answers with the first card, also where the seller's name or e-mail address has
     * changed meanwhile. A key stands for a payout; were it refused, the next key would bring a second card (R48).
     */
    readonly issue: (request: {
      readonly key: string;
      readonly amount: Cents;
      readonly currency: Currency;
      readonly email: Email;
      readonly recipient: string;
    }) => Effect.Effect<CreditReference, ProviderError>;
    /**
     * Cards by an address, in any letters: those issued to it, also when they were mailed elsewhere since, and those mailed
     * to it again. Each names, as its `email`, the address it was last mailed to.
     */
    readonly find: (email: Email) => Effect.Effect<ReadonlyArray<IssuedCredit>, ProviderError>;
    /** Mails a card again, to the address given. */
    readonly resend: (request: {
      readonly reference: CreditReference;
      readonly email: Email;
    }) => Effect.Effect<void, ProviderError>;
  }
>()("@resale/core/ports/StoreCredit") {}
