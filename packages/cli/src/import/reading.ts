import { Result, Schema } from "effect";
import type { Fault, Row } from "./Row.ts";

/** What a field should be, and that it is not. */
export const fault = (field: string, problem: string): Fault => ({ field, problem });

/** A text that must be there. */
export const text = (row: Row, name: string, wayOut: string): Result.Result<string, Fault> => {
  const found = row.fields.get(name.toLowerCase());
  return found === undefined ? Result.fail(fault(name, `is missing: ${wayOut}`)) : Result.succeed(found);
};

/** A text that may be left out. */
export const maybe = (row: Row, name: string): string | undefined => row.fields.get(name.toLowerCase());

/** Only what is there. */
export const present = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** What the domain makes of it, or the field that it does not take, by its last name. */
export const taken = <T>(
  schema: Schema.Codec<T, unknown>,
): ((candidate: unknown) => Result.Result<T, Fault>) => {
  const { validate } = Schema.toStandardSchemaV1(schema)["~standard"];
  return (candidate) => {
    const read = validate(candidate);
    if (read instanceof Promise) throw new TypeError("a row's schema must decode at once");
    if (read.issues === undefined) return Result.succeed(read.value);
    const [issue] = read.issues;
    const path = issue?.path?.map(String) ?? [];
    return Result.fail(fault(path.at(-1) ?? "row", `is not right: ${issue?.message ?? "it can't be read"}`));
  };
};
