import { ProviderUnavailable, Store, type StoreUnavailable } from "@resale/core";
import { Clock, Context, Effect, Layer, Option, Schema } from "effect";

/** Whose keys these are among those that the store keeps answers under. */
const SCOPE = "carrier";

const unavailable = ({ reason }: StoreUnavailable): ProviderUnavailable =>
  new ProviderUnavailable({ provider: "the store", reason });

const textOf = Schema.decodeUnknownSync(Schema.String);

/**
 * What an adapter must not forget between two calls, since its provider will not tell it again: under which key which
 * shipment was begun, and the documents that are handed out once. The first value kept under a name stands, whichever
 * process has kept it.
 */
export class Kept extends Context.Service<
  Kept,
  {
    /** Keeps a value, unless one is kept under this name: answers with the one that stands. */
    readonly keep: (name: string, value: string) => Effect.Effect<string, ProviderUnavailable>;
    readonly find: (name: string) => Effect.Effect<string | undefined, ProviderUnavailable>;
  }
>()("@resale/carriers/Kept") {
  /** Forgets everything with the process: for tests. */
  static readonly layerMemory = Layer.sync(Kept, () => {
    const kept = new Map<string, string>();
    return Kept.of({
      keep: (name, value) =>
        Effect.sync(() => {
          const standing = kept.get(name);
          if (standing === undefined) kept.set(name, value);
          return standing ?? value;
        }),
      find: (name) => Effect.sync(() => kept.get(name)),
    });
  });

  /** In the shop's own store, beside the answers to repeated requests, and for as long as those are kept (R56). */
  static readonly layerStore = Layer.effect(
    Kept,
    Effect.gen(function* () {
      const store = yield* Store;
      const find = (name: string) =>
        store.answer(SCOPE, name).pipe(
          Effect.map((found) => (Option.isSome(found) ? textOf(found.value.answer) : undefined)),
          Effect.mapError(unavailable),
        );
      const keep = Effect.fnUntraced(function* (name: string, value: string) {
        const at = yield* Clock.currentTimeMillis;
        const answer = { scope: SCOPE, key: name, fingerprint: "", answer: value, at };
        return yield* store.commit({ changes: [], answer }).pipe(
          Effect.as(value),
          Effect.catchTags({
            AnswerKept: () => Effect.map(find(name), (standing) => standing ?? value),
            StoreUnavailable: (error) => Effect.fail(unavailable(error)),
            // Nothing else is written along, so nobody can be in the way.
            VersionConflict: Effect.die,
            ClaimTaken: Effect.die,
          }),
        );
      });
      return Kept.of({ keep, find });
    }),
  );
}
