import { MINUTE, OutcomeUnknown, ProviderRefused, ProviderUnavailable } from "@resale/core";
import { type Duration, Effect, Redacted, Schedule } from "effect";
import { FetchHttpClient, HttpClient, type HttpClientRequest } from "effect/http";

/** What a provider answered, if it answered at all and was not out of order. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** The errors of one provider. What is said in them has lost every secret first: they are stored and logged. */
export interface Sayings {
  readonly refused: (reason: string) => ProviderRefused;
  readonly unavailable: (reason: string, retryAfter?: number) => ProviderUnavailable;
  readonly unknown: (reason: string) => OutcomeUnknown;
}

/** Whatever a provider echoes, none of the secrets gets into an error. */
export const sayingsOf = (
  provider: string,
  secrets: () => ReadonlyArray<Redacted.Redacted<string>>,
): Sayings => {
  const clean = (reason: string): string => {
    const text = secrets().reduce((said, secret) => said.replaceAll(Redacted.value(secret), "***"), reason);
    return text.slice(0, 500);
  };
  return {
    refused: (reason) => new ProviderRefused({ provider, reason: clean(reason) }),
    unavailable: (reason, retryAfter) =>
      new ProviderUnavailable({
        provider,
        reason: clean(reason),
        ...(retryAfter === undefined ? {} : { retryAfter: Math.ceil(retryAfter) }),
      }),
    unknown: (reason) => new OutcomeUnknown({ provider, reason: clean(reason) }),
  };
};

/** The codes of a connection that never came about: nobody heard what was asked. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "EHOSTUNREACH",
]);

const codeOf = (error: unknown, depth = 0): string | undefined => {
  if (typeof error !== "object" || error === null || depth > 5) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  const next = "reason" in error ? error.reason : "cause" in error ? error.cause : undefined;
  return codeOf(next, depth + 1);
};

/** It is to be asked somewhere else: nobody is followed there. */
const isElsewhere = (status: number): boolean => status >= 300 && status < 400;

/** `Retry-After` in milliseconds, where it is told in seconds; a date is not worth the guess about clocks. */
const retryAfterOf = ({ headers }: Answer): number | undefined => {
  const seconds = Number(headers["retry-after"] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
};

/** When what may be asked: a provider that gives so many answers an hour is not asked for more. */
export interface Gate {
  readonly pass: (request: HttpClientRequest.HttpClientRequest) => Effect.Effect<void, ProviderUnavailable>;
  /** The provider has said when it wants to hear from us again. */
  readonly close: (request: HttpClientRequest.HttpClientRequest, milliseconds: number) => Effect.Effect<void>;
}

const open: Gate = { pass: () => Effect.void, close: () => Effect.void };

/** Asking a provider over HTTP. */
export interface Exchange {
  /** For what may be asked again at will: it is, twice, and then nothing was done. */
  readonly read: (request: HttpClientRequest.HttpClientRequest) => Effect.Effect<Answer, ProviderUnavailable>;
  /** For what acts: asked once, and if the answer is lost nobody knows. */
  readonly act: (
    request: HttpClientRequest.HttpClientRequest,
  ) => Effect.Effect<Answer, ProviderUnavailable | OutcomeUnknown>;
}

/**
 * Makes the exchange with one provider. Connections are the platform's, kept open between requests. Requests leave no
 * span of their own, and carry no trace: their addresses and headers are nobody else's business (R52); the port's
 * methods have spans.
 */
export const makeExchange = (
  client: HttpClient.HttpClient,
  says: Sayings,
  patience: Duration.Input,
  gate: Gate = open,
): Exchange => {
  const send = (request: HttpClientRequest.HttpClientRequest) =>
    client.execute(request).pipe(
      Effect.flatMap((response) =>
        Effect.map(response.arrayBuffer, (body): Answer => {
          return { status: response.status, headers: response.headers, body: new Uint8Array(body) };
        }),
      ),
      Effect.timeout(patience),
      Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
      Effect.provideService(HttpClient.TracerPropagationEnabled, false),
      // A redirect would take tokens and addresses to wherever it names.
      Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual" }),
    );
  /** An answer that is none: too many were asked for, or the provider is out of order. */
  const heeding = <E>(
    request: HttpClientRequest.HttpClientRequest,
    outOfOrder: (status: number) => E,
  ): ((answer: Answer) => Effect.Effect<Answer, ProviderUnavailable | E>) =>
    Effect.fnUntraced(function* (answer) {
      const { status } = answer;
      if (status === 429) {
        const after = retryAfterOf(answer) ?? MINUTE;
        yield* gate.close(request, after);
        return yield* Effect.fail(says.unavailable("too many requests", after));
      }
      if (status === 503) return yield* Effect.fail(says.unavailable("out of service", retryAfterOf(answer)));
      return status < 500 && !isElsewhere(status) ? answer : yield* Effect.fail(outOfOrder(status));
    });
  const wordOf = (error: unknown): string =>
    codeOf(error) ??
    (error instanceof Error && error.name === "TimeoutError" ? "no answer in time" : "connection lost");

  return {
    read: (request) =>
      send(request).pipe(
        Effect.mapError((error) => says.unavailable(wordOf(error))),
        Effect.flatMap(heeding(request, (status) => says.unavailable(`out of order (${status})`))),
        (asked) => Effect.andThen(gate.pass(request), asked),
        Effect.retry({
          while: (error) => error.retryAfter === undefined,
          schedule: Schedule.exponential("200 millis"),
          times: 2,
        }),
      ),
    act: (request) =>
      send(request).pipe(
        Effect.mapError((error) => {
          const code = codeOf(error);
          return code !== undefined && NEVER_SENT.has(code)
            ? says.unavailable(code)
            : says.unknown(wordOf(error));
        }),
        Effect.flatMap(heeding(request, (status) => says.unknown(`out of order (${status})`))),
        (asked) => Effect.andThen(gate.pass(request), asked),
      ),
  };
};
