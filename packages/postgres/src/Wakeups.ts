import type { PgClient } from "@effect/sql-pg";
import { News } from "@resale/core";
import { Context, Effect, PubSub, Queue, Stream } from "effect";

/** What is told is one of these words, or both, apart by a space. One channel: to listen takes a connection. */
const CHANNEL = "resale_work";
type Word = "work" | "news";

/** What follows one another within this time is told once. */
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
  }
>()("@resale/postgres/Wakeups") {}

/**
 * Tells every process on the same database. `NOTIFY` within the write would make commits wait for each other: it is sent
 * after them, for many at once.
 */
export const makeSignals = Effect.fnUntraced(function* (writes: PgClient.PgClient) {
  const hubs = { work: yield* PubSub.sliding<void>(1), news: yield* PubSub.sliding<void>(1) };
  const fork = Effect.runForkWith(yield* Effect.context<never>());
  const wanted = new Set<Word>();
  let planned = false;
  let closed = false;

  const hear = (words: string) =>
    Effect.forEach(
      ["work", "news"] as const,
      (word) => (words.includes(word) ? PubSub.publish(hubs[word], undefined) : Effect.void),
      { discard: true },
    );

  const listening = Effect.gen(function* () {
    const notifications = yield* writes.listen(CHANNEL);
    // What was committed while nobody listened.
    yield* hear("work news");
    return yield* Effect.forever(Effect.flatMap(Queue.take(notifications), ({ payload }) => hear(payload)));
  }).pipe(Effect.scoped);
  yield* Effect.forkScoped(
    Effect.forever(
      Effect.catch(listening, (error) =>
        Effect.andThen(Effect.logDebug("not listening", error), () => Effect.sleep("1 second")),
      ),
    ),
  );

  const send = Effect.suspend(() => {
    const words = [...wanted].join(" ");
    wanted.clear();
    planned = false;
    return closed ? Effect.void : Effect.ignore(writes.notify(CHANNEL, words));
  });
  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      closed = true;
    }),
  );
  const tell = (word: Word): void => {
    wanted.add(word);
    if (planned || closed) return;
    planned = true;
    fork(Effect.delay(send, DEBOUNCE));
  };
  return {
    wakeups: Wakeups.of({ stream: Stream.fromPubSub(hubs.work) }),
    news: News.of({ stream: Stream.fromPubSub(hubs.news) }),
    /** Tells everybody soon: workers that there is something to do, all others that something has changed. */
    tell,
  };
});
