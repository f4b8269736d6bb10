import type { FastifyError, FastifyInstance } from "fastify";
import { TooManyRequests, tooMany } from "../limits/TooManyRequests.ts";
import { type ProblemName, problems } from "../problems/problems.ts";
import { sendRefused } from "./answering.ts";
import { malformed, type Refused, refused } from "./Refused.ts";

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && "code" in error && "statusCode" in error;

const byStatus: ReadonlyMap<number, ProblemName> = new Map(
  (["UriTooLong", "UnsupportedMediaType", "TooManyRequests"] as const).map((name) => [
    problems[name].status,
    name,
  ]),
);

/** By its status, where that says enough; all else was no proper request. */
const named = (status: number, detail: string): Refused =>
  refused(byStatus.get(status) ?? "BadRequest", detail, { status });

/** What the server itself found wrong before a handler ran. */
const refusalOf = (error: unknown): Refused | undefined => {
  if (error instanceof TooManyRequests) return tooMany(error.seconds);
  if (!isFastifyError(error)) return undefined;
  const status = error.statusCode ?? 500;
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    return refused("PayloadTooLarge", "The body is too large.");
  }
  if (error.code === "FST_ERR_BAD_URL") {
    return malformed([{ field: "path", problem: "is not a valid address" }]);
  }
  return status >= 400 && status < 500 ? named(status, error.message) : undefined;
};

/** A defect of ours: told to the log with all that is known, and to the sender by its number alone. */
export const broken = refused(
  "InternalError",
  "Something went wrong on our side. Nothing is to be done about it in your request.",
);

/** Answers what Fastify itself refuses, and what was thrown, with problems. */
export const answerErrors = (fastify: FastifyInstance): void => {
  fastify.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal !== undefined) return sendRefused(request, reply, refusal);
    request.log.error({ err: error }, "defect");
    return sendRefused(request, reply, broken);
  });
};
