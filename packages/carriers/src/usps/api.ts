import type { ProviderError, ProviderRefused, ProviderUnavailable } from "@resale/core";
import { Effect, Redacted, Result, type Schema } from "effect";
import { type HttpClient, type HttpClientRequest, HttpClientRequest as Request } from "effect/http";
import { type Answer, makeExchange, sayingsOf } from "../remote/Exchange.ts";
import { readAnswer } from "../remote/readAnswer.ts";
import { makeAccess } from "./access.ts";
import { noOf, type UspsNo } from "./noOf.ts";
import type { UspsOptions } from "./options.ts";
import { makeQuota } from "./quota.ts";

export const PROVIDER = "USPS";

/** A request to be made: `paying` ones show that postage may be taken. */
export interface Wish {
  readonly request: HttpClientRequest.HttpClientRequest;
  readonly paying?: boolean;
}

/** An answer that is one, or a no. */
export type Said = Result.Result<Answer, UspsNo>;

/** The USPS's API as the adapter speaks it. */
export const makeApi = (client: HttpClient.HttpClient, options: UspsOptions) => {
  const says = sayingsOf(PROVIDER, () => [
    options.clientSecret,
    options.account,
    ...(options.push === undefined ? [] : [options.push.secret]),
    ...access.known(),
  ]);
  const exchange = makeExchange(client, says, options.patience, makeQuota(says, options.callsPerHour));
  const access = makeAccess(exchange, says, options);

  const once = Effect.fnUntraced(function* <E>(
    { request, paying = false }: Wish,
    send: (request: HttpClientRequest.HttpClientRequest) => Effect.Effect<Answer, E>,
  ) {
    const payment = paying ? yield* access.payment.get : undefined;
    const token = yield* access.bearer.get;
    const shown = Request.bearerToken(request, token);
    const answer = yield* send(
      payment === undefined
        ? shown
        : Request.setHeader(shown, "x-payment-authorization-token", Redacted.value(payment)),
    );
    if (answer.status === 401 || answer.status === 403) {
      access.bearer.forget(token);
      if (payment !== undefined) access.payment.forget(payment);
    }
    return answer;
  });

  /** A token that is not taken is had anew, once: nothing was done, so even what acts may be asked again. */
  const call = Effect.fnUntraced(function* <E>(
    wish: Wish,
    send: (request: HttpClientRequest.HttpClientRequest) => Effect.Effect<Answer, E>,
  ) {
    let answer = yield* once(wish, send);
    if (answer.status === 401 || answer.status === 403) answer = yield* once(wish, send);
    if (answer.status < 400) return Result.succeed(answer);
    const no = noOf(answer);
    // A wrong secret, a scope that is missing, an account without money: not this parcel's fault.
    if ([401, 402, 403].includes(no.status)) return yield* Effect.fail(says.unavailable(no.reason));
    return Result.fail(no);
  });

  return {
    says,
    /** Looks something up; it can be asked again at will. */
    get: (wish: Wish): Effect.Effect<Said, ProviderUnavailable> => call(wish, exchange.read),
    /** Acts: never asked twice without reason. */
    act: (wish: Wish): Effect.Effect<Said, ProviderError> => call(wish, exchange.act),
    refusal: (no: UspsNo): ProviderRefused => says.refused(no.reason),
    at: (path: string): string => `${options.url}${path}`,
    /** What an answer to something harmless says. */
    read: <T>(schema: Schema.Codec<T, unknown>, { body }: Answer): Effect.Effect<T, ProviderUnavailable> =>
      Effect.suspend(() => {
        const read = readAnswer(schema, body);
        return Result.isSuccess(read)
          ? Effect.succeed(read.success)
          : Effect.fail(says.unavailable(read.failure));
      }),
  };
};
export type Api = ReturnType<typeof makeApi>;
