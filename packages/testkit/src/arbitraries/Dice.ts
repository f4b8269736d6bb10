import fc from "fast-check";

/** Numbers thrown in advance, from which a walk makes its choices: shrunk, they choose the first of everything. */
export class Dice {
  readonly numbers: ReadonlyArray<number>;
  private thrown = 0;

  constructor(numbers: ReadonlyArray<number>) {
    this.numbers = numbers;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    const number = this.numbers[this.thrown++ % this.numbers.length] ?? 0;
    return number % limit;
  }

  pick<T>(things: readonly [T, ...ReadonlyArray<T>]): T {
    return things[this.below(things.length)] ?? things[0];
  }

  /** True in so many of a hundred throws; false, when shrunk. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }
}

/** The throws of one step. */
export const throws: fc.Arbitrary<ReadonlyArray<number>> = fc.array(fc.nat({ max: 9_999 }), {
  minLength: 14,
  maxLength: 14,
});

/** The throws of a walk. */
export const walksOf = (steps: number, fewest = 1): fc.Arbitrary<ReadonlyArray<ReadonlyArray<number>>> =>
  fc.array(throws, { minLength: fewest, maxLength: steps, size: "max" });
