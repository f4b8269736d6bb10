import { fieldFaults, invalid } from "@resale/core";
import { Result, Schema } from "effect";
import { ResaleRejected } from "../ResaleRejected.ts";

/** Reads what a caller said, each input by its Schema; a refusal names every field at fault. */
export const meantBy = (
  takes: ReadonlyArray<Schema.Codec<unknown, unknown>>,
  said: ReadonlyArray<unknown>,
): ReadonlyArray<unknown> => {
  const results = takes.map((schema, at) =>
    Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(said[at]),
  );
  const faults = results.flatMap((result, at) =>
    Result.isFailure(result) ? fieldFaults(`input ${at + 1}`, result.failure.issue) : [],
  );
  if (faults.length > 0) throw new ResaleRejected(invalid(...faults));
  return results.map(Result.getOrThrow);
};
