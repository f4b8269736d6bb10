import { assert } from "@effect/vitest";
import { Store } from "@resale/core";
import { PostgresStore, Wakeups } from "@resale/postgres";
import { change, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Context, Deferred, Effect, Fiber, Layer, type Redacted, Stream } from "effect";
import { migrated } from "./database.ts";

class Url extends Context.Service<Url, Redacted.Redacted>()("test/Url") {}

const store = Layer.unwrap(
  Effect.map(migrated, (url) => Layer.merge(PostgresStore.layer({ url }), Layer.succeed(Url, url))),
);

suite("workers", store, (it) => {
  it.effect("of another process are woken by a commit that has work for them", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const url = yield* Url;
      const other = yield* Layer.build(Layer.fresh(PostgresStore.layer({ url })));
      const { stream } = Context.get(other, Wakeups);
      const listening = yield* Deferred.make<void>();
      const woken = yield* Effect.forkChild(
        Stream.runForEachWhile(stream, () => Effect.as(Deferred.succeed(listening, undefined), false)),
      );
      const wanted = { key: newId(), task: { _tag: "SendDigest", day: "2026-09-21" } } as const;
      const again = Effect.andThen(commit({ changes: [change(newSubject(), { tasks: [wanted] })] }), () =>
        Effect.sleep("100 millis"),
      );
      yield* Effect.race(Fiber.join(woken), Effect.forever(again));
      assert.isTrue(yield* Deferred.isDone(listening));
    }),
  );

  it.effect("hear of many commits once", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const { stream } = yield* Wakeups;
      let heard = 0;
      const hearing = yield* Effect.forkChild(
        Stream.runForEach(stream, () =>
          Effect.sync(() => {
            heard += 1;
          }),
        ),
      );
      yield* Effect.sleep("50 millis");
      heard = 0;
      const subjects = Array.from({ length: 100 }, () => newSubject());
      yield* Effect.forEach(subjects, (subject) => commit({ changes: [change(subject, { due: 1 })] }), {
        concurrency: "unbounded",
      });
      yield* Effect.sleep("300 millis");
      yield* Fiber.interrupt(hearing);
      assert.isAtLeast(heard, 1);
      assert.isBelow(heard, 50);
    }),
  );
});
