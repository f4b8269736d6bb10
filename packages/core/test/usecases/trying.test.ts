import {
  Carrier,
  CheckoutId,
  DAY,
  HOUR,
  instant,
  listTasks,
  OrderId,
  ProviderUnavailable,
  runTasks,
  type Task,
  Tasks,
} from "@resale/core";
import { aMember, asSupport, listPiece, MemoryMailer, type World } from "@resale/testkit";
import { Effect, Fiber } from "effect";
import { describe, expect, it } from "vitest";
import { overheard, play } from "./playing.ts";
import { until } from "./RestingClock.ts";
import { aSale } from "./sales.ts";

const someId = () => crypto.randomUUID();
/** About an order that there is not: whoever tries it finds nothing. */
const labelOfNothing = (): Task => ({ _tag: "BuyLabel", order: OrderId.make(someId()) });

/** Tasks that are wanted at this moment, under keys by their number. */
const want = Effect.fnUntraced(function* ({ clock }: World, tasks: ReadonlyArray<Task>) {
  const told = tasks.map((task, number) => ({ key: `task ${number} of a page`, subject: "it", task }));
  yield* (yield* Tasks).add(told, instant(clock.now));
});

/** How the tasks stand, by their keys. */
const tasks = Effect.map(listTasks(asSupport, { limit: 100 }), (all) =>
  all.toSorted((one, other) => one.key.localeCompare(other.key, "en", { numeric: true })),
);
const wanted = Effect.map(tasks, (all) => all.filter(({ key }) => key.startsWith("task ")));

const withCarrier = <A, E, R>(effect: Effect.Effect<A, E, R>, buyLabel: Carrier["Service"]["buyLabel"]) =>
  Effect.flatMap(Carrier, (carrier) =>
    Effect.provideService(effect, Carrier, Carrier.of({ ...carrier, buyLabel })),
  );

describe("a page of tasks", () => {
  it("is never longer than was asked for, nor than can be done before others may take it", () =>
    play((world) =>
      Effect.gen(function* () {
        yield* want(world, Array.from({ length: 20 }, labelOfNothing));
        expect(yield* runTasks(2)).toBe(2);
        expect(yield* runTasks(100)).toBe(12);
        expect(yield* runTasks(100)).toBe(6);
        expect(yield* runTasks(100)).toBe(0);
      }),
    ));

  it("of one provider that does not answer holds up no other's", () =>
    play(() =>
      Effect.gen(function* () {
        const running = yield* Effect.forkChild(withCarrier(aSale, () => Effect.never));
        const { mails } = yield* MemoryMailer;
        yield* until(() => mails("Receipt").length > 0);
        yield* Fiber.interrupt(running);
      }),
    ));
});

describe("a task that fails", () => {
  it("is tried again after some two seconds, at another moment than those that failed with it", () =>
    play((world) =>
      Effect.gen(function* () {
        const { now } = world.clock;
        yield* want(world, Array.from({ length: 12 }, labelOfNothing));
        yield* runTasks(100);
        const pauses = (yield* wanted).map(({ dueAt }) => dueAt - now);
        expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1500);
        expect(Math.max(...pauses)).toBeLessThan(2500);
        expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(500);
        expect(new Set(pauses).size).toBe(12);
      }),
    ));

  it("says why in words, whatever it was", () =>
    play((world) =>
      Effect.gen(function* () {
        const label = labelOfNothing();
        const order = OrderId.make(someId());
        yield* want(world, [label, { _tag: "SendOrderMail", order, mail: "Greeting", occurrence: 1 }]);
        yield* runTasks(100);
        expect((yield* wanted).map(({ lastError, status }) => ({ lastError, status }))).toEqual([
          { lastError: "There is no such order, or it is not yours.", status: "Waiting" },
          { lastError: "Error: no mail is called Greeting", status: "Waiting" },
        ]);
      }),
    ));

  it("is due at once again where its work was broken off, and left alone no longer than six hours", () =>
    play((world) =>
      Effect.gen(function* () {
        const { now } = world.clock;
        const quota = new ProviderUnavailable({ provider: "it", reason: "quota", retryAfter: 2 * DAY });
        yield* withCarrier(aSale, () => Effect.fail(quota));
        const standing = Effect.map(tasks, (all) =>
          all.filter(({ task }) => task._tag === "BuyLabel").map(({ task: _, key: __, ...rest }) => rest),
        );
        const waits = { attempts: 1, status: "Waiting", dropped: undefined };
        expect(yield* standing).toEqual([{ ...waits, dueAt: now + 6 * HOUR, lastError: "quota" }]);
        world.clock.set(now + 6 * HOUR);
        yield* withCarrier(runTasks(100), () => Effect.interrupt);
        expect(yield* standing).toEqual([
          { ...waits, attempts: 2, dueAt: world.clock.now, lastError: "interrupted" },
        ]);
      }),
    ));

  it("R21 is never given up where a payment may still turn up; others are after fifteen tries", () =>
    play((world) =>
      Effect.gen(function* () {
        const checkout = CheckoutId.make(someId());
        yield* want(world, [labelOfNothing(), { _tag: "CancelPayment", checkout }]);
        const heard = overheard();
        for (let tries = 0; tries < 20; tries++) {
          yield* heard.by(runTasks(100));
          world.clock.set(instant(world.clock.now + DAY));
        }
        expect((yield* wanted).map(({ status, attempts }) => ({ status, attempts }))).toEqual([
          { status: "Parked", attempts: 15 },
          { status: "Waiting", attempts: 20 },
        ]);
        const error = "There is no such order, or it is not yours.";
        const key = "task 0 of a page";
        expect(heard.said).toEqual([JSON.stringify(["task given up", { task: "BuyLabel", key, error }])]);
      }),
    ));

  it("is given up at once where its provider refuses", () =>
    play(() =>
      Effect.gen(function* () {
        const member = aMember();
        (yield* MemoryMailer).refuse(member.email);
        yield* listPiece({ seller: member });
        const heard = overheard();
        yield* heard.by(runTasks(100));
        const [given] = (yield* tasks).filter(({ status }) => status === "Parked");
        expect(given).toMatchObject({ attempts: 1, lastError: `no mailbox ${member.email}` });
        expect(heard.said).toHaveLength(1);
      }),
    ));
});
