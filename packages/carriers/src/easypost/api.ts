import type { ProviderError, ProviderRefused, ProviderUnavailable } from "@resale/core";
import { Effect, Redacted, Result, type Schema } from "effect";
import { type HttpClient, HttpClientRequest } from "effect/http";
import { type Answer, makeExchange, type Sayings, sayingsOf } from "../remote/Exchange.ts";
import { readAnswer } from "../remote/readAnswer.ts";
import { Refusal } from "./objects.ts";
import type { EasyPostOptions } from "./options.ts";

export const PROVIDER = "EasyPost";

/** Why EasyPost said no: its own code beside what goes into the error. */
export interface No {
  readonly code: string;
  readonly fields: ReadonlyArray<{ readonly field: string; readonly message: string }>;
  readonly error: ProviderRefused | ProviderUnavailable;
}

/** Its answer, or its no; what else may happen is an error. */
export type Said<T> = Result.Result<T, No>;

/** A wrong key, an unpaid bill or a closed account: not this parcel's fault, and nothing was done. */
const NOT_THIS_PARCEL = new Set([401, 402, 403]);

const noOf = (says: Sayings, { status, body }: Answer): No => {
  const read = readAnswer(Refusal, body);
  if (Result.isFailure(read)) {
    const said = `${status}, and ${read.failure}`;
    const error = NOT_THIS_PARCEL.has(status) ? says.unavailable(said) : says.refused(said);
    return { code: `${status}`, fields: [], error };
  }
  const { code, message, errors } = read.success.error;
  const details = (errors ?? []).map((detail) =>
    typeof detail === "string"
      ? { field: "", message: detail }
      : { field: detail.field ?? "", message: detail.message ?? "" },
  );
  const told = [typeof message === "string" ? message : "", ...details.map((detail) => detail.message)];
  const reason = [code ?? `${status}`, [...new Set(told)].filter((text) => text !== "").join("; ")].join(
    ": ",
  );
  return {
    code: code ?? `${status}`,
    fields: details.filter(({ field }) => field !== ""),
    error: NOT_THIS_PARCEL.has(status) ? says.unavailable(reason) : says.refused(reason),
  };
};

/** EasyPost's API as the adapter speaks it. */
export const makeApi = (client: HttpClient.HttpClient, options: EasyPostOptions) => {
  const says = sayingsOf(PROVIDER, () => [
    options.apiKey,
    ...(options.webhookSecret === undefined ? [] : [options.webhookSecret]),
  ]);
  const exchange = makeExchange(client, says, options.patience);
  const ours = (request: HttpClientRequest.HttpClientRequest) =>
    request.pipe(
      HttpClientRequest.basicAuth(options.apiKey, Redacted.make("")),
      HttpClientRequest.acceptJson,
    );
  const post = (path: string, body: unknown) =>
    ours(HttpClientRequest.bodyJsonUnsafe(HttpClientRequest.post(`${options.url}${path}`), body));

  const read = <T>(
    schema: Schema.Codec<T, unknown>,
    answer: Answer,
    broken: (reason: string) => ProviderError,
  ) =>
    Effect.suspend((): Effect.Effect<Said<T>, ProviderError> => {
      if (answer.status >= 400) return Effect.succeed(Result.fail(noOf(says, answer)));
      const said = readAnswer(schema, answer.body);
      return Result.isSuccess(said)
        ? Effect.succeed(Result.succeed(said.success))
        : Effect.fail(broken(said.failure));
    });

  return {
    says,
    /** Looks something up. */
    get: <T>(schema: Schema.Codec<T, unknown>, path: string) =>
      Effect.flatMap(exchange.read(ours(HttpClientRequest.get(`${options.url}${path}`))), (answer) =>
        read(schema, answer, says.unavailable),
      ),
    /** Makes something that costs nothing and binds nobody: one too many does no harm. */
    make: <T>(schema: Schema.Codec<T, unknown>, path: string, body: unknown) =>
      Effect.flatMap(exchange.read(post(path, body)), (answer) => read(schema, answer, says.unavailable)),
    /** Acts: never asked twice without looking. */
    act: <T>(schema: Schema.Codec<T, unknown>, path: string, body: unknown) =>
      Effect.flatMap(exchange.act(post(path, body)), (answer) => read(schema, answer, says.unknown)),
    /** A document from where EasyPost keeps it. That place is not told the key. */
    fetch: (url: string) =>
      Effect.suspend((): Effect.Effect<Uint8Array, ProviderError> => {
        const place = URL.canParse(url) ? new URL(url) : undefined;
        if (
          place === undefined ||
          (place.protocol !== "https:" && place.protocol !== new URL(options.url).protocol)
        ) {
          return Effect.fail(says.refused("a document's place is no https address"));
        }
        return Effect.flatMap(exchange.read(HttpClientRequest.get(url)), ({ status, body }) =>
          status === 200
            ? Effect.succeed(body)
            : Effect.fail(says.unavailable(`a document could not be fetched (${status})`)),
        );
      }),
  };
};
export type Api = ReturnType<typeof makeApi>;

/** Takes a no for what it is: the call's error. */
export const orNo = <T, E>(said: Effect.Effect<Said<T>, E>): Effect.Effect<T, E | ProviderError> =>
  Effect.flatMap(said, (result) =>
    Result.isSuccess(result) ? Effect.succeed(result.success) : Effect.fail(result.failure.error),
  );
