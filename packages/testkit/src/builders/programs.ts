import { type Program, preLoved, readProgram } from "@resale/core";

/** What may be changed of a Program: its fields, and those within them. */
export type ProgramChanges = {
  readonly [Field in keyof Program]?: Program[Field] extends ReadonlyArray<unknown> | string | number
    ? unknown
    : { readonly [Inner in keyof Program[Field]]?: unknown };
};

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A Program like the reference, but for some fields. It is read: one that contradicts itself throws. */
export const aProgram = (changes: ProgramChanges = {}): Program => {
  const whole: Record<string, unknown> = { ...preLoved };
  for (const [field, value] of Object.entries(changes)) {
    const known = whole[field];
    whole[field] = isGroup(known) && isGroup(value) ? { ...known, ...value } : value;
  }
  return readProgram(whole);
};

/** A length of so many business days. */
export const businessDays = (days: number) => ({ _tag: "BusinessDays", days }) as const;
/** A length of so many milliseconds. */
export const elapsed = (milliseconds: number) => ({ _tag: "Elapsed", milliseconds }) as const;
