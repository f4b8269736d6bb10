import { Carrier, instant, type PaymentToken, payCheckout, Tasks, work } from "@resale/core";
import { asVisitor, holdPieces, listPiece, MemoryMailer } from "@resale/testkit";
import { Effect, Fiber } from "effect";
import { describe, expect, it } from "vitest";
import { play } from "./playing.ts";
import { until } from "./RestingClock.ts";

/** An order that is paid and waits for its label, and whose buyer waits for a mail. */
const orderPiece = Effect.gen(function* () {
  const { listing } = yield* listPiece();
  const { checkout, email } = yield* holdPieces([listing]);
  const card = { tender: "Card", token: "tok_visa" as PaymentToken };
  yield* payCheckout({ actor: asVisitor }, checkout, card);
  return email;
});

/** A carrier that is asked and never answers. */
const silentCarrier = Effect.map(Carrier, (carrier) => {
  let asked = 0;
  const buyLabel = () =>
    Effect.suspend(() => {
      asked++;
      return Effect.never;
    });
  return { carrier: Carrier.of({ ...carrier, buyLabel }), asked: () => asked };
});

const ORDERS = 6;

describe("a worker", () => {
  for (const [atOnce, most] of [
    [undefined, 4],
    [{ Carrier: 2 }, 2],
    [{ Carrier: 0 }, 1],
  ] as const) {
    it(`has ${most} tasks with a carrier at a time, and goes on sending mails while it does not answer`, () =>
      play(() =>
        Effect.gen(function* () {
          const buyers = yield* Effect.forEach(Array.from({ length: ORDERS }), () => orderPiece);
          const { carrier, asked } = yield* silentCarrier;
          const mailer = yield* MemoryMailer;
          const how = { page: 100, rest: "1 milli", wake: Effect.never } as const;
          const working = yield* work(atOnce === undefined ? how : { ...how, atOnce }).pipe(
            Effect.provideService(Carrier, carrier),
            Effect.forkChild,
          );
          yield* until(() => buyers.every((buyer) => mailer.to(buyer).length > 0) && asked() >= most);
          for (let turns = 0; turns < 1000; turns++) yield* Effect.yieldNow;
          expect(asked()).toBe(most);
          yield* Fiber.interrupt(working);
        }),
      ));
  }

  it("that is stopped gives back at once what it has not done", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        yield* Effect.forEach(Array.from({ length: ORDERS }), () => orderPiece);
        const { carrier, asked } = yield* silentCarrier;
        const working = yield* work({ page: 100, rest: "1 milli", wake: Effect.never }).pipe(
          Effect.provideService(Carrier, carrier),
          Effect.forkChild,
        );
        yield* until(() => asked() > 0);
        const request = { now: instant(clock.now), limit: 100, lease: 1000, kinds: ["BuyLabel"] } as const;
        const tasks = yield* Tasks;
        expect(yield* tasks.take(request)).toEqual([]);
        yield* Fiber.interrupt(working);
        const free = yield* tasks.take(request);
        expect(free.map(({ attempt }) => attempt)).toEqual(Array.from({ length: ORDERS }, () => 1));
      }),
    ));
});
