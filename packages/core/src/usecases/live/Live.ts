import { Context, Effect, Layer, Queue, type Scope, Stream } from "effect";
import type { SubjectKind, SubjectRef } from "../../lifecycle/Subject.ts";
import { News } from "../../ports/News.ts";
import { History, type StoreUnavailable } from "../../ports/Store.ts";

/** What somebody looks at: one subject, or all of a kind. */
export type Watched = SubjectRef | { readonly kind: SubjectKind };

/** How many events are read at a time. */
const PAGE = 500;

/**
 * What was told may not be there to be read yet: a replica lags, or a transaction that began earlier is not over. So it is
 * looked for again after so many milliseconds, twice as many the next time, and so often.
 */
const AGAIN = 250;
const LOOKS = 10;

const keyOf = (watched: Watched): string =>
  "id" in watched ? `${watched.kind}/${watched.id}` : watched.kind;

const make = Effect.gen(function* () {
  const history = yield* History;
  const news = yield* News;
  const listeners = new Map<string, Set<Queue.Queue<void>>>();
  // Up to where the events were read; nothing, while nobody listens.
  let position: number | undefined;

  const signal = (key: string): void => {
    for (const queue of listeners.get(key) ?? []) Queue.offerUnsafe(queue, undefined);
  };

  const readOn = Effect.gen(function* () {
    for (;;) {
      const after = position;
      if (after === undefined) return;
      const events = yield* history.all(after, PAGE);
      for (const { subject } of events) {
        signal(keyOf(subject));
        signal(subject.kind);
      }
      const last = events.at(-1);
      if (last === undefined) return;
      if (position !== undefined) position = last.position;
    }
  });

  const hints = yield* Queue.sliding<void>(1);
  yield* Effect.forkScoped(Stream.runForEach(news.stream, () => Queue.offer(hints, undefined)));
  const reading = Effect.gen(function* () {
    for (let looks = 0; ; ) {
      const hint = Effect.as(Queue.take(hints), true);
      const isHint =
        looks < LOOKS
          ? yield* Effect.race(hint, Effect.as(Effect.sleep(AGAIN * 2 ** looks), false))
          : yield* hint;
      looks = isHint ? 0 : looks + 1;
      yield* Effect.catchCause(readOn, (cause) => Effect.logWarning("changes could not be followed", cause));
    }
  });
  yield* Effect.forkScoped(reading);

  const join = Effect.fnUntraced(function* (key: string, queue: Queue.Queue<void>) {
    const others = listeners.get(key) ?? new Set();
    listeners.set(key, others.add(queue));
    if (position !== undefined) return;
    const last = yield* history.last;
    position ??= last;
  });

  const leave = (key: string, queue: Queue.Queue<void>) =>
    Effect.sync(() => {
      const others = listeners.get(key);
      others?.delete(queue);
      if (others?.size === 0) listeners.delete(key);
      if (listeners.size === 0) position = undefined;
    });

  return Live.of({
    hear: Effect.fn("Live.hear")(function* (watched) {
      const key = keyOf(watched);
      const queue = yield* Queue.sliding<void>(1);
      yield* Effect.addFinalizer(() => leave(key, queue));
      yield* join(key, queue);
      return Stream.fromQueue(queue);
    }),
  });
});

/**
 * Tells those who look at something that it has changed, as soon as it was committed by whichever process: for pages that
 * need not ask again and again. Nothing is read while nobody looks.
 */
export class Live extends Context.Service<
  Live,
  {
    /**
     * Listens for as long as the scope lasts: one element for any number of changes since the last one taken. What was
     * committed before it comes back is not told: look at the thing itself then.
     */
    readonly hear: (watched: Watched) => Effect.Effect<Stream.Stream<void>, StoreUnavailable, Scope.Scope>;
  }
>()("@resale/core/usecases/Live") {
  static readonly layer: Layer.Layer<Live, never, History | News> = Layer.effect(Live, make);
}
