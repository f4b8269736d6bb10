import { assert } from "@effect/vitest";
import { instant, News, Store, Timers } from "@resale/core";
import { Effect, Fiber, type Layer, Queue, Stream } from "effect";
import { change, newSubject } from "./changes.ts";
import { suite } from "./suite.ts";

/** From now on: what was committed before is heard, or not. */
const hearing = Effect.gen(function* () {
  const { stream } = yield* News;
  const heard = yield* Queue.sliding<void>(1);
  yield* Effect.forkScoped(Stream.runForEach(stream, () => Queue.offer(heard, undefined)));
  const { commit } = yield* Store;
  // Until something is heard, nobody knows that there is somebody who listens.
  const knocking = Effect.forever(
    Effect.andThen(commit({ changes: [change(newSubject())] }), Effect.sleep("50 millis")),
  );
  const knocks = yield* Effect.forkChild(knocking);
  yield* Queue.take(heard);
  yield* Fiber.interrupt(knocks);
  yield* Effect.sleep("100 millis");
  yield* Queue.clear(heard);
  return heard;
});

/** What every store promises of its news: whoever listens hears of what is committed. */
export const newsContract = <E>(name: string, store: Layer.Layer<Store | Timers | News, E>): void =>
  suite(`${name}: News`, store, (it) => {
    it.effect("tell of a commit", () =>
      Effect.gen(function* () {
        const heard = yield* hearing;
        const { commit } = yield* Store;
        yield* commit({ changes: [change(newSubject())] });
        yield* Queue.take(heard);
      }),
    );

    it.effect("tell of what a timer has done", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const { drain } = yield* Timers;
        const subject = newSubject();
        yield* commit({ changes: [change(subject, { due: 1 })] });
        const heard = yield* hearing;
        const fired = yield* drain({
          now: instant(1),
          limit: 1000,
          decide: ({ subject: due, version }) => change(due, { expected: version }),
        });
        assert.isAtLeast(fired, 1);
        yield* Queue.take(heard);
      }),
    );
  });
