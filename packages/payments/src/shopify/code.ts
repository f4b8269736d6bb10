import { createHmac } from "node:crypto";
import { Redacted } from "effect";

/** Letters and digits that are not taken for each other: thirty-two, so that each takes five bits of the hash evenly. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 20;

/**
 * The code of the card for a key: the same each time, and nobody's to guess without the secret. Shopify takes a code once, so
 * that a repeat is told by it. It is made anew whenever it is needed, and kept nowhere (R48).
 */
export const codeOf = (secret: Redacted.Redacted<string>, key: string): Redacted.Redacted<string> => {
  const hash = createHmac("sha256", Redacted.value(secret)).update(`gift card\n${key}`).digest();
  let code = "";
  for (const byte of hash.subarray(0, LENGTH)) code += ALPHABET[byte % ALPHABET.length];
  return Redacted.make(code);
};

/** The part of a code that Shopify itself shows and searches by. */
export const lastOf = (code: Redacted.Redacted<string>): string =>
  Redacted.value(code).slice(-4).toLowerCase();
