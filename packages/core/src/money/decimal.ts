import { Result } from "effect";
import { cents } from "./amounts.ts";
import type { Cents } from "./Money.ts";

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** Dollars-and-cents for people and for providers that want decimal text: `1234.50`. */
export const toDecimal = (amount: Cents): string => {
  const size = Math.abs(amount);
  return `${amount < 0 ? "-" : ""}${Math.floor(size / 100)}.${twoDigits(size % 100)}`;
};

/** The reverse of {@link toDecimal}, without passing through a float. Fails with the text that is no amount. */
export const fromDecimal = (text: string): Result.Result<Cents, string> => {
  const match = /^(-?)(\d{1,14})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return Result.fail(`not an amount of money: ${text}`);
  const [, sign, whole, fraction = ""] = match;
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  return Number.isSafeInteger(value)
    ? Result.succeed(cents(sign === "-" ? -value : value))
    : Result.fail(`too much money: ${text}`);
};
