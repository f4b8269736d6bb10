import type { Problem } from "../contract/Problem.ts";

/** The marketplace said no; `problem.type` says why, `problem.detail` says it in words. */
export class RequestRefused extends Error {
  override readonly name = "RequestRefused";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** What the marketplace says when it says no; a proxy before it speaks otherwise. */
export const isProblem = (said: unknown): said is Problem =>
  typeof said === "object" &&
  said !== null &&
  "type" in said &&
  typeof said.type === "string" &&
  "detail" in said &&
  typeof said.detail === "string" &&
  "status" in said &&
  typeof said.status === "number";

/** A refusal that asking again would not change. */
export const refusalIn = (error: unknown): RequestRefused | undefined => {
  const problem = error instanceof RequestRefused ? error.problem : isProblem(error) ? error : undefined;
  if (problem === undefined || problem.status >= 500 || problem.status === 429) return undefined;
  return new RequestRefused(problem);
};
