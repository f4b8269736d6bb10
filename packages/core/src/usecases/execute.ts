import { Clock, Effect, Schedule, type Schema } from "effect";
import { instant } from "../calendar/Instant.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { Programs } from "../ports/Programs.ts";
import { Store } from "../ports/Store.ts";
import type { Caller } from "./Caller.ts";
import type { Known } from "./Known.ts";
import { rejectionOf, SOON } from "./rejecting.ts";
import { Unit } from "./Unit.ts";

/** How often a piece of work is decided again after somebody else was faster. */
const TRIES = 30;
/** So many conflicts in a row take some three seconds in all; who waited that long is told to come back. */
const LONGEST_PAUSE = "120 millis";

/** The engine's clock, asked by use cases alone. */
export const now = Effect.map(Clock.currentTimeMillis, (milliseconds) => instant(Math.trunc(milliseconds)));

type Retry = { readonly _tag: "Retry" };
const retry: Retry = { _tag: "Retry" };

/** A commit that lost a race is not an error: it is decided again. What the claim means is known to listings alone. */
const attempt = Effect.fnUntraced(function* <A extends Schema.Json, R>(
  plan: (unit: Unit) => Effect.Effect<A, Rejection, R>,
  caller: Caller,
  known: ReadonlyArray<Known> = [],
) {
  const store = yield* Store;
  const unit = new Unit(yield* now, store, yield* Programs, known, caller.seen);
  const answer = yield* plan(unit);
  const { changes } = unit;
  const { idempotency } = caller;
  if (changes.length === 0 && idempotency === undefined) return answer;
  const kept = idempotency === undefined ? {} : { answer: { ...idempotency, answer, at: unit.now } };
  yield* store.commit({ changes, ...kept }).pipe(
    Effect.catchTags({
      VersionConflict: () => Effect.fail(retry),
      AnswerKept: () => Effect.fail(retry),
      ClaimTaken: ({ claim }) =>
        Effect.fail<Rejection>({ _tag: "UnitAlreadyListed", unit: claim.slice(claim.indexOf(":") + 1) }),
      StoreUnavailable: (error) => Effect.fail(rejectionOf(error)),
    }),
  );
  return answer;
});

/** The answer that was given to the same request before; an error, if the key came with other content (R56). */
export const answerBefore = Effect.fnUntraced(function* (caller: Caller) {
  const { idempotency } = caller;
  if (idempotency === undefined) return undefined;
  const store = yield* Store;
  const { scope, key, fingerprint } = idempotency;
  const found = yield* Effect.mapError(store.answer(scope, key), rejectionOf);
  if (found._tag === "None") return undefined;
  if (found.value.fingerprint !== fingerprint) {
    return yield* Effect.fail<Rejection>({ _tag: "KeyReused", key });
  }
  return found.value;
});

/**
 * Loads, decides, commits; and once more, if somebody else changed a subject meanwhile. The plan may run several times:
 * it calls nothing that acts outside.
 */
export const execute = Effect.fnUntraced(function* <A extends Schema.Json, R>(
  caller: Caller,
  plan: (unit: Unit) => Effect.Effect<A, Rejection, R>,
  known: ReadonlyArray<Known> = [],
) {
  const kept = Effect.map(answerBefore(caller), (answered) =>
    answered === undefined ? undefined : { answer: answered.answer as A },
  );
  // A commit that finds an answer under its key is refused: nearly every key is new, and is not asked about before.
  const first = Effect.catch(
    attempt(plan, caller, known),
    (error): Effect.Effect<A, Rejection | Retry, Store> =>
      error._tag === "Retry"
        ? Effect.fail(error)
        : Effect.flatMap(kept, (before) =>
            before === undefined ? Effect.fail(error) : Effect.succeed(before.answer),
          ),
  );
  const later = Effect.flatMap(kept, (before) =>
    before === undefined ? attempt(plan, caller) : Effect.succeed(before.answer),
  );
  let tries = 0;
  const once = Effect.suspend(() => (tries++ === 0 ? first : later));
  const again = Schedule.min([Schedule.exponential("2 millis", 1.5), Schedule.spaced(LONGEST_PAUSE)]).pipe(
    Schedule.jittered,
    Schedule.upTo({ times: TRIES }),
  );
  return yield* once.pipe(
    Effect.retry({ schedule: again, while: (error) => error._tag === "Retry" }),
    Effect.catchTag("Retry", () => Effect.fail<Rejection>({ _tag: "Busy", retryAfter: SOON })),
  );
});
