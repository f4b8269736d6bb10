import { type Caller, type Rejection, Store, type StoreUnavailable } from "@resale/core";
import { Effect, Option, Schema } from "effect";

/**
 * Acts once for a caller's key where no subject changes with it: the answer is kept as soon as it is known (R56). What
 * was done and not yet written down when a process died, is done again by the repeat.
 */
export const once = Effect.fnUntraced(function* <A extends Schema.Json, E, R>(
  { idempotency }: Caller,
  answerOf: Schema.Decoder<A>,
  act: Effect.Effect<A, E, R>,
): Effect.fn.Return<A, E | Rejection | StoreUnavailable, R | Store> {
  if (idempotency === undefined) return yield* act;
  const { scope, key, fingerprint } = idempotency;
  const store = yield* Store;
  const found = yield* store.answer(scope, key);
  if (Option.isSome(found)) {
    if (found.value.fingerprint === fingerprint)
      return Schema.decodeUnknownSync(answerOf)(found.value.answer);
    return yield* Effect.fail<Rejection>({ _tag: "KeyReused", key });
  }
  const answer = yield* act;
  const at = yield* Effect.clockWith(({ currentTimeMillis }) => currentTimeMillis);
  // Who was faster with the same key has kept the same answer.
  yield* Effect.ignore(
    store.commit({ changes: [], answer: { scope, key, fingerprint, answer, at: Math.trunc(at) } }),
  );
  return answer;
});
