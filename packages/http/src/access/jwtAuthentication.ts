import { type Actor, Email, MemberId } from "@resale/core";
import { Redacted, Schema } from "effect";
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import type { Authenticate } from "../server/Engine.ts";
import { AuthenticationUnavailable, Unauthenticated } from "./Unauthenticated.ts";

/** What the shop signs its tokens with: published keys, or a secret it shares with the engine. */
export type JwtKey = { readonly jwks: URL | JSONWebKeySet } | { readonly secret: Redacted.Redacted<string> };

export interface JwtOptions {
  readonly key: JwtKey;
  readonly issuer: string;
  readonly audience: string;
  /** The algorithms that are taken, whatever a token says; the usual ones for the kind of key, if left out. */
  readonly algorithms?: ReadonlyArray<string>;
  /** The claim that lists the roles of staff: `roles`, if left out. */
  readonly rolesClaim?: string;
  /** What the shop calls its staff in that claim: `support` and `reviewer`, if left out. */
  readonly roles?: { readonly support: string; readonly reviewer: string };
}

const PUBLISHED = ["RS256", "PS256", "ES256", "EdDSA"];
const SHARED = ["HS256"];
const SHORTEST_SECRET = 32;

const keyOf = (key: JwtKey): JWTVerifyGetKey => {
  if ("jwks" in key) {
    return key.jwks instanceof URL ? createRemoteJWKSet(key.jwks) : createLocalJWKSet(key.jwks);
  }
  const secret = new TextEncoder().encode(Redacted.value(key.secret));
  if (secret.length < SHORTEST_SECRET) {
    throw new Error(`the secret of the tokens needs at least ${SHORTEST_SECRET} bytes`);
  }
  return () => secret;
};

const isMemberId = Schema.is(MemberId);
const isEmail = Schema.is(Email);

const rolesOf = (claim: unknown): ReadonlyArray<unknown> => {
  if (typeof claim === "string") return claim.split(/[\s,]+/);
  return Array.isArray(claim) ? claim : [];
};

const actorOf = (claims: JWTPayload, options: JwtOptions): Actor => {
  const { sub, email } = claims;
  const { support = "support", reviewer = "reviewer" } = options.roles ?? {};
  const roles = rolesOf(claims[options.rolesClaim ?? "roles"]);
  if (!isMemberId(sub))
    throw new Unauthenticated("The token names nobody we can know: its `sub` is not a key.");
  if (roles.includes(support)) return { _tag: "Support", id: sub };
  if (roles.includes(reviewer)) return { _tag: "Reviewer", id: sub };
  if (!isEmail(email)) throw new Unauthenticated("The token holds no e-mail address.");
  return { _tag: "Member", id: sub, email };
};

const isRemote = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error.code === "ERR_JOSE_GENERIC" ||
  error instanceof errors.JWKSInvalid;

/**
 * Knows people by the shop's own bearer tokens (JWT): signature, algorithm, issuer, audience and time are checked, `sub`
 * is the loyalty account, the roles' claim makes staff of somebody. Nobody who sends no token is turned away.
 */
export const jwtAuthentication = (options: JwtOptions): Authenticate => {
  const key = keyOf(options.key);
  const algorithms = [...(options.algorithms ?? ("secret" in options.key ? SHARED : PUBLISHED))];
  const { issuer, audience } = options;
  return async ({ headers: { authorization } }) => {
    if (authorization === undefined) return { _tag: "Visitor" };
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new Unauthenticated("Send a token as `Authorization: Bearer …`.");
    try {
      const required = { algorithms, issuer, audience, requiredClaims: ["sub", "exp"] };
      const { payload } = await jwtVerify(token, key, required);
      return actorOf(payload, options);
    } catch (error) {
      if (error instanceof Unauthenticated) throw error;
      if (isRemote(error)) throw new AuthenticationUnavailable("the keys can't be fetched", { cause: error });
      if (error instanceof errors.JWTExpired) throw new Unauthenticated("The token has expired.");
      throw new Unauthenticated("The token is not valid here.");
    }
  };
};
