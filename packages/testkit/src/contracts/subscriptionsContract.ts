import { type Deliveries, type Disabled, instant, SubscriptionId, Subscriptions, system } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer, Option, Redacted } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { NOON, newId, newSubject } from "./changes.ts";
import { aSubscription, spreadOne, standing, subscribed, takeDue } from "./subscriptions.ts";

/** The two ports of a store that subscribers need. */
export type SubscriptionsLayer<E> = Layer.Layer<Subscriptions | Deliveries, E>;

const found = (id: SubscriptionId) =>
  Effect.flatMap(Subscriptions, ({ get }) => Effect.map(get(id), Option.getOrThrow));

const byOperator: Disabled = {
  since: instant(NOON + 5),
  why: { _tag: "ByOperator", by: system, reason: "moves house, \u0000 and \ud800" },
};

/** What every store promises of subscriptions (R60). */
export const subscriptionsContract = <E>(name: string, store: SubscriptionsLayer<E>): Contract =>
  contract(`${name}: Subscriptions`, store, (it) => {
    it.effect("R60 a subscription is found as it was written, secrets and all", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed({
          url: "https://erp.example/\u0000\\hooks",
          events: ["order", "listing.Approved"],
          include: "personal",
          position: 2 ** 51,
          former: { secret: Redacted.make("whsec_old"), until: instant(NOON + 1) },
        });
        const kept = yield* found(subscription.id);
        assert.deepStrictEqual(
          { ...kept, secret: "", former: kept.former?.until },
          { ...subscription, secret: "", former: subscription.former?.until },
        );
        assert.strictEqual(Redacted.value(kept.secret), Redacted.value(subscription.secret));
        assert.strictEqual(kept.former && Redacted.value(kept.former.secret), "whsec_old");
        const missing = yield* (yield* Subscriptions).get(SubscriptionId.make(newId()));
        assert.isTrue(Option.isNone(missing));
      }),
    );

    it.effect("R60 all subscriptions are listed, oldest first", () =>
      Effect.gen(function* () {
        const [second, first] = [aSubscription({ createdAt: instant(NOON + 1) }), aSubscription()];
        const { add, all } = yield* Subscriptions;
        yield* add(second);
        yield* add(first);
        const ids = (yield* all).map(({ id }) => id).filter((id) => id === first.id || id === second.id);
        assert.deepStrictEqual(ids, [first.id, second.id]);
      }),
    );

    it.effect("R60 of two who change a secret at once one wins, and the one before is kept for a while", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const { change } = yield* Subscriptions;
        const rotate = (secret: string) =>
          change(subscription.id, {
            _tag: "RotateSecret",
            secret: Redacted.make(secret),
            formerUntil: instant(NOON + 9),
            rotations: 0,
          });
        const won = yield* Effect.all([rotate("whsec_1"), rotate("whsec_2")], { concurrency: 2 });
        assert.deepStrictEqual([...won].sort(), [false, true]);
        const kept = yield* found(subscription.id);
        assert.strictEqual(Redacted.value(kept.secret), won[0] ? "whsec_1" : "whsec_2");
        assert.strictEqual(kept.rotations, 1);
        assert.strictEqual(kept.former?.until, NOON + 9);
        assert.strictEqual(
          kept.former && Redacted.value(kept.former.secret),
          Redacted.value(subscription.secret),
        );
      }),
    );

    it.effect("R60 the first reason for which a subscription was disabled stays", () =>
      Effect.gen(function* () {
        const { id } = yield* subscribed();
        const { change } = yield* Subscriptions;
        assert.isTrue(yield* change(id, { _tag: "Disable", disabled: byOperator }));
        const gone: Disabled = { since: NOON, why: { _tag: "Gone" } };
        assert.isFalse(yield* change(id, { _tag: "Disable", disabled: gone }));
        assert.deepStrictEqual((yield* found(id)).disabled, byOperator);
        assert.isFalse(yield* change(id, { _tag: "Noticed", since: NOON }));
        assert.isFalse((yield* found(id)).noticed);
        assert.isTrue(yield* change(id, { _tag: "Noticed", since: byOperator.since }));
        assert.isTrue((yield* found(id)).noticed);
      }),
    );

    it.effect("R60 nothing is told while disabled, and all that waits goes on when enabled", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const { id } = subscription;
        const { change } = yield* Subscriptions;
        yield* spreadOne(subscription, newSubject(), [1, 1], 0);
        yield* change(id, { _tag: "Disable", disabled: byOperator });
        assert.lengthOf(yield* takeDue(subscription), 0);
        assert.isFalse(yield* spreadOne(subscription, newSubject(), [1, 1], 1));
        assert.isTrue(yield* change(id, { _tag: "Enable", now: instant(NOON + 7) }));
        const { disabled, noticed, position } = yield* found(id);
        assert.deepStrictEqual(
          { disabled, noticed, position },
          { disabled: undefined, noticed: false, position: 1 },
        );
        assert.strictEqual((yield* standing(subscription))[0]?.dueAt, NOON + 7);
        assert.lengthOf(yield* takeDue(subscription, NOON + 7), 1);
      }),
    );

    it.effect("R60 of many who edit what they have seen one wins, and the others are told", () =>
      Effect.gen(function* () {
        const before = yield* subscribed();
        const { change } = yield* Subscriptions;
        const edit = (number: number) =>
          change(before.id, {
            _tag: "Edit",
            url: `https://erp.example/${number}`,
            versions: [before.version],
          });
        const won = yield* Effect.all([edit(1), edit(2), edit(3)], { concurrency: 3 });
        assert.deepStrictEqual([...won].sort(), [false, false, true]);
        const kept = yield* found(before.id);
        assert.strictEqual(kept.url, `https://erp.example/${won.indexOf(true) + 1}`);
        assert.strictEqual(kept.version, before.version + 1);
        assert.isTrue(yield* change(before.id, { _tag: "Edit", url: before.url }));
        assert.strictEqual((yield* found(before.id)).version, before.version + 2);
      }),
    );

    it.effect("R60 what is asked for may be another, in part or whole; the secret and the place stay", () =>
      Effect.gen(function* () {
        const before = yield* subscribed({ events: ["order"], include: "public", position: 3 });
        const { change } = yield* Subscriptions;
        const url = "https://erp.example/\u0000moved";
        assert.isTrue(yield* change(before.id, { _tag: "Edit", url }));
        assert.isTrue(yield* change(before.id, { _tag: "Edit", events: [], include: "personal" }));
        const kept = yield* found(before.id);
        assert.deepStrictEqual(
          { url: kept.url, events: kept.events, include: kept.include, position: kept.position },
          { url, events: [], include: "personal", position: 3 },
        );
        assert.strictEqual(Redacted.value(kept.secret), Redacted.value(before.secret));
      }),
    );

    it.effect("R60 a subscription that is removed is gone with all that waited, and no other", () =>
      Effect.gen(function* () {
        const [going, staying] = [yield* subscribed(), yield* subscribed()];
        const { get, remove } = yield* Subscriptions;
        yield* spreadOne(going, newSubject(), [1, 1], 0);
        yield* spreadOne(staying, newSubject(), [1, 1], 0);
        assert.isTrue(yield* remove(going.id));
        assert.isFalse(yield* remove(going.id));
        assert.isTrue(Option.isNone(yield* get(going.id)));
        assert.lengthOf(yield* standing(going), 0);
        assert.lengthOf(yield* standing(staying), 1);
      }),
    );

    it.effect("R60 what is not there is not changed", () =>
      Effect.gen(function* () {
        const { change } = yield* Subscriptions;
        const nobody = SubscriptionId.make(newId());
        assert.isFalse(yield* change(nobody, { _tag: "Enable", now: NOON }));
        assert.isFalse(yield* change(nobody, { _tag: "Replay", position: 0 }));
        assert.isFalse(yield* change(nobody, { _tag: "Edit", url: "https://erp.example/" }));
      }),
    );

    it.effect("R60 a replay puts a subscription back to a position, and never ahead", () =>
      Effect.gen(function* () {
        const { id } = yield* subscribed({ position: 700 });
        const { change } = yield* Subscriptions;
        assert.isTrue(yield* change(id, { _tag: "Replay", position: 701 }));
        assert.strictEqual((yield* found(id)).position, 700);
        assert.isTrue(yield* change(id, { _tag: "Replay", position: 3 }));
        assert.strictEqual((yield* found(id)).position, 3);
      }),
    );
  });
