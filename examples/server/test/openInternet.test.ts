import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { Effect } from "effect";
import type { FastifyInstance } from "fastify";
import { exportJWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reasonNotToStart } from "../src/refusal.ts";
import { start } from "../src/start.ts";
import { opened, present } from "./marketplace.ts";

const ISSUER = "https://login.shop.example";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The shop's own sign-in, which publishes its keys. */
const signInServer = Effect.acquireRelease(
  Effect.promise(async () => {
    const keys = [{ ...(await exportJWK(publicKey)), kid: "a", alg: "RS256", use: "sig" }];
    const server = createServer((_, answer) => void answer.end(JSON.stringify({ keys })));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    return { server, url: `http://127.0.0.1:${port}/keys` };
  }),
  ({ server }) => Effect.promise(() => new Promise((resolve) => server.close(resolve))),
);

const tokenOf = (claims: Readonly<Record<string, unknown>>): Promise<string> =>
  new SignJWT({ iss: ISSUER, aud: "resale", ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "a" })
    .setExpirationTime("1h")
    .sign(privateKey);

/** Every route under a path, as Fastify itself lists them. */
const routesUnder = (app: FastifyInstance, prefix: string): ReadonlyArray<readonly [string, string]> =>
  app
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, path = "", methods = ""] = /(\/\S*) \(([A-Z, ]+)\)/.exec(line) ?? [];
      return path.startsWith(prefix) ? methods.split(", ").map((method) => [method, path] as const) : [];
    });

describe("a shop on the open internet", () => {
  const room = () =>
    opened(
      Effect.gen(function* () {
        const { env } = yield* present;
        return { env, keys: yield* signInServer };
      }),
    );
  let place: Awaited<ReturnType<typeof room>>;
  let server: Awaited<ReturnType<typeof start>>;
  const told = () => ({
    ...place.env,
    JWKS_URL: place.keys.url,
    JWT_ISSUER: ISSUER,
    JWT_AUDIENCE: "resale",
    JWT_ROLES: "care=support,atelier=reviewer",
  });
  beforeAll(async () => {
    place = await room();
    server = await start(told());
  });
  afterAll(async () => {
    await server?.stop();
    await place?.close();
  });

  const refusal = async (more: Readonly<Record<string, string>>) => {
    const cause = await start({ ...place.env, ...more }).then(
      async ({ stop }) => {
        await stop();
        return "it started";
      },
      (reason: unknown) => reason,
    );
    return reasonNotToStart(cause) ?? String(cause);
  };

  it("R54 knows people by the keys its own sign-in publishes, and staff by the shop's names for them", async () => {
    const statusOf = async (path: string, claims: Readonly<Record<string, unknown>>) => {
      const headers = { authorization: `Bearer ${await tokenOf(claims)}` };
      return (await server.app.inject({ url: path, headers })).statusCode;
    };
    expect(await statusOf("/orders?as=Buyer", { sub: "ada", email: "ada@example.com" })).toBe(200);
    expect(await statusOf("/support/tasks", { sub: "ada", email: "ada@example.com" })).toBe(403);
    expect(await statusOf("/support/tasks", { sub: "sam", roles: ["care"] })).toBe(200);
    expect(await statusOf("/review/listings", { sub: "rita", roles: ["atelier"] })).toBe(200);
    expect(await statusOf("/support/tasks", { sub: "eve", email: "e@example.com", roles: ["support"] })).toBe(
      403,
    );
    expect(await statusOf("/orders?as=Buyer", { sub: "ada", email: "ada@example.com", aud: "else" })).toBe(
      401,
    );
  });

  it("begins empty: nothing that is made up is for sale", async () => {
    const { DATABASE_URL: _, ...others } = told();
    const fresh = await start({ ...others, DATA_DIR: join(place.env.DATA_DIR, "empty") });
    const catalogue = await fresh.app.inject({ url: "/catalogue?limit=5" });
    await fresh.stop();
    expect(catalogue.json()).toMatchObject({ entries: [] });
  });

  it("signs in nobody by itself, and shows nobody's mails", async () => {
    const payload = { email: "sam@resale.example" };
    for (const prefix of ["", "/api"]) {
      const signIn = await server.app.inject({ method: "POST", url: `${prefix}/sign-in`, payload });
      expect(signIn.statusCode).toBe(404);
      for (const path of [
        "/sign-in",
        "/mails",
        "/mails.json?to=a@example.com",
        "/mails/1",
        "/mails/1/html",
      ]) {
        expect((await server.app.inject({ url: `${prefix}${path}` })).statusCode, path).toBe(404);
      }
    }
  });

  it("R59 has no route of the sandbox, under any method", async () => {
    const sandbox = await start({ ...told(), SANDBOX: "on", DATA_DIR: join(place.env.DATA_DIR, "sandbox") });
    const routes = routesUnder(sandbox.app, "/sandbox");
    await sandbox.stop();
    expect(routes.length).toBeGreaterThan(5);
    expect(routesUnder(server.app, "/sandbox")).toEqual([]);
    expect(server.app.printRoutes({ commonPrefix: false })).not.toContain("sandbox");
    const authorization = `Bearer ${await tokenOf({ sub: "sam", roles: ["care"] })}`;
    for (const [method, path] of routes) {
      for (const prefix of ["", "/api"]) {
        const url = `${prefix}${path.replaceAll(/:\w+/g, crypto.randomUUID())}`;
        const answer = await server.app.inject({
          method: method as "GET",
          url,
          headers: { authorization },
          ...(method === "GET" || method === "HEAD" ? {} : { payload: {} }),
        });
        expect(answer.statusCode, `${method} ${url}`).toBe(404);
      }
    }
  });

  it.each([
    [{ SANDBOX: "on", PAYMENTS: "stripe" }, "PAYMENTS"],
    [{ SANDBOX: "on", STORE_CREDIT: "shopify" }, "STORE_CREDIT"],
    [{ SANDBOX: "on", TAX: "stripe", CARRIER: "usps" }, "TAX, CARRIER"],
  ])("R59 does not start with a sandbox beside a real provider: %o", async (env, named) => {
    const said = await refusal(env);
    expect(said).toContain("A sandbox and real providers don't go together");
    expect(said).toContain(named);
  });

  it("R54 does not start with a real provider where nothing says who somebody is", async () => {
    const said = await refusal({ CARRIER: "easypost", EASYPOST_API_KEY: "EZTK_of_this_test" });
    expect(said).toContain("CARRIER");
    expect(said).toContain("JWKS_URL");
    expect(said).toContain("OPEN_SIGN_IN=on");
  });

  it.each([
    [{ JWT_ISSUER: "" }, "JWT_ISSUER"],
    [{ JWT_AUDIENCE: "" }, "JWT_AUDIENCE"],
    [{ JWKS_URL: "http://login.shop.example/keys" }, "https://"],
    [{ JWKS_URL: "nonsense" }, "JWKS_URL"],
    [{ JWT_ROLES: "care=king" }, "care=support"],
  ])("does not start with half a sign-in: %o", async (env, named) => {
    expect(await refusal({ ...told(), ...env })).toContain(named);
  });
});
