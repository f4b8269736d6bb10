import type { BasisPoints, Cents, Currency } from "./Money.ts";

// Apart from the schemas: who only adds and shows money, such as a page, needs none of them.

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

const formats = new Map<string, Intl.NumberFormat>();

/** What knows how an amount is written takes longer to be made than to write hundreds of them. */
const formatOf = (currency: Currency, locale: string): Intl.NumberFormat => {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { style: "currency", currency });
  formats.set(key, made);
  return made;
};

/** An amount as people of the currency's country read it: `$1,234.50`. */
export const format = (amount: Cents, currency: Currency, locale = "en-US"): string =>
  formatOf(currency, locale).format(amount / 100);
