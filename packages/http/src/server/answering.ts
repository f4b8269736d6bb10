import { hash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { PROBLEM_JSON, type Problem } from "../contract/Problem.ts";
import type { Endpoint } from "./endpoints.ts";
import { Redirect, Reply } from "./Handlers.ts";
import type { Refused } from "./Refused.ts";

/**
 * A refusal of one request. Its `type` leads to the page about it, wherever the routes are mounted; its `instance` is the
 * request's id, by which it is found in the log.
 */
export const occurrence = ({ id, server }: FastifyRequest, { problem }: Refused): Problem => ({
  ...problem,
  type: `${server.prefix}${problem.type}`,
  instance: `urn:request:${id}`,
});

/** Answers with a problem. */
export const sendRefused = (request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply =>
  reply
    .status(refused.problem.status)
    .headers({ "cache-control": "no-store", ...refused.headers })
    .type(PROBLEM_JSON)
    .send(JSON.stringify(occurrence(request, refused)));

const isVersioned = (body: unknown): body is { readonly version: number } =>
  typeof body === "object" && body !== null && "version" in body && typeof body.version === "number";

/**
 * The version that an answer shows, if it has one, and a digest of how: the same version reads differently for other
 * readers, after a deadline has passed, or with a new score.
 */
export const tagOf = (body: unknown, encoded: string): string => {
  const digest = hash("sha1", encoded, "base64url").slice(0, 16);
  return isVersioned(body) ? `${body.version}.${digest}` : digest;
};

const bare = (tag: string): string => tag.trim().replace(/^W\//, "");

const hasTag = (header: string | undefined, tag: string): boolean =>
  (header ?? "").split(",").some((one) => one.trim() === "*" || bare(one) === bare(tag));

interface Written {
  readonly encoded: unknown;
  readonly tag: string | undefined;
}

const written = new WeakMap<object, Written & { readonly by: Endpoint["answer"] }>();

/** What a handler answers again is the same for whoever asks, and is written out but once. */
const writtenAs = ({ answer, group, method }: Endpoint, body: unknown): Written => {
  if (method !== "GET" || !isVersioned(body)) {
    const encoded = answer.encode(body);
    const isPage = method === "GET" && group !== "health" && typeof encoded === "string";
    return { encoded, tag: isPage ? `W/"${tagOf(body, encoded)}"` : undefined };
  }
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
  if (result instanceof Redirect) {
    return reply.header("cache-control", result.cacheControl).redirect(result.url, 302);
  }
  const { answer } = endpoint;
  const { body, headers } = result instanceof Reply ? result : { body: result, headers: {} };
  const { encoded, tag } = writtenAs(endpoint, body);
  reply.status(answer.status).headers({ "cache-control": "no-store", ...headers });
  if (answer.contentType === undefined) return reply.send();
  if (!reply.hasHeader("content-type")) reply.type(answer.contentType);
  if (tag !== undefined) {
    // What a handler says everybody may keep is everybody's.
    const kept = "cache-control" in headers ? {} : { "cache-control": "private, no-cache" };
    reply.headers({ etag: tag, vary: "authorization", ...kept });
    if (hasTag(request.headers["if-none-match"], tag)) return reply.status(304).send();
  }
  return reply.send(encoded instanceof Uint8Array ? Buffer.from(encoded) : encoded);
};
