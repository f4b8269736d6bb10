import { Store, StoreUnavailable } from "@resale/core";
import { Deferred, Effect, Layer } from "effect";
import { describe, expect, it } from "vitest";
import { openShop } from "./shop.ts";

const nothing = "00000000-0000-4000-8000-000000000000";

/** A store whose every method does the same. */
const always = (act: Effect.Effect<never, StoreUnavailable>) =>
  Layer.succeed(Store, {
    load: () => act,
    commit: () => act,
    find: () => act,
    answer: () => act,
    scored: () => act,
  });

/** A store that never answers, and tells when somebody asked it and when it was left. */
const hanging = () => {
  const asked = Deferred.makeUnsafe<void>();
  const left = Deferred.makeUnsafe<void>();
  const hang = Effect.andThen(Deferred.succeed(asked, undefined), Effect.never).pipe(
    Effect.onInterrupt(() => Deferred.succeed(left, undefined)),
  );
  return { store: always(hang), asked, left };
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

describe("what is out of reach", () => {
  it("is told to the log with its reason, and to nobody else", async () => {
    const shop = await openShop(always(Effect.fail(new StoreUnavailable({ reason: "no room on the disk" }))));
    const answer = await fetch(`${shop.baseUrl}/listings/${nothing}`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain("no room");
    const lines = shop.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
    expect(lines).toMatchObject([
      { msg: "out of reach", what: "store", reason: "no room on the disk", endpoint: "listing" },
    ]);
    await shop.close();
  });
});
