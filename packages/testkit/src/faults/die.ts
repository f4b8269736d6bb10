/** A die that falls the same way for the same seed (xorshift, 32 bits). */
export const dieOf = (seed: number) => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return {
    /** True in so many of a hundred throws. A throw is a throw, also where it can't be lost. */
    chance: (percent: number): boolean => next() % 10_000 < percent * 100,
  };
};
