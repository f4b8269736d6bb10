/** Chance that can be had again: the same seed, the same throws (Mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0, below the limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** The items in an order of chance. */
  shuffled<A>(items: ReadonlyArray<A>): ReadonlyArray<A> {
    const left = [...items];
    return items.flatMap(() => left.splice(this.below(left.length), 1));
  }
}

/** The seed of this run: that of `RESALE_SEED`, or a new one. Told, so that a run can be had again. */
export const seedOfRun = (): number => {
  const given = Number(process.env["RESALE_SEED"]);
  const seed = Number.isInteger(given) && given > 0 ? given : 1 + (Date.now() % 1_000_000_000);
  process.stdout.write(`RESALE_SEED=${seed}\n`);
  return seed;
};
