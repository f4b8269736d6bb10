import { AddressRefused, Ids, Photos, ProviderUnavailable, Webhooks } from "@resale/core";
import { Effect, Layer, Option, Redacted } from "effect";
import { SecureRandom } from "effect/crypto";

const reason = "no photos are kept here: give createResale `photos`";

/** A shop that brings no keeper of photos takes none. */
export const noPhotos: Layer.Layer<Photos> = Layer.succeed(Photos, {
  take: () => Effect.fail(new ProviderUnavailable({ provider: "photos", reason })),
  read: () => Effect.succeed(Option.none()),
  remove: () => Effect.void,
});

const told = "nobody is told of anything here: give createResale `webhooks`";

/** A shop that brings no sender of webhooks has no subscribers. */
export const noWebhooks: Layer.Layer<Webhooks> = Layer.succeed(Webhooks, {
  check: () => Effect.fail(new AddressRefused({ reason: told })),
  newSecret: Effect.sync(() => Redacted.make("")),
  post: () => Effect.succeed({ _tag: "AddressRefused", reason: told }),
});

/** Keys in the order of their making that nobody can guess (UUID version 7), where the shop brings no others. */
export const uuids: Layer.Layer<Ids> = Layer.effect(
  Ids,
  Effect.map(SecureRandom.SecureRandom, (random) => ({ next: Effect.orDie(random.uuidV7()) })),
).pipe(Layer.provide(SecureRandom.layerWebCrypto));
