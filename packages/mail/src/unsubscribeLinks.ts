import { createHmac, timingSafeEqual } from "node:crypto";
import { Email } from "@resale/core";
import { Option, Redacted, Schema } from "effect";

/** Links by which whoever reads an address's mails stops the optional ones, and nobody else does. */
export interface UnsubscribeLinks {
  readonly linkFor: (to: Email) => string;
  /** Whose link a token is of; none, if we did not make it. */
  readonly readerOf: (token: string) => Option.Option<Email>;
}

const isEmail = Schema.is(Email);

/** @param page Beneath which the tokens stand: `https://shop.example/mail/unsubscribe`. */
export const unsubscribeLinks = (page: string, secret: Redacted.Redacted): UnsubscribeLinks => {
  const sign = (email: string): Buffer =>
    createHmac("sha256", Redacted.value(secret)).update(`optional mails to ${email}`).digest();
  const tokenOf = (email: string): string =>
    `${Buffer.from(email).toString("base64url")}.${sign(email).toString("base64url")}`;
  return {
    linkFor: (to) => `${page}/${tokenOf(to)}`,
    readerOf: (token) => {
      const email = Buffer.from(token.split(".")[0] ?? "", "base64url").toString();
      if (!isEmail(email)) return Option.none();
      const [given, right] = [Buffer.from(token), Buffer.from(tokenOf(email))];
      return given.length === right.length && timingSafeEqual(given, right)
        ? Option.some(email)
        : Option.none();
    },
  };
};
