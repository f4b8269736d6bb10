import { assert } from "@effect/vitest";
import { Store } from "@resale/core";
import { Writes } from "@resale/postgres";
import { SettableClock } from "@resale/testkit";
import { change, NOON, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Clock, Deferred, Effect, Fiber, Option } from "effect";
import { makeBatch } from "../src/commit/Batch.ts";
import { execute, outcomeOf, type Run } from "../src/commit/sendBatch.ts";
import { freshStore } from "./database.ts";

const newBatch = () => {
  const subject = newSubject();
  return { subject, id: newId(), batch: makeBatch([{ changes: [change(subject)] }]) };
};

suite("a batch whose answer was lost", freshStore(), (it) => {
  it.effect("is known to be written, also while its statement still runs", () =>
    Effect.gen(function* () {
      const writes = yield* Writes;
      const run: Run = (text, parameters) => writes.unsafe(text, parameters);
      const { id, batch } = newBatch();
      const written = yield* Deferred.make<void>();
      const asking = yield* Effect.forkChild(
        Effect.andThen(Deferred.await(written), () => outcomeOf(writes, id)),
      );
      yield* writes.withTransaction(
        Effect.gen(function* () {
          yield* execute(run, id, batch, 0);
          yield* Deferred.succeed(written, undefined);
          yield* Effect.sleep("50 millis");
          assert.isUndefined(asking.pollUnsafe());
        }),
      );
      assert.deepStrictEqual(yield* Fiber.join(asking), { conflicts: [], answered: [] });
    }),
  );

  it.effect("is known not to be written, and can't be any more", () =>
    Effect.gen(function* () {
      const writes = yield* Writes;
      const { load } = yield* Store;
      const run: Run = (text, parameters) => writes.unsafe(text, parameters);
      const { id, subject, batch } = newBatch();
      assert.isUndefined(yield* outcomeOf(writes, id));
      const late = yield* Effect.flip(execute(run, id, batch, 0));
      assert.strictEqual(late.reason._tag, "UniqueViolation");
      assert.deepStrictEqual(yield* load([subject]), [Option.none()]);
      assert.isUndefined(yield* outcomeOf(writes, id));
    }),
  );

  it.effect("R59 is asked for until it is known, also when the clock is set forward meanwhile", () =>
    Effect.gen(function* () {
      const writes = yield* Writes;
      const run: Run = (text, parameters) => writes.unsafe(text, parameters);
      const { id, batch } = newBatch();
      yield* execute(run, id, batch, 0);
      const clock = new SettableClock(NOON);
      let asked = 0;
      const away = new Proxy(writes, {
        apply: (client, self, parameters) => {
          clock.set(clock.now + 86_400_000);
          asked += 1;
          return asked <= 5 ? writes.unsafe("select 1 / 0") : Reflect.apply(client, self, parameters);
        },
      });
      const outcome = yield* Effect.provideService(outcomeOf(away, id), Clock.Clock, clock);
      assert.deepStrictEqual(outcome, { conflicts: [], answered: [] });
    }),
  );
});
