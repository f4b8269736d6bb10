import type { PgClient } from "@effect/sql-pg";
import { Context, Effect, PubSub, Queue, Stream } from "effect";

/** What follows one another within this time is told once. */
const DEBOUNCE = 20;

/** One element for any number of calls since the last one taken. */
interface Signal {
  readonly stream: Stream.Stream<void>;
  /** Tells everybody soon. */
  readonly tell: () => void;
}

/**
 * Tells workers of every process that there is something to do, soon after it was committed. A hint, nothing more: what
 * is missed while a connection is down is found by asking `next`.
 */
export class Wakeups extends Context.Service<
  Wakeups,
  {
    /** One element for any number of commits since the last one taken. */
    readonly stream: Stream.Stream<void>;
  }
>()("@resale/postgres/Wakeups") {}

/**
 * Tells every process on the same database. `NOTIFY` within the write would make commits wait for each other: it is sent
 * after them, for many at once.
 */
export const makeSignal = Effect.fnUntraced(function* (writes: PgClient.PgClient, channel: string) {
  const hub = yield* PubSub.sliding<void>(1);
  const fork = Effect.runForkWith(yield* Effect.context<never>());
  let planned = false;
  let closed = false;

  const listening = Effect.gen(function* () {
    const notifications = yield* writes.listen(channel);
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
    return closed ? Effect.void : Effect.ignore(writes.notify(channel, ""));
  });
  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      closed = true;
    }),
  );
  const tell = (): void => {
    if (planned || closed) return;
    planned = true;
    fork(Effect.delay(send, DEBOUNCE));
  };
  const signal: Signal = { stream: Stream.fromPubSub(hub), tell };
  return signal;
});
