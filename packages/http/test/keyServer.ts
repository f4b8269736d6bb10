import { generateKeyPairSync } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, type JWK, SignJWT } from "jose";
import { audience, issuer } from "./shop.ts";

/** A pair of keys of the shop: it signs with one, and publishes the other. */
export const keyPair = async (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" };
  const sign = (claims: Readonly<Record<string, unknown>>, seconds = 3600, without: string = "") => {
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: issuer, aud: audience, sub: "ada", email: "ada@example.com", exp: now + seconds };
    const given = Object.entries({ ...all, ...claims }).filter(([name]) => name !== without);
    return new SignJWT(Object.fromEntries(given)).setProtectedHeader({ alg: "ES256", kid }).sign(privateKey);
  };
  return { jwk, sign, publicKey };
};
export type KeyPair = Awaited<ReturnType<typeof keyPair>>;

/** Where a shop publishes its keys, in all the ways in which that goes wrong. */
export const keyServer = async () => {
  const published = (answer: ServerResponse, keys: ReadonlyArray<JWK>): void => {
    answer.setHeader("content-type", "application/json");
    answer.end(JSON.stringify({ keys }));
  };
  const state = { keys: [] as ReadonlyArray<JWK>, asked: 0, manner: published };
  const server = createServer((_, answer) => {
    state.asked += 1;
    state.manner(answer, state.keys);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    state,
    url: new URL(`http://127.0.0.1:${port}/keys`),
    published,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
export type KeyServer = Awaited<ReturnType<typeof keyServer>>;
