/** Bar and space widths of the 107 symbols of Code 128 (ISO/IEC 15417), in modules; a bar comes first. */
const symbols =
  "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112".split(
    " ",
  );

const START_C = 105;
const FNC1 = 102;
const STOP = 106;

/** One bar: where it begins and how wide it is, in modules. */
export interface Bar {
  readonly at: number;
  readonly width: number;
}

/** A barcode: its bars, and its whole width without quiet zones, in modules. */
export interface Barcode {
  readonly bars: ReadonlyArray<Bar>;
  readonly width: number;
}

const pairsOf = (digits: string): ReadonlyArray<number> => {
  if (!/^(\d\d)+$/.test(digits)) throw new RangeError(`not an even number of digits: ${digits}`);
  return Array.from({ length: digits.length / 2 }, (_, index) =>
    Number(digits.slice(index * 2, index * 2 + 2)),
  );
};

/** A GS1-128 barcode of element strings, each an even number of digits, in code set C. */
export const gs1Barcode = (elements: ReadonlyArray<string>): Barcode => {
  const values = [START_C, ...elements.flatMap((digits) => [FNC1, ...pairsOf(digits)])];
  const check = values.reduce((sum, value, index) => sum + value * Math.max(1, index), 0) % 103;
  const bars: Array<Bar> = [];
  let at = 0;
  for (const value of [...values, check, STOP]) {
    for (const [index, module] of [...(symbols[value] ?? "")].entries()) {
      const width = Number(module);
      if (index % 2 === 0) bars.push({ at, width });
      at += width;
    }
  }
  return { bars, width: at };
};
