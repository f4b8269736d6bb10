import type { PgClient } from "@effect/sql-pg";
import { Context, Effect, PubSub, Queue, Stream } from "effect";

const CHANNEL = "resale_work";

/** Commits that follow one another within this time wake the workers once. */
const DEBOUNCE = 20;

/**
 * Tells workers of every process that there is something to do, soon after it was committed. A hint, nothing more: what
 * is missed while a connection is down is found by asking `next`.
 */
export class Wakeups extends Context.Service<
  Wakeups,
  {
    /** One element for any number of commits since the last one taken. */
    readonly stream: Stream.Stream<void>;
    /** Wakes everybody soon. */
    readonly wake: () => void;
  }
>()("@resale/postgres/Wakeups") {}

/** `NOTIFY` within the write would make commits wait for each other: it is sent after them, for many at once. */
export const makeWakeups = Effect.fnUntraced(function* (writes: PgClient.PgClient) {
  const hub = yield* PubSub.sliding<void>(1);
  const fork = Effect.runForkWith(yield* Effect.context<never>());
  let planned = false;
  let closed = false;

  const listening = Effect.gen(function* () {
    const notifications = yield* writes.listen(CHANNEL);
    // What was committed while nobody listened.
    yield* PubSub.publish(hub, undefined);
    return yield* Effect.forever(
      Effect.andThen(Queue.take(notifications), () => PubSub.publish(hub, undefined)),
    );
  }).pipe(Effect.scoped);
  yield* Effect.forkScoped(
    Effect.forever(
      Effect.catch(listening, (error) =>
        Effect.andThen(Effect.logDebug("not listening", error), () => Effect.sleep("1 second")),
      ),
    ),
  );

  const send = Effect.suspend(() => {
    planned = false;
    return closed ? Effect.void : Effect.ignore(writes.notify(CHANNEL, ""));
  });
  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      closed = true;
    }),
  );
  const wake = (): void => {
    if (planned || closed) return;
    planned = true;
    fork(Effect.delay(send, DEBOUNCE));
  };
  return Wakeups.of({ stream: Stream.fromPubSub(hub), wake });
});
