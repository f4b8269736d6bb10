import fastify, { type FastifyRequest } from "fastify";
import { SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  AuthenticationUnavailable,
  type JwtOptions,
  jwtAuthentication,
  type RemoteKeyOptions,
  resaleRoutes,
  Unauthenticated,
} from "../src/index.ts";
import { type KeyPair, type KeyServer, keyPair, keyServer } from "./keyServer.ts";
import { audience, issuer, openShop } from "./shop.ts";

const request = (token: string) => ({ headers: { authorization: `Bearer ${token}` } }) as FastifyRequest;
const member = { _tag: "Member", id: "ada", email: "ada@example.com" };

describe("the keys that a shop publishes", () => {
  let server: KeyServer;
  let one: KeyPair;
  let two: KeyPair;
  beforeEach(async () => {
    server = await keyServer();
    [one, two] = await Promise.all([keyPair("one"), keyPair("two")]);
    server.state.keys = [one.jwk];
  });
  afterEach(() => server.close());

  const asking = (options: RemoteKeyOptions = {}, more: Partial<JwtOptions> = {}) => {
    const authenticate = jwtAuthentication({
      key: { jwks: server.url, asking: options },
      issuer,
      audience,
      ...more,
    });
    return (token: string) => authenticate(request(token));
  };

  it("are asked for once, however many come with them", async () => {
    const authenticate = asking();
    const token = await one.sign({});
    const all = await Promise.all(Array.from({ length: 50 }, () => authenticate(token)));
    expect(all).toEqual(Array.from({ length: 50 }, () => member));
    expect(await authenticate(token)).toEqual(member);
    expect(server.state.asked).toBe(1);
  });

  it("are asked for once more when they rotate, and the old ones are no longer taken", async () => {
    const authenticate = asking({ cooldown: 0 });
    expect(await authenticate(await one.sign({}))).toEqual(member);
    server.state.keys = [two.jwk];
    expect(await authenticate(await two.sign({}))).toEqual(member);
    expect(server.state.asked).toBe(2);
    await expect(authenticate(await one.sign({}))).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("are not asked for again at every token with a made-up key", async () => {
    const authenticate = asking({ cooldown: 60_000 });
    expect(await authenticate(await one.sign({}))).toEqual(member);
    for (let time = 0; time < 20; time++) {
      await expect(authenticate(await two.sign({}))).rejects.toBeInstanceOf(Unauthenticated);
    }
    expect(server.state.asked).toBe(1);
  });

  it.each<readonly [string, KeyServer["state"]["manner"]]>([
    ["fails", (answer) => answer.writeHead(500).end()],
    ["sends elsewhere", (answer) => answer.writeHead(302, { location: "http://127.0.0.1:1/" }).end()],
    ["hangs up", (answer) => answer.destroy()],
    ["never answers", () => undefined],
    ["never ends", (answer) => void answer.write('{"keys":[')],
    ["answers no JSON", (answer) => void answer.end("<html>")],
    ["answers another thing", (answer) => void answer.end('{"keys":"all"}')],
    ["answers keys that are none", (answer) => void answer.end('{"keys":[null,1]}')],
    ["answers too much", (answer) => void answer.end(`{"keys":[],"more":"${"x".repeat(300_000)}"}`)],
  ])("let nobody in while their address %s, and it is asked once in a while", async (_, manner) => {
    server.state.manner = manner;
    const authenticate = asking({ timeout: 200, pause: 60_000 });
    const token = await one.sign({});
    for (let time = 0; time < 5; time++) {
      await expect(authenticate(token)).rejects.toBeInstanceOf(AuthenticationUnavailable);
    }
    expect(server.state.asked).toBe(1);
  });

  it("are taken for a while after their address has failed, and no others with them", async () => {
    const authenticate = asking({ fresh: 0, cooldown: 0, pause: 0 });
    expect(await authenticate(await one.sign({}))).toEqual(member);
    server.state.manner = (answer) => answer.writeHead(503).end();
    expect(await authenticate(await one.sign({}))).toEqual(member);
    await expect(authenticate(await two.sign({}))).rejects.toBeInstanceOf(AuthenticationUnavailable);
    await expect(authenticate(await one.sign({ aud: "else" }))).rejects.toBeInstanceOf(Unauthenticated);
    server.state.manner = server.published;
    server.state.keys = [two.jwk];
    expect(await authenticate(await two.sign({}))).toEqual(member);
    await expect(authenticate(await one.sign({}))).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("are needed by those alone who come with a token: the others are answered", async () => {
    server.state.manner = (answer) => answer.writeHead(500).end();
    const shop = await openShop();
    const app = fastify();
    const authenticate = jwtAuthentication({ key: { jwks: server.url }, issuer, audience });
    await app.register(resaleRoutes, { runtime: shop.runtime, authenticate });
    const headers = { authorization: `Bearer ${await one.sign({})}` };
    const answer = await app.inject({ url: "/catalogue", headers });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["retry-after"]).toBe("2");
    expect((await app.inject({ url: "/catalogue" })).statusCode).toBe(200);
    expect((await app.inject({ url: "/health/live", headers })).statusCode).toBe(200);
    await app.close();
    await shop.close();
  });

  it.each([
    [4, "in"],
    [30, "out"],
  ])("R54 let in whose token ended %i seconds ago by our clock: %s", async (seconds, end) => {
    const asked = asking({}, { clockTolerance: 15 })(await one.sign({}, -seconds));
    if (end === "in") expect(await asked).toEqual(member);
    else await expect(asked).rejects.toThrow("has expired");
  });

  it("R54 turn away what has no end, another issuer or reader, begins later, or is too long", async () => {
    const authenticate = asking();
    const later = Math.floor(Date.now() / 1000) + 600;
    const bad = [
      await one.sign({}, 3600, "exp"),
      await one.sign({}, 3600, "iss"),
      await one.sign({}, 3600, "aud"),
      await one.sign({ iss: "https://else.example" }),
      await one.sign({ aud: ["else"] }),
      await one.sign({ nbf: later }),
      await one.sign({ more: "x".repeat(9000) }),
    ];
    for (const token of bad) await expect(authenticate(token)).rejects.toBeInstanceOf(Unauthenticated);
    expect(await authenticate(await one.sign({ aud: ["else", audience] }))).toEqual(member);
  });

  it("are never taken for a shared secret, and nothing goes unsigned", async () => {
    const secret = new TextEncoder().encode(one.publicKey.export({ type: "spki", format: "pem" }).toString());
    const claims = { iss: issuer, aud: audience, sub: "ada", email: "ada@example.com" };
    const hour = Math.floor(Date.now() / 1000) + 3600;
    server.state.keys = [one.jwk, { kty: "oct", kid: "two", k: Buffer.from(secret).toString("base64url") }];
    const authenticate = asking();
    for (const kid of ["one", "two"]) {
      const shared = new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid }).setExpirationTime(hour);
      await expect(authenticate(await shared.sign(secret))).rejects.toBeInstanceOf(Unauthenticated);
    }
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const alg of ["none", "None", "NONE"]) {
      const unsigned = `${part({ alg, kid: "one" })}.${part({ ...claims, exp: hour })}.`;
      await expect(authenticate(unsigned)).rejects.toBeInstanceOf(Unauthenticated);
    }
    for (const algorithms of [["HS256"], ["none"], ["ES256", "HS512"], []]) {
      expect(() => asking({}, { algorithms })).toThrow("can't be used with published keys");
    }
  });

  it.each<readonly [string, Partial<JwtOptions>, Readonly<Record<string, unknown>>, object]>([
    ["the usual names", {}, { roles: ["reviewer"] }, { _tag: "Reviewer", id: "ada" }],
    ["who may do more is that", {}, { roles: "reviewer support" }, { _tag: "Support", id: "ada" }],
    ["no role of staff", {}, { roles: ["customer"] }, member],
    ["a role by the name of something else", {}, { roles: ["__proto__", "constructor", 7, null] }, member],
    ["names of the shop's own", { roles: { care: "Support" } }, { roles: ["care"] }, { _tag: "Support" }],
    ["only those", { roles: { care: "Support" } }, { roles: ["support"] }, member],
    [
      "a claim with dots in its name",
      { rolesClaim: "https://shop.example/roles" },
      { "https://shop.example/roles": ["support"] },
      { _tag: "Support" },
    ],
    [
      "a claim within another",
      { rolesClaim: "realm_access.roles" },
      { realm_access: { roles: ["reviewer"] } },
      { _tag: "Reviewer" },
    ],
  ])("R54 make staff of somebody by the shop's table: %s", async (_, options, claims, actor) => {
    expect(await asking({}, options)(await one.sign(claims))).toMatchObject(actor);
  });
});
