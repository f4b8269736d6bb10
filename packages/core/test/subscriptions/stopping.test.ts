import { Store, subscribe, tellAllOnce, Webhooks } from "@resale/core";
import { asSupport, MemoryWebhooks, makeWorld } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Deferred, Effect, Fiber } from "effect";
import { expect, it } from "vitest";

it("R60 what a process was telling when it ended is told by another at once", async () => {
  const { runtime } = makeWorld();
  const story = Effect.gen(function* () {
    yield* subscribe(asSupport, {
      url: "https://erp.example/key",
      events: [],
      include: "public",
    });
    yield* (yield* Store).commit({ changes: [change(newSubject(), { events: 2 }), change(newSubject())] });
    const begun = yield* Deferred.make<void>();
    const post = () => Effect.andThen(Deferred.succeed(begun, undefined), Effect.never);
    const first = yield* tellAllOnce().pipe(
      Effect.provideService(Webhooks, { ...(yield* Webhooks), post }),
      Effect.forkChild({ startImmediately: true }),
    );
    yield* Deferred.await(begun);
    const { sent } = yield* MemoryWebhooks;
    yield* tellAllOnce();
    expect(sent).toHaveLength(0);
    yield* Fiber.interrupt(first);
    yield* tellAllOnce();
    expect(sent.map(({ body }) => JSON.parse(body).number)).toEqual(expect.arrayContaining([1, 1, 2]));
  });
  await runtime.runPromise(story);
  await runtime.dispose();
});
