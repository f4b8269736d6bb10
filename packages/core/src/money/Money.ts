import { Result, Schema } from "effect";

/** Whole cents of one currency. The unit of every amount in the engine (R47). */
export const Cents = Schema.Int.check(
  Schema.isBetween({ minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
).pipe(Schema.brand("Cents"));
export type Cents = typeof Cents.Type;

/** Cents that are not negative: prices, charges, taxes. */
export const Amount = Schema.Int.check(
  Schema.isBetween(
    { minimum: 0, maximum: 1_000_000_000_00 },
    { expected: "an amount from 0 to 100000000000 cents" },
  ),
).pipe(Schema.brand("Cents"));

/** An amount somebody pays for a thing: at least one cent, at most ten million dollars. */
export const Price = Schema.Int.check(
  Schema.isBetween(
    { minimum: 1, maximum: 10_000_000_00 },
    { expected: "a price from 1 to 1000000000 cents" },
  ),
).pipe(Schema.brand("Cents"));

/** ISO 4217 code of a currency. A Program trades in exactly one. */
export const Currency = Schema.String.check(Schema.isPattern(/^[A-Z]{3}$/u)).pipe(Schema.brand("Currency"));
export type Currency = typeof Currency.Type;

/** A share in basis points: 8000 is 80 %. */
export const BasisPoints = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000 })).pipe(
  Schema.brand("BasisPoints"),
);
export type BasisPoints = typeof BasisPoints.Type;

/** Brands a whole number as cents. A fraction or an unsafe number is a defect of the caller. */
export const cents = (value: number): Cents => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
};

/** Adds amounts of one currency. */
export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
};

/** `100 %` of a share. */
export const WHOLE = 10_000 as BasisPoints;

/**
 * The share of an amount that is not negative, rounded half up to the cent (R47). Exact for every amount up to 2^53
 * cents: the amount is split before it is multiplied.
 */
export const shareOf = (amount: Cents, share: BasisPoints): Cents => {
  const high = Math.floor(amount / WHOLE);
  const low = amount - high * WHOLE;
  return cents(high * share + Math.floor((low * share + WHOLE / 2) / WHOLE));
};

/** An amount in two parts that always make the whole: the share, rounded, and the rest (R46, R47). */
export const split = (amount: Cents, share: BasisPoints): { readonly part: Cents; readonly rest: Cents } => {
  const part = shareOf(amount, share);
  return { part, rest: cents(amount - part) };
};

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

/** An amount as people of the currency's country read it: `$1,234.50`. */
export const format = (amount: Cents, currency: Currency, locale = "en-US"): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount / 100);
