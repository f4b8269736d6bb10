import { type ProgramField, ruleOfField } from "@resale/core";

/** In what two markets differ. */
export interface Market {
  readonly version: string;
  readonly currency: string;
  readonly country: string;
  readonly regions: ReadonlyArray<string>;
  /** Cents. */
  readonly charge: number;
  readonly calendar: unknown;
  readonly ownStock: unknown;
}

const fields = Object.keys(ruleOfField) as ReadonlyArray<ProgramField>;

/** Every number here is the shop's own choice. */
export const provenance = Object.fromEntries(fields.map((field) => [field, { mark: "O" }]));
