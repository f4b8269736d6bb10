import { fieldFaults, invalid } from "@resale/core";
import { Result, Schema, SchemaAST } from "effect";
import { ResaleRejected } from "../ResaleRejected.ts";

/** What a fault's field is within an input: an element of a list is told with the list's name. */
const within = (name: string, field: string): string => (field.startsWith("[") ? `${name}${field}` : field);

/** Reads what a caller said, each input by its Schema; a refusal names every field at fault. */
export const meantBy = (
  takes: ReadonlyArray<Schema.Codec<unknown, unknown>>,
  said: ReadonlyArray<unknown>,
): ReadonlyArray<unknown> => {
  const results = takes.map((schema, at) => ({
    name: SchemaAST.resolveTitle(schema.ast) ?? `input ${at + 1}`,
    read: Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(said[at]),
  }));
  const faults = results.flatMap(({ name, read }) =>
    Result.isFailure(read)
      ? fieldFaults(name, read.failure.issue).map(({ field, problem }) => ({
          field: within(name, field),
          problem,
        }))
      : [],
  );
  if (faults.length > 0) throw new ResaleRejected(invalid(...faults));
  return results.map(({ read }) => Result.getOrThrow(read));
};
