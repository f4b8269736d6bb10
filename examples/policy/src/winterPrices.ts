import { type Program, readProgram } from "@resale/core";

/** What a shop changes when winter comes: one version of its rules follows another, and orders keep theirs (R57). */
export interface Winter {
  /** The first year of the winter. */
  readonly year: number;
  /** In basis points: how much more of the original price is recommended. */
  readonly raise: number;
  /** No recommendation is above this share of the original price, in basis points. */
  readonly most: number;
}

/** The same Program with winter's prices. It is read: a policy that contradicts itself throws, and names the field. */
export const winterPrices = (program: Program, { year, raise, most }: Winter): Program => {
  const table = Object.entries(program.pricing.table).map(([grade, bands]) => [
    grade,
    bands.map((band) => ({ ...band, rate: Math.max(band.rate, Math.min(most, band.rate + raise)) })),
  ]);
  return readProgram({
    ...program,
    version: `${program.version.slice(0, 20)}-winter-${year}`,
    pricing: { ...program.pricing, table: Object.fromEntries(table) },
  });
};
