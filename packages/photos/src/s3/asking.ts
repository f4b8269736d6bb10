import { ProviderUnavailable } from "@resale/core";
import { Effect, Schedule } from "effect";
import type { S3Options } from "./options.ts";
import { signerOf } from "./signing.ts";

/** What the store has answered. */
export interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

export interface Asking {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly key: string;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** No more bytes of an answer are read than these, and one: what is cut off is longer. As many as there are, if left out. */
  readonly most?: number;
}

const PROVIDER = "the photo store";

const unavailable = (reason: string, retryAfter?: number): ProviderUnavailable =>
  new ProviderUnavailable({
    provider: PROVIDER,
    reason,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });

/** The store's own word for what is wrong: `<Code>NoSuchBucket</Code>`. */
const codeIn = (bytes: Uint8Array): string =>
  /<Code>([A-Za-z0-9.]{1,64})<\/Code>/.exec(Buffer.from(bytes).toString("utf8"))?.[1] ?? "";

const retryAfterOf = (header: string | null): number | undefined => {
  const seconds = Number(header?.trim() || Number.NaN);
  return seconds >= 0 && seconds <= 86_400 ? Math.ceil(seconds * 1000) : undefined;
};

/** Only what would be met with another answer is worth another try. */
const mayPass = (status: number): boolean => status === 429 || status >= 500;

const readUpTo = async ({ body }: Response, most: number): Promise<Uint8Array> => {
  const parts: Array<Uint8Array> = [];
  let length = 0;
  // Leaving the loop early hangs up.
  for await (const part of body ?? []) {
    const left = most + 1 - length;
    parts.push(part.subarray(0, left));
    length += Math.min(part.length, left);
    if (length > most) break;
  }
  return new Uint8Array(Buffer.concat(parts));
};

interface Failed {
  readonly error: ProviderUnavailable;
  readonly again: boolean;
}

/**
 * Asks the store, each request signed by itself. All that is asked of it may be asked twice: a photo's bytes under its key are
 * always the same.
 */
export const makeAsk = (options: S3Options) => {
  const { patience } = options;
  const signer = signerOf(options);
  const send = async ({ method, key, body, headers, most }: Asking, signal: AbortSignal) => {
    const signed = await signer({
      method,
      key,
      headers: headers ?? {},
      ...(body === undefined ? {} : { body }),
    }).sign();
    const response = await fetch(signed.url, {
      method,
      headers: signed.headers,
      body: body ?? null,
      redirect: "manual",
      signal,
    });
    const bytes = await readUpTo(response, most ?? Number.POSITIVE_INFINITY);
    return { status: response.status, bytes, retryAfter: retryAfterOf(response.headers.get("retry-after")) };
  };

  const once = (asking: Asking): Effect.Effect<Answer, Failed> =>
    Effect.tryPromise({
      try: (signal) => send(asking, signal),
      catch: (): Failed => ({ error: unavailable("it can't be reached, or hung up"), again: true }),
    }).pipe(
      Effect.timeoutOrElse({
        duration: patience,
        orElse: () => Effect.fail<Failed>({ error: unavailable("it took too long"), again: true }),
      }),
      Effect.flatMap(({ retryAfter, ...answer }) => {
        const { status, bytes } = answer;
        const code = codeIn(status < 300 ? new Uint8Array() : bytes);
        const isAnswer = status < 300 || (status === 404 && code !== "NoSuchBucket");
        if (isAnswer) return Effect.succeed(answer);
        const error = unavailable(`it answers ${status} ${code}`.trim(), retryAfter);
        return Effect.fail<Failed>({ error, again: mayPass(status) && retryAfter === undefined });
      }),
    );

  return (asking: Asking): Effect.Effect<Answer, ProviderUnavailable> =>
    once(asking).pipe(
      Effect.retry({
        while: ({ again }) => again,
        schedule: Schedule.exponential("100 millis").pipe(Schedule.jittered),
        times: 2,
      }),
      Effect.mapError(({ error }) => error),
    );
};
