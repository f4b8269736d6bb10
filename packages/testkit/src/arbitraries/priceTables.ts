import { type GradeKey, type PriceTable, PriceTable as PriceTableSchema } from "@resale/core";
import { Schema } from "effect";
import fc from "fast-check";

const decode = Schema.decodeUnknownSync(PriceTableSchema);

/**
 * Tables that contradict nothing: every grade has bands that fall with age, and a worse grade is nowhere dearer. Grades
 * are given best first.
 */
export const priceTables = (grades: ReadonlyArray<GradeKey>): fc.Arbitrary<PriceTable> =>
  fc
    .record({
      ends: fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 5 }),
      rates: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 40, maxLength: 40 }),
      flat: fc.array(fc.boolean(), { minLength: grades.length, maxLength: grades.length }),
    })
    .map(({ ends, rates, flat }) => {
      const ages = [...ends].sort((one, other) => one - other);
      let better: ReadonlyArray<number> = ages.map(() => 10_000).concat(10_000);
      let take = 0;
      const table: Record<string, ReadonlyArray<unknown>> = {};
      for (const [place, grade] of grades.entries()) {
        const own: Array<number> = [];
        for (const ceiling of better) {
          const bound = Math.min(ceiling, own.at(-1) ?? 10_000);
          own.push(Math.min(bound, rates[take++ % rates.length] ?? 0));
        }
        if (flat[place] === true) {
          const lowest = own.at(-1) ?? 0;
          better = own.map(() => lowest);
          table[grade] = [{ rate: lowest }];
        } else {
          better = own;
          table[grade] = own.map((rate, index) =>
            ages[index] === undefined ? { rate } : { underMonths: ages[index], rate },
          );
        }
      }
      return decode(table);
    });
