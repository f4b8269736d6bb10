import { createHash } from "node:crypto";
import { type Actor, type Caller, guestOf, keyScopeOf, system } from "@resale/core";
import { Effect, Result } from "effect";
import type { FastifyRequest } from "fastify";
import { AuthenticationUnavailable, Unauthenticated } from "../access/Unauthenticated.ts";
import { Body } from "./Body.ts";
import type { Parts } from "./decode.ts";
import type { ResaleOptions } from "./Engine.ts";
import { type Refused, refusedBy, unauthenticated, unreachable } from "./Refused.ts";

const guestToken = (request: FastifyRequest): string | undefined =>
  /^Guest +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];

/** A link that is not taken any more is replaced by asking for a new one, not by signing in. */
const guestChallenge = { "www-authenticate": 'Guest realm="resale"' };

const visitor: Actor = { _tag: "Visitor" };

/** Who asks. A guest's link is the engine's own; everything else is the shop's to know (R26, R54). */
export const actorOf = async (
  request: FastifyRequest,
  { authenticate, runtime }: ResaleOptions,
): Promise<Actor | { readonly refused: Refused }> => {
  const token = guestToken(request);
  if (token !== undefined) {
    const guest = await runtime.runPromise(Effect.result(guestOf(token)));
    if (Result.isSuccess(guest)) return guest.success;
    const { problem, headers } = refusedBy(guest.failure, system, "orders");
    const asked = guest.failure._tag === "LinkNotValid" ? { ...headers, ...guestChallenge } : headers;
    return { refused: { problem, headers: asked } };
  }
  try {
    return await authenticate(request);
  } catch (error) {
    if (error instanceof Unauthenticated) return { refused: unauthenticated(error.message) };
    if (!(error instanceof AuthenticationUnavailable)) throw error;
    request.log.warn({ err: error }, "nobody can be signed in");
    return { refused: unreachable };
  }
};

/** Of the bytes as they came: a client that repeats a request sends them again (R56). */
const fingerprintOf = (request: FastifyRequest): string => {
  const digest = createHash("sha256").update(`${request.method} ${request.url}\n`);
  if (request.body instanceof Body) digest.update(request.body.bytes);
  return digest.digest("base64url");
};

/** What a route changes: the thing that its address names. */
const changed = ["listing", "order", "subscription"] as const;

/** The versions that the caller has seen of it, by their tags; nothing, if any version will do. */
const seenOf = (params: unknown, ifMatch: unknown): Caller["seen"] => {
  if (typeof ifMatch !== "string" || ifMatch === "*" || typeof params !== "object" || params === null) return;
  const versions = [...ifMatch.matchAll(/"(\d+)[^"]*"/g)].map(([, version]) => Number(version));
  for (const [kind, id] of Object.entries(params)) {
    const known = changed.find((one) => one === kind);
    if (known !== undefined && typeof id === "string") return { kind: known, id, versions };
  }
  return;
};

const headerOf = ({ headers }: Parts, name: string): unknown =>
  typeof headers === "object" && headers !== null ? Reflect.get(headers, name) : undefined;

/** The caller: the key under which a repeat gets the first answer (R56), and what was seen of what is to be changed. */
export const callerOf = (actor: Actor, request: FastifyRequest, parts: Parts): Caller => {
  const key = headerOf(parts, "idempotency-key");
  const seen = seenOf(parts.params, headerOf(parts, "if-match"));
  return {
    actor,
    ...(typeof key === "string"
      ? { idempotency: { scope: keyScopeOf(actor), key, fingerprint: fingerprintOf(request) } }
      : {}),
    ...(seen === undefined ? {} : { seen }),
  };
};

/** The actor of whoever need not say who they are. */
export const nobody = visitor;
