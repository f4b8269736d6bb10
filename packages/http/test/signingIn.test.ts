import { generateKeyPairSync } from "node:crypto";
import { Redacted } from "effect";
import type { FastifyRequest } from "fastify";
import { exportJWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jwtAuthentication, Unauthenticated } from "../src/index.ts";
import { audience, issuer, openShop, type Shop, tokenOf } from "./shop.ts";

const request = (authorization: string | undefined) => ({ headers: { authorization } }) as FastifyRequest;
const hour = (): number => Math.floor(Date.now() / 1000) + 3600;
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The same token with another signature: its first letter holds nothing but bits of it. */
const forged = (token: string): string => {
  const at = token.lastIndexOf(".") + 1;
  return `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
};

describe("signing in with the shop's tokens", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const ask = (authorization: string) =>
    fetch(`${shop.baseUrl}/orders?as=Buyer`, { headers: { authorization } });
  const ada = { sub: "ada", email: "ada@example.com" };

  it("R54 knows a member by the account and the e-mail address", async () => {
    expect((await ask(`Bearer ${await tokenOf(ada)}`)).status).toBe(200);
    expect((await ask(`bearer ${await tokenOf(ada)}`)).status).toBe(200);
  });

  it("R54 turns away a token for another audience, of another key, or one that has expired", async () => {
    const unsigned = `${encode({ alg: "none" })}.${encode({ ...ada, iss: issuer, aud: audience, exp: hour() })}.`;
    const valid = await tokenOf(ada);
    const bad = [
      await tokenOf(ada, { audience: "another" }),
      await tokenOf(ada, { secret: "another secret, that nobody gave us" }),
      await tokenOf(ada, { expires: Math.floor(Date.now() / 1000) - 10 }),
      await tokenOf({ email: "ada@example.com" }),
      await tokenOf({ sub: "ada" }),
      await tokenOf({ ...ada, sub: "a b" }),
      await tokenOf({ ...ada, email: "not an address" }),
      unsigned,
      forged(valid),
      valid.split(".").slice(0, 2).join("."),
      "nonsense",
    ];
    for (const token of bad) {
      const answer = await ask(`Bearer ${token}`);
      expect(answer.status, token).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="resale"');
      const problem = await answer.json();
      expect(problem).toMatchObject({ type: "/problems/unauthenticated", status: 401 });
      expect(JSON.stringify(problem)).not.toContain(token);
    }
    for (const header of ["Basic YTpi", "Bearer", "Bearer a b", "", "Guest"]) {
      expect((await ask(header)).status, header).toBe(401);
    }
  });

  it("takes published keys, by RSA or by curves, and no other algorithm", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "ES256" }] };
    const authenticate = jwtAuthentication({ key: { jwks }, issuer, audience });
    const sign = (alg: string, key: Parameters<SignJWT["sign"]>[0]) =>
      new SignJWT({ ...ada, roles: ["reviewer"] })
        .setProtectedHeader({ alg, kid: "one" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime(hour())
        .sign(key);
    expect(await authenticate(request(`Bearer ${await sign("ES256", privateKey)}`))).toEqual({
      _tag: "Reviewer",
      id: "ada",
    });
    // The published key, taken as a shared secret: the oldest trick there is.
    const published = publicKey.export({ type: "spki", format: "pem" });
    const forged = await sign("HS256", new TextEncoder().encode(published.toString()));
    await expect(authenticate(request(`Bearer ${forged}`))).rejects.toBeInstanceOf(Unauthenticated);
    expect(await authenticate(request(undefined))).toEqual({ _tag: "Visitor" });
  });

  it("needs a secret that nobody can guess", () => {
    const key = { secret: Redacted.make("short") };
    expect(() => jwtAuthentication({ key, issuer, audience })).toThrow("at least 32 bytes");
  });
});
