import {
  type Actor,
  DAY,
  Deliveries,
  deliveryView,
  disableSubscription,
  enableSubscription,
  HOUR,
  instant,
  listDeliveries,
  listSubscriptions,
  notAllowed,
  plus,
  type Role,
  rotateSecret,
  Store,
  secretsAt,
  subscribe,
  subscriptionTable,
  subscriptionView,
  tellAllOnce,
} from "@resale/core";
import {
  asCarrier,
  asReviewer,
  asSeller,
  asSupport,
  asVisitor,
  MemoryWebhooks,
  makeWorld,
} from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect, Option } from "effect";
import { describe, expect, it } from "vitest";

const wish = { url: "https://erp.example/key", events: [], include: "public" } as const;
const refused = { _tag: "Refused", status: 500, retryAfter: null } as const;

/** A subscription that is told of one subject in vain. */
const inVain = Effect.gen(function* () {
  const subscription = yield* subscribe(asSupport, wish);
  const subject = newSubject();
  yield* (yield* Store).commit({ changes: [change(subject, { events: 2 })] });
  (yield* MemoryWebhooks).answer(() => refused);
  yield* tellAllOnce();
  return { subscription, subject };
});

describe("who may do what with subscriptions", () => {
  const people: ReadonlyArray<readonly [Role, Actor]> = [
    ["Support", asSupport],
    ["Reviewer", asReviewer],
    ["Carrier", asCarrier],
  ];

  it.each(Object.entries(subscriptionTable))("R54 %s is for %j alone", (name, allowed) => {
    const command = name as keyof typeof subscriptionTable;
    for (const [role, actor] of people) {
      const may = allowed.some((one) => one === role);
      const refusal = { _tag: "NotAllowed", command, actor: role, allowed };
      expect(notAllowed(command, actor), role).toEqual(may ? undefined : refusal);
    }
    expect(notAllowed(command, asSeller)).toMatchObject({ actor: "Member" });
    expect(notAllowed(command, asVisitor)).toMatchObject({ actor: "Visitor" });
  });

  it("R54 and who may not, learns nothing and changes nothing", async () => {
    const { runtime } = makeWorld();
    const story = Effect.gen(function* () {
      const { id } = yield* subscribe(asSupport, wish);
      expect(yield* Effect.flip(listSubscriptions(asSeller))).toMatchObject({ _tag: "NotAllowed" });
      expect(yield* Effect.flip(subscribe(asReviewer, wish))).toMatchObject({ _tag: "NotAllowed" });
      const denied = yield* Effect.flip(disableSubscription(asReviewer, id, "no"));
      expect(denied).toMatchObject({ _tag: "NotAllowed", command: "DisableSubscription" });
      expect(yield* listSubscriptions(asReviewer)).toMatchObject([{ id, disabled: null, version: 1 }]);
    });
    await runtime.runPromise(story);
    await runtime.dispose();
  });
});

describe("what the brand's staff sees of a subscription", () => {
  it("R60 who is told of what, since when and by whom; why it rests; its secret never", async () => {
    const { runtime, clock } = makeWorld();
    const story = Effect.gen(function* () {
      const subscription = yield* subscribe(asSupport, wish);
      const { id } = subscription;
      const seen = {
        id,
        version: 1,
        url: wish.url,
        events: [],
        include: "public",
        position: 0,
        rotations: 0,
        formerUntil: null,
        createdAt: clock.now,
        createdBy: asSupport,
        disabled: null,
      };
      expect(subscriptionView(subscription)).toEqual(seen);
      yield* rotateSecret(asSupport, id, HOUR);
      yield* disableSubscription(asSupport, id, "they move house");
      const why = { _tag: "ByOperator", by: asSupport, reason: "they move house" };
      const [rests] = yield* listSubscriptions(asReviewer);
      expect(rests).toMatchObject({
        rotations: 1,
        formerUntil: clock.now + HOUR,
        disabled: { since: clock.now, why },
      });
      expect(yield* enableSubscription(asSupport, id)).toMatchObject({ disabled: null });
    });
    await runtime.runPromise(story);
    await runtime.dispose();
  });

  it("R60 how far it has come with a subject, what it answered last, and when it is told again", async () => {
    const { runtime, clock } = makeWorld();
    const story = Effect.gen(function* () {
      const { subscription, subject } = yield* inVain;
      const [waiting] = yield* listDeliveries(asReviewer, subscription.id, { open: true, limit: 10 });
      const last = { at: clock.now, number: 1, answer: refused };
      expect(waiting).toMatchObject({
        subject,
        heard: 0,
        wanted: 2,
        failures: 1,
        failingSince: clock.now,
        last,
      });
      const { list, next } = yield* Deliveries;
      expect(waiting?.dueAt).toBe(Option.getOrUndefined(yield* next));
      expect(waiting?.dueAt).toBeGreaterThan(clock.now);
      (yield* MemoryWebhooks).answer(() => ({ _tag: "Accepted", status: 200 }));
      clock.set(clock.now + HOUR);
      yield* tellAllOnce();
      const [heard] = yield* list({ subscription: subscription.id, open: false, limit: 10 });
      if (heard === undefined) throw new Error("nothing was told");
      expect(deliveryView(heard)).toMatchObject({ heard: 2, failures: 0, failingSince: null, dueAt: null });
      expect(deliveryView({ ...heard, last: undefined }).last).toBeNull();
    });
    await runtime.runPromise(story);
    await runtime.dispose();
  });
});

describe("a secret that is changed", () => {
  it("R60 signs beside the one before until its time is over, not a millisecond longer", async () => {
    const { runtime, clock } = makeWorld();
    const story = Effect.gen(function* () {
      const now = instant(clock.now);
      const first = yield* subscribe(asSupport, wish);
      expect(secretsAt(first, now)).toEqual([first.secret]);
      const second = yield* rotateSecret(asSupport, first.id, DAY);
      expect(secretsAt(second, now)).toEqual([second.secret, first.secret]);
      const until = plus(now, DAY);
      expect(second.former?.until).toBe(until);
      expect(secretsAt(second, plus(until, -1))).toHaveLength(2);
      expect(secretsAt(second, until)).toEqual([second.secret]);
    });
    await runtime.runPromise(story);
    await runtime.dispose();
  });
});
