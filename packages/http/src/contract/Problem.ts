import { FieldFault, Rejection } from "@resale/core";
import { Schema } from "effect";
import { HttpApiSchema } from "effect/http-api";

/** A refusal as RFC 9457 has it: `type` is stable and names the reason, `detail` is for the person who asked. */
export const Problem = Schema.Struct({
  type: Schema.String,
  title: Schema.String,
  status: Schema.Int,
  detail: Schema.String,
  /** Names this one occurrence: it stands in the log, too. */
  instance: Schema.String,
  /** The engine's own word, where the engine said no. */
  rejection: Schema.optionalKey(Rejection),
  /** The fields at fault, by their path. */
  fields: Schema.optionalKey(Schema.Array(FieldFault)),
}).annotate({ identifier: "Problem" });
export type Problem = typeof Problem.Type;

export const PROBLEM_JSON = "application/problem+json";

const problem = Problem.pipe(HttpApiSchema.asJson({ contentType: PROBLEM_JSON }));
const at = (status: number) => problem.pipe(HttpApiSchema.status(status));

/** What a question may come to, other than its answer. */
export const readProblems = [400, 401, 403, 404, 409, 422, 429, 500, 503].map(at);

/** What a command may come to. */
export const writeProblems = [...readProblems, ...[402, 410, 413, 415].map(at)];
