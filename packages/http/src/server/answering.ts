import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { PROBLEM_JSON } from "../contract/Problem.ts";
import type { Endpoint } from "./endpoints.ts";
import { Reply } from "./Handlers.ts";
import type { Refused } from "./Refused.ts";

/** Answers with a problem; its `instance` is the request's id, by which it is found in the log. */
export const sendRefused = (request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply =>
  reply
    .status(refused.problem.status)
    .headers({ "cache-control": "no-store", ...refused.headers })
    .type(PROBLEM_JSON)
    .send(JSON.stringify({ ...refused.problem, instance: `urn:request:${request.id}` }));

const isVersioned = (body: unknown): body is { readonly version: unknown } =>
  typeof body === "object" && body !== null && "version" in body;

/**
 * The version that an answer shows, if it has one, and a digest of how: the same version reads differently for other
 * readers, after a deadline has passed, or with a new score.
 */
export const tagOf = (body: unknown, encoded: string): string => {
  const digest = createHash("sha1").update(encoded).digest("base64url").slice(0, 16);
  return isVersioned(body) ? `${body.version}.${digest}` : digest;
};

const hasTag = (header: string | undefined, tag: string): boolean =>
  (header ?? "").split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag);

interface Written {
  readonly encoded: unknown;
  readonly tag: string | undefined;
}

const written = new WeakMap<object, Written & { readonly by: Endpoint["answer"] }>();

/** What a handler answers again is the same for whoever asks, and is written out but once. */
const writtenAs = ({ answer, method }: Endpoint, body: unknown): Written => {
  if (method !== "GET" || !isVersioned(body)) return { encoded: answer.encode(body), tag: undefined };
  const before = written.get(body);
  if (before?.by === answer) return before;
  const encoded = answer.encode(body);
  const now = {
    encoded,
    tag: typeof encoded === "string" ? `"${tagOf(body, encoded)}"` : undefined,
    by: answer,
  };
  written.set(body, now);
  return now;
};

/** Writes a handler's answer by the endpoint's Schema. */
export const sendAnswer = (
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  result: unknown,
): FastifyReply => {
  const { answer } = endpoint;
  const { body, headers } = result instanceof Reply ? result : { body: result, headers: {} };
  const { encoded, tag } = writtenAs(endpoint, body);
  reply.status(answer.status).headers({ "cache-control": "no-store", ...headers });
  if (answer.contentType === undefined) return reply.send();
  if (!reply.hasHeader("content-type")) reply.type(answer.contentType);
  if (tag !== undefined) {
    reply.headers({ etag: tag, "cache-control": "private, no-cache", vary: "authorization" });
    if (hasTag(request.headers["if-none-match"], tag)) return reply.status(304).send();
  }
  return reply.send(encoded instanceof Uint8Array ? Buffer.from(encoded) : encoded);
};
