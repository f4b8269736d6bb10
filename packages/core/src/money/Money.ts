import { Schema } from "effect";

const WholeCents = Schema.Int.annotate({ expected: "a whole number of cents, where 995 is 9.95" });

/** Whole cents of one currency. The unit of every amount in the engine (R47). */
export const Cents = WholeCents.check(
  Schema.isBetween({ minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
).pipe(Schema.brand("Cents"));
export type Cents = typeof Cents.Type;

/** Cents that are not negative: prices, charges, taxes. */
export const Amount = WholeCents.check(
  Schema.isBetween(
    { minimum: 0, maximum: 1_000_000_000_00 },
    { expected: "an amount from 0 to 100000000000 cents" },
  ),
).pipe(Schema.brand("Cents"));

/** An amount somebody pays for a thing: at least one cent, at most ten million dollars. */
export const Price = WholeCents.check(
  Schema.isBetween(
    { minimum: 1, maximum: 10_000_000_00 },
    { expected: "a price from 1 to 1000000000 cents" },
  ),
).pipe(Schema.brand("Cents"));

/** ISO 4217 code of a currency. A Program trades in exactly one. */
export const Currency = Schema.String.check(
  Schema.isPattern(/^[A-Z]{3}$/u, { expected: "three capital letters, as USD" }),
).pipe(Schema.brand("Currency"));
export type Currency = typeof Currency.Type;

/** A share in basis points: 8000 is 80 %. */
export const BasisPoints = Schema.Int.annotate({
  expected: "a whole number of basis points, where 8000 is 80 %",
})
  .check(
    Schema.isBetween(
      { minimum: 0, maximum: 10_000 },
      { expected: "a share in basis points, from 0 to 10000, where 8000 is 80 %" },
    ),
  )
  .pipe(Schema.brand("BasisPoints"));
export type BasisPoints = typeof BasisPoints.Type;
