import { createHash } from "node:crypto";
import { type Actor, type Caller, Links } from "@resale/core";
import { Option } from "effect";
import type { FastifyRequest } from "fastify";
import { AuthenticationUnavailable, Unauthenticated } from "../access/Unauthenticated.ts";
import { Body } from "./Body.ts";
import type { ResaleOptions } from "./Engine.ts";
import { type Refused, refusedBy, unauthenticated, unreachable } from "./Refused.ts";

const guestToken = (request: FastifyRequest): string | undefined =>
  /^Guest +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];

const visitor: Actor = { _tag: "Visitor" };

/** Who asks. A guest's link is the engine's own; everything else is the shop's to know (R26, R54). */
export const actorOf = async (
  request: FastifyRequest,
  { authenticate, runtime }: ResaleOptions,
): Promise<Actor | { readonly refused: Refused }> => {
  const token = guestToken(request);
  if (token !== undefined) {
    const order = await runtime.runPromise(Links.useSync((links) => links.orderOf(token)));
    return Option.match(order, {
      onNone: () => ({
        refused: refusedBy({ _tag: "NotFound", subject: "order", id: "" }, { _tag: "System" }, "orders"),
      }),
      onSome: (found): Actor => ({ _tag: "Guest", order: found }),
    });
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

/** Whose idempotency keys these are. */
export const scopeOf = (actor: Actor): string => {
  switch (actor._tag) {
    case "Member":
    case "Reviewer":
    case "Support":
      return `${actor._tag}:${actor.id}`;
    case "Guest":
      return `Guest:${actor.order}`;
    default:
      return actor._tag;
  }
};

const fingerprintOf = (request: FastifyRequest): string => {
  const digest = createHash("sha256").update(`${request.method} ${request.url}\n`);
  if (request.body instanceof Body) digest.update(request.body.bytes);
  return digest.digest("base64url");
};

/** The caller, with the key under which a repeat of this request gets the first answer (R56). */
export const callerOf = (actor: Actor, request: FastifyRequest, key: unknown): Caller =>
  typeof key === "string"
    ? { actor, idempotency: { scope: scopeOf(actor), key, fingerprint: fingerprintOf(request) } }
    : { actor };

/** The actor of whoever need not say who they are. */
export const nobody = visitor;
