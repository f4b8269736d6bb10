import {
  DAY,
  Deliveries,
  enableSubscription,
  listDeliveries,
  listSubscriptions,
  ProviderUnavailable,
  preLoved,
  Store,
  subscribe,
  tellAllOnce,
} from "@resale/core";
import { asReviewer, asSupport, MemoryMailer, MemoryWebhooks, makeWorld } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect, Option } from "effect";
import { describe, expect, it } from "vitest";

const refused = { _tag: "Refused", status: 500, retryAfter: null } as const;

/** Somebody is told of one order, and of another beside it. */
const told = Effect.gen(function* () {
  const { id } = yield* subscribe(asSupport, {
    url: "https://erp.example/key",
    events: [],
    include: "public",
  });
  const [poor, well] = [newSubject(), newSubject()];
  yield* (yield* Store).commit({ changes: [change(poor, { events: 2 }), change(well)] });
  return { id, poor, well };
});

const digests = Effect.map(MemoryMailer, ({ to }) =>
  preLoved.mail.operators.flatMap((operator) => to(operator)).map(({ mail }) => mail),
);

const stateOf = Effect.map(listSubscriptions(asReviewer), ([one]) => one?.disabled?.why._tag);

describe("who does not listen", () => {
  it("R60 an event not heard for three days disables its subscription with a notice, and is heard once it is enabled", async () => {
    const { runtime, clock } = makeWorld();
    const story = Effect.gen(function* () {
      const { id, poor, well } = yield* told;
      const { answer, sent } = yield* MemoryWebhooks;
      answer(({ body }) => (body.includes(poor.id) ? refused : { _tag: "Accepted", status: 200 }));
      const began = clock.now;
      yield* tellAllOnce();
      expect(sent.filter(({ body }) => body.includes(well.id))).toHaveLength(1);
      const { failNext } = yield* MemoryMailer;
      failNext("send", new ProviderUnavailable({ provider: "mail", reason: "away" }));
      for (;;) {
        const next = Option.getOrUndefined(yield* (yield* Deliveries).next);
        if (next === undefined) break;
        expect(yield* stateOf).toBeUndefined();
        clock.set(next);
        yield* Effect.ignore(tellAllOnce());
      }
      expect(clock.now - began).toBe(3 * DAY);
      expect(yield* stateOf).toBe("NotHeard");
      const tries = sent.filter(({ body }) => body.includes(poor.id));
      expect(new Set(tries.map((one) => one.id)).size).toBe(1);
      expect(tries.length).toBeGreaterThan(10);

      expect(yield* digests).toHaveLength(0);
      yield* tellAllOnce();
      yield* tellAllOnce();
      const mails = yield* digests;
      expect(mails).toHaveLength(preLoved.mail.operators.length);
      expect(JSON.stringify(mails)).toContain("SubscriptionDisabled");
      expect(JSON.stringify(mails)).toContain("erp.example");
      expect(JSON.stringify(mails)).not.toContain("/key");

      answer(() => ({ _tag: "Accepted", status: 200 }));
      const before = sent.length;
      yield* enableSubscription(asSupport, id);
      yield* tellAllOnce();
      expect(sent.slice(before).map(({ body }) => JSON.parse(body).number)).toEqual([1, 2]);
      const deliveries = yield* listDeliveries(asReviewer, id, { open: true, limit: 10 });
      expect(deliveries).toEqual([]);
    });
    await runtime.runPromise(story);
    await runtime.dispose();
  });

  it("R60 who says to be gone is disabled at once", async () => {
    const { runtime } = makeWorld();
    const story = Effect.gen(function* () {
      yield* told;
      (yield* MemoryWebhooks).answer(() => ({ _tag: "Gone" }));
      yield* tellAllOnce();
      expect(yield* stateOf).toBe("Gone");
    });
    await runtime.runPromise(story);
    await runtime.dispose();
  });
});
