import { HOUR, MINUTE, type ProviderUnavailable } from "@resale/core";
import { Clock, Effect, Redacted, Result, Schema, Semaphore } from "effect";
import { HttpClientRequest } from "effect/http";
import type { Exchange, Sayings } from "../remote/Exchange.ts";
import { readAnswer } from "../remote/readAnswer.ts";
import { noOf } from "./noOf.ts";
import type { UspsOptions } from "./options.ts";

type Secret = Redacted.Redacted<string>;

interface Token {
  readonly value: Secret;
  readonly until: number;
}

const REMEMBERED = 5;

/** A token that is fetched when it is wanted, by one at a time, and again before it ends. */
const renewed = (fetch: Effect.Effect<Token, ProviderUnavailable>) => {
  const turn = Semaphore.makeUnsafe(1);
  let token: Token | undefined;
  let seen: ReadonlyArray<Secret> = [];
  return {
    get: turn.withPermits(1)(
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis;
        if (token === undefined || now >= token.until) {
          token = yield* fetch;
          seen = [token.value, ...seen].slice(0, REMEMBERED);
        }
        return token.value;
      }),
    ),
    /** It was not taken, though its time has not come: but whoever comes late does not forget the one that followed. */
    forget: (value: Secret): void => {
      if (token?.value === value) token = undefined;
    },
    /** The last ones there were: an error may still repeat one that was forgotten. */
    known: () => seen,
  };
};

/** Numbers come as numbers or as text. */
const OAuth = Schema.Struct({
  access_token: Schema.String,
  expires_in: Schema.Union([Schema.Number, Schema.String]),
});
const Authorisation = Schema.Struct({ paymentAuthorizationToken: Schema.String });

/** Before its end, so that it does not end on the way. */
const MARGIN = MINUTE;

/** An authorisation is good for eight hours. */
const AUTHORISED = 8 * HOUR;

/** The two tokens that the USPS wants to see: who asks, and who pays. */
export const makeAccess = (exchange: Exchange, says: Sayings, options: UspsOptions) => {
  const post = (path: string, body: unknown) =>
    HttpClientRequest.post(`${options.url}${path}`).pipe(
      HttpClientRequest.acceptJson,
      HttpClientRequest.bodyJsonUnsafe(body),
    );

  const bearer = renewed(
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis;
      const answer = yield* exchange.read(
        post("/oauth2/v3/token", {
          client_id: options.clientId,
          client_secret: Redacted.value(options.clientSecret),
          grant_type: "client_credentials",
        }),
      );
      if (answer.status >= 400) return yield* says.unavailable(`no token: ${noOf(answer).reason}`);
      const read = readAnswer(OAuth, answer.body);
      if (Result.isFailure(read)) return yield* says.unavailable(`no token: ${read.failure}`);
      const seconds = Number(read.success.expires_in);
      const life = Number.isFinite(seconds) ? seconds * 1000 : HOUR;
      return { value: Redacted.make(read.success.access_token), until: now + Math.max(life - MARGIN, 0) };
    }),
  );

  const payment = renewed(
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis;
      const { crid: CRID, mid: MID, manifestMid: manifestMID, account } = options;
      const token = yield* bearer.get;
      const roles = [
        {
          roleName: "PAYER",
          CRID,
          MID,
          manifestMID,
          accountType: "EPS",
          accountNumber: Redacted.value(account),
        },
        { roleName: "LABEL_OWNER", CRID, MID, manifestMID },
      ];
      const answer = yield* exchange.read(
        HttpClientRequest.bearerToken(post("/payments/v3/payment-authorization", { roles }), token),
      );
      if (answer.status === 401) bearer.forget(token);
      if (answer.status >= 400) return yield* says.unavailable(`no payment: ${noOf(answer).reason}`);
      const read = readAnswer(Authorisation, answer.body);
      if (Result.isFailure(read)) return yield* says.unavailable(`no payment: ${read.failure}`);
      return {
        value: Redacted.make(read.success.paymentAuthorizationToken),
        until: now + AUTHORISED - MARGIN,
      };
    }),
  );

  return { bearer, payment, known: () => [...bearer.known(), ...payment.known()] };
};
