import { instant, News, Store, Timers } from "@resale/core";
import { assert } from "chai";
import { type Duration, Effect, Fiber, type Layer, Queue, Stream } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { change, newSubject } from "./changes.ts";

/** A database tells within milliseconds; a busy machine within seconds. */
const PATIENCE = "10 seconds";

const told = (heard: Queue.Queue<void>, patience: Duration.Input) =>
  Queue.take(heard).pipe(
    Effect.timeout(patience),
    Effect.catchTag("TimeoutError", () => Effect.die(new Error("of a commit nothing was told"))),
  );

/** From now on: what was committed before is heard, or not. */
const hearing = Effect.fnUntraced(function* (patience: Duration.Input) {
  const { stream } = yield* News;
  const heard = yield* Queue.sliding<void>(1);
  yield* Effect.forkScoped(Stream.runForEach(stream, () => Queue.offer(heard, undefined)));
  const { commit } = yield* Store;
  // Until something is heard, nobody knows that there is somebody who listens.
  const knocking = Effect.forever(
    Effect.andThen(commit({ changes: [change(newSubject())] }), Effect.sleep("50 millis")),
  );
  const knocks = yield* Effect.forkChild(knocking);
  yield* told(heard, patience);
  yield* Fiber.interrupt(knocks);
  yield* Effect.sleep("100 millis");
  yield* Queue.clear(heard);
  return heard;
});

/** What every store promises of its news: whoever listens hears of what is committed. */
export const newsContract = <E>(
  name: string,
  store: Layer.Layer<Store | Timers | News, E>,
  patience: Duration.Input = PATIENCE,
): Contract =>
  contract(`${name}: News`, store, (it) => {
    it.effect("tell of a commit", () =>
      Effect.gen(function* () {
        const heard = yield* hearing(patience);
        const { commit } = yield* Store;
        yield* commit({ changes: [change(newSubject())] });
        yield* told(heard, patience);
      }),
    );

    it.effect("tell of what a timer has done", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const { drain } = yield* Timers;
        const subject = newSubject();
        yield* commit({ changes: [change(subject, { due: 1 })] });
        const heard = yield* hearing(patience);
        const fired = yield* drain({
          now: instant(1),
          limit: 1000,
          decide: ({ subject: due, version }) => change(due, { expected: version }),
        });
        assert.isAtLeast(fired, 1);
        yield* told(heard, patience);
      }),
    );
  });
