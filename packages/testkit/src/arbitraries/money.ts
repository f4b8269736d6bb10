import { type BasisPoints, type Cents, cents } from "@resale/core";
import fc from "fast-check";

/** Amounts of every size up to 2^53, the edges and halves of a cent more often. */
export const amounts = (maximum = Number.MAX_SAFE_INTEGER): fc.Arbitrary<Cents> =>
  fc
    .oneof(
      fc.integer({ min: 0, max: Math.min(maximum, 10_000) }),
      fc.integer({ min: 0, max: Math.min(maximum, 1_000_000_00) }),
      fc.maxSafeNat().map((value) => value % (maximum + 1 || 1)),
      fc.integer({ min: 0, max: 20_000 }).map((less) => Math.max(0, maximum - less)),
    )
    .map(cents);

/** Prices of things as people ask them, in cents. */
export const prices: fc.Arbitrary<Cents> = fc
  .oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 5_000_00 }), fc.constant(10_000_000_00))
  .map(cents);

/** Shares in basis points, nothing and the whole among them. */
export const shares: fc.Arbitrary<BasisPoints> = fc
  .oneof(
    fc.constantFrom(0, 1, 4_999, 5_000, 5_001, 8_000, 9_999, 10_000),
    fc.integer({ min: 0, max: 10_000 }),
  )
  .map((share) => share as BasisPoints);
