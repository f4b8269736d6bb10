import {
  DAY,
  instant,
  listSubscriptions,
  plus,
  rotateSecret,
  Subscriptions,
  secretOf,
  sendTest,
  subscribe,
  subscriptionView,
} from "@resale/core";
import { asSupport, MemoryWebhooks } from "@resale/testkit";
import { Effect, Redacted } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";

const wish = { url: "https://erp.example/key", events: [], include: "public" } as const;

describe("a subscription's secret", () => {
  it("R60 signs for a day after it was changed, and is shown while it is one of the last two", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const made = yield* subscribe(asSupport, wish);
        const shown = (nth: number) => secretOf(asSupport, made.id, nth);
        const over = { _tag: "NothingToRepeat", what: "secret", state: "Changed" };
        expect(yield* shown(0)).toEqual({ subscription: subscriptionView(made), secret: made.secret });
        for (const nth of [-1, 1]) expect(yield* refusalOf(shown(nth))).toEqual(over);
        const second = yield* rotateSecret(asSupport, made.id);
        const until = plus(instant(clock.now), DAY);
        expect(second).toEqual({
          ...made,
          secret: second.secret,
          former: { secret: made.secret, until },
          rotations: 1,
        });
        expect(Redacted.value(second.secret)).not.toBe(Redacted.value(made.secret));
        expect((yield* shown(0)).secret).toEqual(made.secret);
        expect((yield* shown(1)).secret).toEqual(second.secret);
        const third = yield* rotateSecret(asSupport, made.id, 0);
        expect(third.former).toEqual({ secret: second.secret, until: clock.now });
        expect(yield* refusalOf(shown(0))).toEqual(over);
        const slower = rotateSecret(asSupport, made.id).pipe(
          Effect.provideService(Subscriptions, {
            ...(yield* Subscriptions),
            change: () => Effect.succeed(false),
          }),
        );
        expect(yield* Effect.flip(slower)).toEqual({ _tag: "AlreadyDone", what: "a new secret" });
      }),
    ));

  it("R60 signs a test that says nothing, sent at once and once", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { id, secret } = yield* subscribe(asSupport, wish);
        const { sent, answer } = yield* MemoryWebhooks;
        answer(() => ({ _tag: "Gone" }));
        expect(yield* sendTest(asSupport, id)).toEqual({ _tag: "Gone" });
        const key = sent[0]?.id.slice(`${id}_test_`.length);
        const timestamp = new Date(clock.now).toISOString();
        expect(sent).toEqual([
          {
            url: wish.url,
            secrets: [secret],
            id: `${id}_test_${key}`,
            at: clock.now,
            body: JSON.stringify({ id: `test/${key}`, type: "test", timestamp, data: {} }),
          },
        ]);
        expect((yield* listSubscriptions(asSupport))[0]?.disabled).toBeNull();
      }),
    ));
});
