import { instant, keepForgetting, Retention, StoreUnavailable, Tasks } from "@resale/core";
import { listPiece } from "@resale/testkit";
import { Effect, Fiber } from "effect";
import { expect, it } from "vitest";
import { overheard, play } from "./playing.ts";
import { RestingClock, until } from "./RestingClock.ts";

const HOUR = 3_600_000;

it("R27 what is old goes on being forgotten, with a rest between, and after a trouble, of which it is told", () =>
  play(({ clock }) =>
    Effect.gen(function* () {
      yield* listPiece();
      const { take, finish, list } = yield* Tasks;
      const taken = yield* take({ now: instant(clock.now), limit: 100, lease: 1_000 });
      yield* Effect.forEach(taken, (task) => finish(task, instant(clock.now)));
      const done = list({ status: "Done", limit: 100 });
      expect((yield* done).length).toBeGreaterThan(0);
      const retention = yield* Retention;
      let asked = 0;
      const forget: Retention["Service"]["forget"] = (request) =>
        asked++ === 0 ? Effect.fail(new StoreUnavailable({ reason: "full" })) : retention.forget(request);
      const rests: Array<number> = [];
      const heard = overheard();
      const forgetting = yield* keepForgetting("1 hour", { tasks: 0 }).pipe(
        Effect.provideService(Retention, Retention.of({ forget })),
        new RestingClock(instant(clock.now), rests).drive,
        heard.by,
        Effect.forkChild,
      );
      yield* until(() => rests.length >= 2);
      yield* Fiber.interrupt(forgetting);
      expect(rests.slice(0, 2)).toEqual([HOUR, HOUR]);
      expect(heard.said).toEqual([expect.stringContaining("what is old could not be forgotten")]);
      expect(yield* done).toEqual([]);
    }),
  ));
