import { type Actor, Email, MemberId } from "@resale/core";
import { Redacted, Schema } from "effect";
import {
  createLocalJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import type { Authenticate } from "../server/Engine.ts";
import { KeysUnreachable, type RemoteKeyOptions, remoteKeys } from "./remoteKeys.ts";
import { type StaffRoles, staffOf } from "./staff.ts";
import { AuthenticationUnavailable, Unauthenticated } from "./Unauthenticated.ts";

/** What the shop signs its tokens with: published keys, or a secret it shares with the engine. */
export type JwtKey =
  | { readonly jwks: URL | JSONWebKeySet; readonly asking?: RemoteKeyOptions }
  | { readonly secret: Redacted.Redacted<string> };

export interface JwtOptions {
  readonly key: JwtKey;
  readonly issuer: string;
  readonly audience: string;
  /** The algorithms that are taken, whatever a token says; the usual ones for the kind of key, if left out. */
  readonly algorithms?: ReadonlyArray<string>;
  /** How many seconds the clocks of the shop and of the engine may be apart; 5, if left out. */
  readonly clockTolerance?: number;
  /** The claim that lists the roles of staff, or the path to it: `roles`, if left out. */
  readonly rolesClaim?: string;
  /** What the roles of that claim make of somebody; `support` and `reviewer` what they say, if left out. */
  readonly roles?: StaffRoles;
}

const PUBLISHED = ["RS256", "PS256", "ES256", "EdDSA"];
const SHARED = ["HS256"];
const SHORTEST_SECRET = 32;
/** A token of this shop names a person and some roles: far less than this. */
const LONGEST = 8 * 1024;
const TOLERANCE = 5;

const keyOf = (key: JwtKey): JWTVerifyGetKey => {
  if ("jwks" in key) {
    return key.jwks instanceof URL ? remoteKeys(key.jwks, key.asking) : createLocalJWKSet(key.jwks);
  }
  const secret = new TextEncoder().encode(Redacted.value(key.secret));
  if (secret.length < SHORTEST_SECRET) {
    throw new Error(`the secret of the tokens needs at least ${SHORTEST_SECRET} bytes`);
  }
  return () => secret;
};

/** A published key is never taken for a shared secret, nor the other way round; and nothing goes unsigned. */
const algorithmsOf = ({ key, algorithms }: JwtOptions): Array<string> => {
  const isShared = "secret" in key;
  const taken = algorithms ?? (isShared ? SHARED : PUBLISHED);
  const wrong = taken.find((one) => /^HS\d+$/.test(one) !== isShared || one.toLowerCase() === "none");
  if (wrong === undefined && taken.length > 0) return [...taken];
  throw new Error(
    `${wrong ?? "no algorithm"} can't be used with ${isShared ? "a shared secret" : "published keys"}`,
  );
};

const isMemberId = Schema.is(MemberId);
const isEmail = Schema.is(Email);

const actorOf = (claims: JWTPayload, { rolesClaim, roles }: JwtOptions): Actor => {
  const { sub, email } = claims;
  if (!isMemberId(sub))
    throw new Unauthenticated("The token names nobody we can know: its `sub` is not a key.");
  const staff = staffOf(claims, rolesClaim, roles);
  if (staff !== undefined) return { _tag: staff, id: sub };
  if (!isEmail(email)) throw new Unauthenticated("The token holds no e-mail address.");
  return { _tag: "Member", id: sub, email };
};

/**
 * Knows people by the shop's own bearer tokens (JWT): signature, algorithm, issuer, audience and time are checked, `sub`
 * is the loyalty account, the roles' claim makes staff of somebody. Nobody who sends no token is turned away.
 */
export const jwtAuthentication = (options: JwtOptions): Authenticate => {
  const key = keyOf(options.key);
  const { issuer, audience, clockTolerance = TOLERANCE } = options;
  const checks = {
    algorithms: algorithmsOf(options),
    issuer,
    audience,
    clockTolerance,
    requiredClaims: ["sub", "exp"],
  };
  return async ({ headers: { authorization } }) => {
    if (authorization === undefined) return { _tag: "Visitor" };
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new Unauthenticated("Send a token as `Authorization: Bearer …`.");
    if (token.length > LONGEST) throw new Unauthenticated("The token is too long.");
    try {
      const { payload } = await jwtVerify(token, key, checks);
      return actorOf(payload, options);
    } catch (error) {
      if (error instanceof Unauthenticated) throw error;
      if (error instanceof KeysUnreachable) {
        throw new AuthenticationUnavailable("the keys can't be fetched", { cause: error });
      }
      if (error instanceof errors.JWTExpired) throw new Unauthenticated("The token has expired.");
      throw new Unauthenticated("The token is not valid here.");
    }
  };
};
