import type { Figure, Goal } from "./Figure.ts";
import { median, pairwise, spread } from "./statistics.ts";

/** One who takes part in a comparison: `round` measures once and answers in the comparison's unit. */
export interface Contestant {
  readonly name: string;
  readonly round: (number: number) => number | Promise<number>;
}

/** What each contestant measured, round by round. */
export type Rounds = ReadonlyMap<string, ReadonlyArray<number>>;

/** All contestants in turn, A B A B: what the machine does meanwhile meets each of them. The first round warms up. */
export const interleave = async (contestants: ReadonlyArray<Contestant>, count: number): Promise<Rounds> => {
  const measured = new Map(contestants.map(({ name }): [string, Array<number>] => [name, []]));
  for (let number = 0; number <= count; number++) {
    for (const { name, round } of contestants) {
      const value = await round(number);
      if (number > 0) measured.get(name)?.push(value);
    }
  }
  return measured;
};

/** Against whom, and what is to be reached. */
export interface Comparison {
  readonly against: string;
  readonly goal?: Goal;
}

/** A figure for each comparison: ours is the contestant of that name. */
export const compared = (
  what: string,
  unit: string,
  rounds: Rounds,
  ours: string,
  comparisons: ReadonlyArray<Comparison>,
): ReadonlyArray<Figure> => {
  const own = rounds.get(ours) ?? [];
  return comparisons.map(({ against, goal = null }) => {
    const theirs = rounds.get(against) ?? [];
    return {
      figure: `${what} / ${against}`,
      value: median(own),
      unit,
      baseline: median(theirs),
      ratio: pairwise(own, theirs),
      goal,
      spread: spread(own),
    };
  });
};

/** A figure that is compared with nothing. */
export const alone = (
  figure: string,
  unit: string,
  values: ReadonlyArray<number>,
  goal: Goal | null = null,
): Figure => ({
  figure,
  value: median(values),
  unit,
  baseline: null,
  ratio: null,
  goal,
  spread: spread(values),
});

/** A figure that can't be measured here, and why. */
export const absent = (figure: string, unit: string, why: string): Figure => ({
  figure,
  value: Number.NaN,
  unit,
  baseline: null,
  ratio: null,
  goal: null,
  spread: null,
  absent: why,
});
