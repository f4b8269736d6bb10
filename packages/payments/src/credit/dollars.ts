import { type Cents, cents } from "@resale/core";

/** Cents as a decimal text, `80.00`: never through a fraction. */
export const dollars = (amount: Cents): string =>
  `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;

/** A decimal text as cents; nothing, if it holds less than a cent or is no number. */
export const centsOf = (text: string): Cents | undefined => {
  const [, whole, part = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || /[1-9]/.test(part.slice(2))) return undefined;
  return cents(Number(whole) * 100 + Number(part.slice(0, 2).padEnd(2, "0")));
};
