import { Store } from "@resale/core";
import { Deferred, Effect, Layer } from "effect";
import { describe, expect, it } from "vitest";
import { openShop } from "./shop.ts";

const nothing = "00000000-0000-4000-8000-000000000000";

/** A store that never answers, and tells when somebody asked it and when it was left. */
const hanging = () => {
  const asked = Deferred.makeUnsafe<void>();
  const left = Deferred.makeUnsafe<void>();
  const hang = Effect.andThen(Deferred.succeed(asked, undefined), Effect.never).pipe(
    Effect.onInterrupt(() => Deferred.succeed(left, undefined)),
  );
  const store = Layer.succeed(Store, {
    load: () => hang,
    commit: () => hang,
    find: () => hang,
    answer: () => hang,
    scored: () => hang,
  });
  return { store, asked, left };
};

describe("what takes too long", () => {
  it("ends when whoever asked has gone", async () => {
    const { store, asked, left } = hanging();
    const shop = await openShop(store);
    const controller = new AbortController();
    const answer = fetch(`${shop.baseUrl}/listings/${nothing}`, { signal: controller.signal });
    await Effect.runPromise(Deferred.await(asked));
    controller.abort();
    await expect(answer).rejects.toThrow();
    await Effect.runPromise(Deferred.await(left));
    await shop.close();
  });

  it("is answered with a problem that says to try again", async () => {
    const { store, left } = hanging();
    const shop = await openShop(store, { timeLimit: 1 });
    const answer = await fetch(`${shop.baseUrl}/listings/${nothing}`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(await answer.json()).toMatchObject({ type: "/problems/unreachable" });
    await Effect.runPromise(Deferred.await(left));
    await shop.close();
  });
});
