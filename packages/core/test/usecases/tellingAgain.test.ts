import {
  Deliveries,
  disableSubscription,
  replayFrom,
  replaySubject,
  subscriptionView,
  tellAllOnce,
} from "@resale/core";
import { asSupport } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";
import { happen, told, wish } from "./subscribers.ts";

describe("what was told once", () => {
  it("R60 is told again from a position on, and a position ahead changes nothing", () =>
    play(() =>
      Effect.gen(function* () {
        const made = yield* wish();
        const subject = newSubject();
        yield* happen(change(subject, { events: 3 }));
        yield* tellAllOnce();
        expect(yield* replayFrom(asSupport, made.id, 99)).toEqual({ ...subscriptionView(made), position: 3 });
        expect(yield* replayFrom(asSupport, made.id, 1)).toEqual({ ...subscriptionView(made), position: 1 });
        yield* tellAllOnce();
        expect((yield* told).map(([, number]) => number)).toEqual([1, 2, 3, 2, 3]);
      }),
    ));

  it("R60 is told again of one subject from a number on; what lies ahead comes by itself", () =>
    play(() =>
      Effect.gen(function* () {
        const made = yield* wish(["order"]);
        const [subject, other, listing] = [newSubject(), newSubject(), newSubject("listing")];
        yield* happen(change(subject, { events: 3 }), change(other), change(listing));
        const again = (of = subject, number = 3) => replaySubject(asSupport, made.id, of, number);
        const nothing = { _tag: "NothingToRepeat", what: "subject", state: "Heard" };
        expect(yield* refusalOf(again())).toEqual(nothing);
        yield* tellAllOnce();
        for (const [of, number] of [
          [subject, 4],
          [listing, 1],
        ] as const) {
          expect(yield* refusalOf(again(of, number))).toEqual(nothing);
        }
        const before = (yield* told).length;
        expect(yield* again()).toEqual({ ...subscriptionView(made), position: 5 });
        expect(yield* again(other, 1)).toEqual({ ...subscriptionView(made), position: 5 });
        yield* happen(change(subject, { expected: 3 }));
        yield* tellAllOnce();
        const more = (yield* told).slice(before).filter(([id]) => id === subject.id);
        expect(more.map(([, number]) => number)).toEqual([3, 4]);
        const deliveries = Deliveries.of({ ...(yield* Deliveries), spread: () => Effect.succeed(false) });
        const slower = again().pipe(Effect.provideService(Deliveries, deliveries));
        expect(yield* refusalOf(slower)).toEqual({ _tag: "Busy", retryAfter: 2000 });
        yield* disableSubscription(asSupport, made.id, "for a while");
        const resting = { _tag: "WrongState", command: "Replay", state: "Disabled", openIn: ["Active"] };
        expect(yield* refusalOf(again())).toEqual(resting);
      }),
    ));
});
