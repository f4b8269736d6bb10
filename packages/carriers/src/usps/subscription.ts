import { DAY } from "@resale/core";
import { Clock, Effect, Redacted, Result } from "effect";
import { HttpClientRequest } from "effect/http";
import type { Kept } from "../remote/Kept.ts";
import type { Api } from "./api.ts";
import type { UspsOptions } from "./options.ts";

/** A subscription that hears of nothing for 25 days ends: each gets a successor before that. */
const TERM = 20 * DAY;

const PATH = "/subscriptions-tracking/v3/subscriptions";

/** One that tells the same listener of the same parcels is in the way; the refusal names it. */
const inTheWay = (reason: string): string | undefined =>
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/i.exec(reason)?.[0];

/** Has the USPS tell of our parcels by itself, and sees to it that it goes on. What fails is tried again in an hour. */
export const keepSubscribed = (
  api: Api,
  kept: Kept["Service"],
  options: UspsOptions,
): Effect.Effect<never> => {
  const { push, mid, email } = options;
  if (push === undefined) return Effect.never;

  const subscribe = api.act({
    request: HttpClientRequest.post(api.at(PATH)).pipe(
      HttpClientRequest.acceptJson,
      HttpClientRequest.bodyJsonUnsafe({
        listenerURL: push.listener,
        secret: Redacted.value(push.secret),
        adminNotification: [{ email }],
        filterProperties: { MID: mid },
      }),
    ),
  });

  const remove = Effect.fnUntraced(function* (id: string) {
    const place = api.at(`${PATH}/${id}`);
    const seen = yield* api.get({ request: HttpClientRequest.get(place) });
    if (Result.isFailure(seen)) return;
    const etag = seen.success.headers["etag"] ?? "";
    yield* api.act({
      request: HttpClientRequest.delete(place).pipe(HttpClientRequest.setHeader("if-match", etag)),
    });
  });

  const once = Effect.gen(function* () {
    const term = `usps.subscribed.${mid}.${push.listener}.${Math.floor((yield* Clock.currentTimeMillis) / TERM)}`;
    if ((yield* kept.find(term)) !== undefined) return;
    let said = yield* subscribe;
    const before = Result.isFailure(said) ? inTheWay(said.failure.reason) : undefined;
    if (before !== undefined) {
      yield* remove(before);
      said = yield* subscribe;
    }
    if (Result.isFailure(said)) return yield* api.refusal(said.failure);
    yield* kept.keep(term, "");
  });

  return Effect.forever(
    Effect.andThen(
      Effect.catch(once, (error) => Effect.logWarning(`The USPS does not tell of parcels: ${error.reason}`)),
      Effect.sleep("1 hour"),
    ),
  );
};
