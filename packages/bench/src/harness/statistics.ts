const sorted = (values: ReadonlyArray<number>): ReadonlyArray<number> =>
  [...values].sort((one, other) => one - other);

/** The value below which the given part of all values lies, from 0 to 1. */
export const quantile = (values: ReadonlyArray<number>, part: number): number => {
  const all = sorted(values);
  const place = (all.length - 1) * part;
  const below = all[Math.floor(place)] ?? Number.NaN;
  const above = all[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
};

export const median = (values: ReadonlyArray<number>): number => quantile(values, 0.5);

/** How far the middle half of the rounds lies apart, as a part of their median. */
export const spread = (values: ReadonlyArray<number>): number =>
  values.length < 2 ? 0 : (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);

/** The median of the ratios within each round: drift of the machine is in both of a pair and cancels. */
export const pairwise = (ours: ReadonlyArray<number>, theirs: ReadonlyArray<number>): number =>
  median(
    ours.flatMap((value, round) => {
      const other = theirs[round];
      return other === undefined ? [] : [value / other];
    }),
  );
