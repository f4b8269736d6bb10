/** The widths of the bands that prices are counted in, in cents: a hundred dollars, ten and one (R20). */
const WIDTHS = [10_000, 1_000, 100] as const;

/** Prices from one to another, the second not included, to be added (1) or taken away (-1). */
export interface Span {
  readonly from: number;
  readonly end: number;
  readonly sign: 1 | -1;
}

/** Whole bands of one width, from the first to the last. */
export interface Bands {
  readonly width: number;
  readonly first: number;
  readonly last: number;
  readonly sign: 1 | -1;
}

/** What a span is put together from: all prices, whole bands, and at its ends what is less than a band. */
export interface Parts {
  readonly all: boolean;
  readonly bands: ReadonlyArray<Bands>;
  readonly rests: ReadonlyArray<Span>;
}

const inverse = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);

const ofBands = (span: Span, [width, ...narrower]: ReadonlyArray<number>): Omit<Parts, "all"> => {
  const { from, end, sign } = span;
  if (from >= end) return { bands: [], rests: [] };
  if (width === undefined) return { bands: [], rests: [span] };
  const [first, beyond] = [Math.round(from / width), Math.round(end / width)];
  if (first >= beyond) return ofBands(span, narrower);
  const [inner, outer] = [first * width, beyond * width];
  const ends = [
    { from: Math.min(from, inner), end: Math.max(from, inner), sign: from < inner ? sign : inverse(sign) },
    { from: Math.min(end, outer), end: Math.max(end, outer), sign: outer < end ? sign : inverse(sign) },
  ].map((rest) => ofBands(rest, narrower));
  return {
    bands: [{ width, first, last: beyond - 1, sign }, ...ends.flatMap(({ bands }) => bands)],
    rests: ends.flatMap(({ rests }) => rests),
  };
};

/**
 * The fewest bands that make up the prices from one to another, the second not included: an end is put together from at
 * most five narrower bands, which are added, or taken away from one too many. A span without an end is all prices
 * without those before it.
 */
export const partsOf = (from: number, end: number): Parts =>
  end === Number.POSITIVE_INFINITY
    ? { all: true, ...ofBands({ from: 0, end: from, sign: -1 }, WIDTHS) }
    : { all: false, ...ofBands({ from, end, sign: 1 }, WIDTHS) };
