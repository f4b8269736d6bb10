import {
  type Caller,
  commandOrder,
  instant,
  type OrderId,
  Store,
  StoreUnavailable,
  VersionConflict,
} from "@resale/core";
import { MemoryStore } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, play, refusalOf } from "./playing.ts";
import { RestingClock } from "./RestingClock.ts";
import { aSale } from "./sales.ts";

/** A store that is watched: how often it is asked, and whether somebody else is faster each time. */
const watchedStore = Effect.fnUntraced(function* (losing: (commits: number) => boolean = () => false) {
  const store = yield* Store;
  const asked = { load: 0, commit: 0, answer: 0 };
  const load: Store["Service"]["load"] = (subjects) => {
    asked.load++;
    return store.load(subjects);
  };
  const answer: Store["Service"]["answer"] = (scope, key) => {
    asked.answer++;
    return store.answer(scope, key);
  };
  const commit: Store["Service"]["commit"] = (wanted) => {
    if (asked.commit > 100) throw new Error("it is tried without end");
    asked.commit++;
    return losing(asked.commit) ? Effect.fail(new VersionConflict({ subjects: [] })) : store.commit(wanted);
  };
  const by = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.provideService(effect, Store, Store.of({ ...store, load, answer, commit }));
  return { asked, by };
});

const confirm = (order: OrderId, idempotency?: Caller["idempotency"]) =>
  commandOrder(
    { actor: { _tag: "Guest", order }, ...(idempotency === undefined ? {} : { idempotency }) },
    order,
    { _tag: "Confirm" },
  );

const someKey = () => ({ scope: "guest", key: crypto.randomUUID(), fingerprint: "confirm" });

describe("what is decided while somebody else is faster", () => {
  it("is decided again, and committed once", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* deliver(order, () => clock.now);
        const { asked, by } = yield* watchedStore((commits) => commits <= 2);
        const done = yield* by(confirm(order));
        expect(done.state).toBe("Confirmed");
        expect(asked).toEqual({ load: 3, commit: 3, answer: 0 });
      }),
    ));

  it("is given up after thirty tries and some three seconds, with a word when to come back", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* deliver(order, () => clock.now);
        const { asked, by } = yield* watchedStore(() => true);
        const rests: Array<number> = [];
        const resting = new RestingClock(instant(clock.now), rests);
        const refused = yield* refusalOf(resting.drive(by(confirm(order))));
        expect(refused).toEqual({ _tag: "Busy", retryAfter: 2000 });
        expect(asked.commit).toBe(31);
        expect(rests).toHaveLength(30);
        expect(rests[0]).toBeLessThan(3);
        expect(Math.max(...rests)).toBeLessThanOrEqual(144);
        const all = rests.reduce((sum, rest) => sum + rest, 0);
        expect(all).toBeGreaterThan(2000);
        expect(all).toBeLessThan(4000);
      }),
    ));
});

const tooEarly = {
  _tag: "WrongState",
  command: "Confirm",
  state: "AwaitingShipment",
  openIn: ["Delivered"],
} as const;

describe("what is asked under a key", () => {
  it("R56 is answered as before, also where it could not be done again", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* deliver(order, () => clock.now);
        const key = someKey();
        const { asked, by } = yield* watchedStore();
        const first = yield* by(confirm(order, key));
        // Nearly every key is new.
        expect(asked).toEqual({ load: 1, commit: 1, answer: 0 });
        expect(yield* by(confirm(order, key))).toEqual(first);
        expect(asked).toEqual({ load: 2, commit: 1, answer: 1 });
        expect(yield* refusalOf(confirm(order))).toEqual({ ...tooEarly, state: "Confirmed" });
      }),
    ));

  it("R56 keeps no answer where it is refused, and is refused at once", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const key = someKey();
        const { asked, by } = yield* watchedStore();
        const refused = yield* refusalOf(by(confirm(order, key)));
        expect(refused).toEqual(tooEarly);
        expect(asked).toEqual({ load: 1, commit: 0, answer: 1 });
        expect(yield* refusalOf(confirm(order, { ...key, fingerprint: "another" }))).toEqual(refused);
      }),
    ));
});

describe("a store that can't be reached", () => {
  it("is told to whoever asked, with a word when to come back", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* deliver(order, () => clock.now);
        const { failNext } = yield* MemoryStore;
        for (const method of ["load", "commit"] as const) {
          failNext(method, new StoreUnavailable({ reason: "the disk is full" }));
          const refused = yield* refusalOf(confirm(order));
          expect(refused).toEqual({ _tag: "Unreachable", what: "The store", retryAfter: 2000 });
        }
        expect((yield* confirm(order)).state).toBe("Confirmed");
      }),
    ));
});
