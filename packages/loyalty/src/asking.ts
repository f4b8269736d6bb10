import { ProviderUnavailable } from "@resale/core";
import { Cause, Duration, Effect, Exit, Option, Redacted, Schedule, Schema } from "effect";
import { FetchHttpClient, HttpClient, HttpClientRequest, type HttpClientResponse } from "effect/http";
import { CircuitBreaker } from "effect/persistence";
import { NotThere } from "./contract.ts";
import type { LoyaltyOptions } from "./options.ts";

const PROVIDER = "the loyalty service";

/** Failures in a row after which it is left alone, and for how long at first and at most. */
const TRIP = { failures: 5, open: "5 seconds", longest: "1 minute" } as const;

export const unavailable = (reason: string, retryAfter?: number): ProviderUnavailable =>
  new ProviderUnavailable({
    provider: PROVIDER,
    reason,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });

/** It will say the same if it is asked again at once. */
class Settled extends Schema.TaggedError<Settled>()("Settled", { error: ProviderUnavailable }) {}

const settled = (reason: string, retryAfter?: number) =>
  new Settled({ error: unavailable(reason, retryAfter) });

const retryAfterOf = (header: string | undefined): number | undefined => {
  const seconds = Number(header?.trim() || Number.NaN);
  return seconds >= 0 && seconds <= 86_400 ? Math.ceil(seconds * 1000) : undefined;
};

const Json = Schema.fromJsonString(Schema.Unknown);

/** Reads an answer strictly in what is used; the failure names the field, never what stood in it. */
const reading = <T>(schema: Schema.Codec<T, unknown>) => {
  const { validate } = Schema.toStandardSchemaV1(schema)["~standard"];
  return (json: unknown): Effect.Effect<T, Settled> => {
    const read = validate(json);
    if (read instanceof Promise) return Effect.die(new TypeError("an answer's schema must decode at once"));
    if (read.issues === undefined) return Effect.succeed(read.value);
    const path = read.issues[0]?.path?.map(String).join(".") ?? "";
    return Effect.fail(settled(`its answer is not as agreed at "${path}"`));
  };
};

const jsonOf = Effect.fnUntraced(function* (response: HttpClientResponse.HttpClientResponse) {
  const type = response.headers["content-type"] ?? "none";
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    return yield* settled(`it answers with ${type.slice(0, 60)}, not with JSON`);
  }
  const text = yield* response.text;
  return yield* Effect.mapError(Schema.decodeUnknownEffect(Json)(text), () =>
    unavailable("its answer is not JSON"),
  );
});

/** What a status says that is not an answer. */
const faultOf = ({ status, headers }: HttpClientResponse.HttpClientResponse) => {
  const after = retryAfterOf(headers["retry-after"]);
  if (status === 429) return settled("it is asked too much at once", after ?? 1_000);
  if (status === 503 && after !== undefined) return settled("it is out of service", after);
  if (status >= 500) return unavailable(`it is out of order (${status})`);
  if (status === 401 || status === 403) return settled("LOYALTY_TOKEN is not accepted");
  // A redirect would take the token, and a member's address, to wherever it names.
  if (status >= 300 && status < 400)
    return settled("it wants to be asked elsewhere: LOYALTY_URL is to name that place");
  if (status >= 400 && status !== 404) return settled(`it does not take the question (${status})`);
  return undefined;
};

/** Asks for what is there or not: a path, whose segments are encoded, and what is asked about it. */
export type Ask = <T>(
  schema: Schema.Codec<T, unknown>,
  path: ReadonlyArray<string>,
  query?: Readonly<Record<string, string>>,
) => Effect.Effect<Option.Option<T>, ProviderUnavailable>;

const pathOf = (segments: ReadonlyArray<string>): string =>
  segments.map((segment) => `/${encodeURIComponent(segment)}`).join("");

const once = (
  client: HttpClient.HttpClient,
  request: HttpClientRequest.HttpClientRequest,
  patience: Duration.Input,
): Effect.Effect<Option.Option<unknown>, ProviderUnavailable | Settled> =>
  Effect.gen(function* () {
    const response = yield* client.execute(request);
    const fault = faultOf(response);
    if (fault !== undefined) return yield* fault;
    const json = yield* jsonOf(response);
    if (response.status !== 404) return Option.some(json);
    yield* reading(NotThere)(json);
    return Option.none();
  }).pipe(
    Effect.catchTag("HttpClientError", () =>
      Effect.fail(unavailable("the connection ended before the answer came")),
    ),
    Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.fail(unavailable("it took too long")) }),
    Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
    Effect.provideService(HttpClient.TracerPropagationEnabled, false),
    Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual" }),
  );

/** A failure opens the circuit in time; a service that says when it wants to be asked again is believed. */
const outcomeOf = (exit: Exit.Exit<unknown, ProviderUnavailable>) => {
  if (Exit.isSuccess(exit)) return CircuitBreaker.success;
  const error = Option.getOrUndefined(Cause.findErrorOption(exit.cause));
  return error === undefined
    ? CircuitBreaker.ignored
    : CircuitBreaker.failure({ retryAfter: error.retryAfter });
};

const rested = ({ reason }: CircuitBreaker.CircuitBreakerError): ProviderUnavailable =>
  reason._tag === "CircuitOpen"
    ? unavailable(
        "it fails again and again, and is left alone for a while",
        Math.ceil(Duration.toMillis(reason.retryAfter)),
      )
    : unavailable("it failed again and again, and is being tried", 1_000);

/** Makes the way of asking: in time, twice more if it may help, and not at all while it fails every time. */
export const makeAsk = Effect.fnUntraced(function* ({ url, token, patience }: LoyaltyOptions) {
  const client = yield* HttpClient.HttpClient;
  const breaker = yield* CircuitBreaker.make({
    tripPolicy: CircuitBreaker.consecutive(TRIP.failures),
    openDuration: Schedule.min([Schedule.exponential(TRIP.open), Schedule.spaced(TRIP.longest)]),
    maxOpenDuration: TRIP.longest,
  });
  const ask: Ask = <T>(
    schema: Schema.Codec<T, unknown>,
    path: ReadonlyArray<string>,
    query: Readonly<Record<string, string>> = {},
  ) => {
    const request = HttpClientRequest.get(`${url}${pathOf(path)}`).pipe(
      HttpClientRequest.setUrlParams(query),
      HttpClientRequest.bearerToken(Redacted.value(token)),
      HttpClientRequest.acceptJson,
    );
    const read = reading(schema);
    const tried: Effect.Effect<Option.Option<T>, ProviderUnavailable | Settled> = Effect.gen(function* () {
      const found = yield* once(client, request, patience);
      return Option.isSome(found) ? Option.some(yield* read(found.value)) : Option.none<T>();
    });
    const asked = tried.pipe(
      Effect.retry({
        while: (error) => error._tag === "ProviderUnavailable",
        schedule: Schedule.exponential("100 millis").pipe(Schedule.jittered),
        times: 2,
      }),
      Effect.mapError((error) => (error._tag === "Settled" ? error.error : error)),
    );
    return breaker
      .execute(asked, { key: PROVIDER, classify: outcomeOf })
      .pipe(Effect.mapError((error) => (error._tag === "CircuitBreakerError" ? rested(error) : error)));
  };
  return ask;
});
