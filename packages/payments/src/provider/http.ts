import type { ProviderError } from "@resale/core";
import { Effect, Layer, Redacted, Schema } from "effect";
import { FetchHttpClient, HttpClient, type HttpClientError, HttpClientRequest } from "effect/http";
import { type Conduct, endingsOf, neverSent, PATIENCE, retryAfterOf } from "./endings.ts";

/** An API that speaks JSON, and how it is asked. */
export interface JsonApi {
  readonly provider: string;
  readonly url: string;
  /** The header that lets us in, and the setting that holds it: what is wrong with it is told by that name. */
  readonly pass: {
    readonly header: string;
    readonly value: Redacted.Redacted<string>;
    readonly setting: string;
  };
  readonly patience?: number | undefined;
}

/** An answer whose JSON was read: any status below 500 but the ones that say nothing of the request. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

export type Ask = (
  conduct: Conduct,
  request: HttpClientRequest.HttpClientRequest,
) => Effect.Effect<Answer, ProviderError>;

const Json = Schema.fromJsonString(Schema.Unknown);
const readJson = Schema.decodeUnknownEffect(Json);

/**
 * Asks the API within its time. Nothing is repeated here: the engine repeats what may be repeated. The client's own spans are
 * off, since they hold requests with their headers; ours name the call.
 */
export const openJsonApi = ({ provider, url, pass, patience = PATIENCE }: JsonApi) =>
  Effect.gen(function* () {
    const client = yield* HttpClient.HttpClient;
    const { unavailable, lost } = endingsOf(provider);

    const failed = (conduct: Conduct, { reason }: HttpClientError.HttpClientError) => {
      const cause = "cause" in reason ? reason.cause : undefined;
      return Effect.fail<ProviderError>(
        neverSent(cause)
          ? unavailable("it can't be reached")
          : lost(conduct, "the connection ended before the answer came"),
      );
    };
    const ask: Ask = (conduct, request) =>
      Effect.gen(function* () {
        const sent = request.pipe(
          HttpClientRequest.prependUrl(url),
          HttpClientRequest.setHeader(pass.header, Redacted.value(pass.value)),
          HttpClientRequest.acceptJson,
        );
        const response = yield* client.execute(sent);
        const { status, headers } = response;
        if (status === 429) {
          return yield* unavailable(
            "it is asked too much at once",
            retryAfterOf(headers["retry-after"]) ?? 1_000,
          );
        }
        // Our pass or our rights are not in order: nobody's payout is at fault, and an operator puts it right.
        if (status === 401 || status === 403) return yield* unavailable(`${pass.setting} is not accepted`);
        if (status === 503) {
          return yield* conduct === "Reads"
            ? unavailable("it is out of order", retryAfterOf(headers["retry-after"]))
            : lost(conduct, "it is out of order");
        }
        if (status >= 500 || (status >= 300 && status < 400)) {
          return yield* lost(conduct, `it failed (${status})`);
        }
        const text = yield* response.text;
        const json = yield* Effect.mapError(readJson(text), () =>
          lost(conduct, `its answer can't be read (${status})`),
        );
        return { status, json };
      }).pipe(
        Effect.catchTag("HttpClientError", (error) => failed(conduct, error)),
        Effect.timeoutOrElse({
          duration: patience,
          orElse: () => Effect.fail(lost(conduct, "it took too long")),
        }),
        Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
        Effect.provideService(HttpClient.TracerPropagationEnabled, false),
      );
    return ask;
  });

/** Node's own client; it follows nobody to another place, with our pass in hand. */
export const fetching: Layer.Layer<HttpClient.HttpClient> = FetchHttpClient.layer.pipe(
  Layer.provide(Layer.succeed(FetchHttpClient.RequestInit, { redirect: "manual" })),
);

/** What an API answered, in the form we know of it; whatever else stands in it does not matter. */
export const readAnswer =
  <T>(provider: string, schema: Schema.Codec<T, unknown>) =>
  (conduct: Conduct, json: unknown): Effect.Effect<T, ProviderError> =>
    Effect.mapError(Schema.decodeUnknownEffect(schema)(json), () =>
      endingsOf(provider).lost(conduct, "its answer is not what we know of it"),
    );
