import { createHash, randomInt } from "node:crypto";
import { Amount, Currency, Email, Instant } from "@resale/core";
import { Schema } from "effect";

/** What happened to a gift card. Its code is not among it: only a hash, by which a shop's till would know it (R48). */
export const GiftCardFact = Schema.TaggedUnion({
  Issued: {
    at: Instant,
    amount: Amount,
    currency: Currency,
    email: Email,
    recipient: Schema.String,
    content: Schema.String,
    codeHash: Schema.String,
  },
  MailedAgain: { at: Instant, email: Email },
});
export type GiftCardFact = typeof GiftCardFact.Type;

/** Letters and digits that are not taken for each other. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 16;

/**
 * The hash of a new code. The code itself is in the card that the issuer mails, and this issuer mails nothing: so it is
 * forgotten here, and can reach no log, answer or file.
 */
export const newCodeHash = (): string => {
  let code = "";
  for (let index = 0; index < LENGTH; index++) code += ALPHABET[randomInt(ALPHABET.length)];
  return createHash("sha256").update(code).digest("hex");
};
