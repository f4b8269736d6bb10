import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";

/** How long published keys are taken without asking again, and how long still if they can't be asked for. */
const FRESH = 10 * 60_000;
const STALE = 60 * 60_000;
/** After an answer, an unknown key is a reason to ask again no sooner than this. */
const COOLDOWN = 30_000;
/** After a failure nobody asks, and nobody waits, for this long. */
const PAUSE = 5_000;
const TIMEOUT = 3_000;
const LARGEST = 256 * 1024;

/** The published keys can't be had just now. */
export class KeysUnreachable extends Error {
  override readonly name = "KeysUnreachable";
}

export interface RemoteKeyOptions {
  /** Milliseconds for which an unknown key is no reason to ask again; 30,000, if left out. */
  readonly cooldown?: number;
  /** Milliseconds for which nobody asks after a failure; 5,000, if left out. */
  readonly pause?: number;
  /** Milliseconds in which the keys have to come; 3,000, if left out. */
  readonly timeout?: number;
  /** Milliseconds for which the keys are taken without asking again; 600,000, if left out. */
  readonly fresh?: number;
}

/** The body, as long as it is no larger than keys are. */
const textOf = async (response: Response): Promise<string> => {
  let size = 0;
  const parts: Array<Uint8Array> = [];
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST) throw new KeysUnreachable("the keys are too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

const isKeySet = (json: unknown): boolean =>
  typeof json === "object" &&
  json !== null &&
  "keys" in json &&
  Array.isArray(json.keys) &&
  json.keys.every((key) => typeof key === "object" && key !== null && typeof key.kty === "string");

/**
 * The keys published at an address: asked for once in a while, and once more for a key that is not known. While they can't
 * be had, known ones are taken for an hour more, and for whoever comes with another nobody asks at every request.
 */
export const remoteKeys = (address: URL, options: RemoteKeyOptions = {}): JWTVerifyGetKey => {
  const { cooldown = COOLDOWN, pause = PAUSE, timeout = TIMEOUT, fresh = FRESH } = options;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let knownAt = Number.NEGATIVE_INFINITY;
  const load = async (url: string, init: RequestInit): Promise<Response> => {
    if (performance.now() < pausedUntil) throw new KeysUnreachable("the keys could not be had a moment ago");
    try {
      const response = await fetch(url, init);
      if (response.status !== 200) throw new KeysUnreachable(`the keys' address answers ${response.status}`);
      const text = await textOf(response);
      if (!isKeySet(JSON.parse(text))) throw new KeysUnreachable("the keys' address answers no keys");
      knownAt = performance.now();
      return new Response(text);
    } catch (cause) {
      pausedUntil = performance.now() + pause;
      throw cause instanceof KeysUnreachable ? cause : new KeysUnreachable("no answer", { cause });
    }
  };
  const remote = createRemoteJWKSet(address, {
    timeoutDuration: timeout,
    cooldownDuration: cooldown,
    cacheMaxAge: fresh,
    [customFetch]: load,
  });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      const known = remote.jwks();
      if (!(error instanceof KeysUnreachable) || known === undefined) throw error;
      if (performance.now() - knownAt > STALE) throw error;
      return await createLocalJWKSet(known)(header, token).catch((missing: unknown) => {
        throw missing instanceof errors.JWKSNoMatchingKey ? error : missing;
      });
    }
  };
};
