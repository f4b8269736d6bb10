import {
  askForParcels,
  Carrier,
  HOUR,
  instant,
  listTasks,
  MINUTE,
  ProviderUnavailable,
  plus,
  runTasks,
  TrackingNumber,
  viewOrder,
} from "@resale/core";
import { asSupport, buyPieces, listPiece, MemoryCarrier } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play } from "./playing.ts";

const sold = Effect.gen(function* () {
  const { listing } = yield* listPiece();
  const { order } = yield* buyPieces([listing]);
  const { order: view } = yield* viewOrder(asSupport, order);
  return { order, tracking: TrackingNumber.make(view.tracking ?? "missing") };
});

const stateOf = (order: Parameters<typeof viewOrder>[1]) =>
  Effect.map(viewOrder(asSupport, order), ({ order: view }) => view.state);

describe("parcels under way", () => {
  it("R37 are asked for, page by page, and their orders know what no webhook has told", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const [one, other] = [yield* sold, yield* sold];
        const { scan } = yield* MemoryCarrier;
        clock.set(clock.now + HOUR);
        for (const { tracking } of [one, other])
          scan(tracking, { at: instant(clock.now), status: "Accepted" });
        const first = yield* askForParcels({ limit: 1 });
        expect(first).toMatchObject({ asked: 1, pause: undefined });
        expect(first.next).toBeDefined();
        const second = yield* askForParcels({ limit: 1, after: first.next });
        const third = yield* askForParcels({ limit: 1, after: second.next });
        expect(third).toEqual({ asked: 0, next: undefined, pause: undefined });
        for (const { order } of [one, other]) expect(yield* stateOf(order)).toBe("InTransit");
        for (const { tracking } of [one, other]) {
          scan(tracking, { at: plus(instant(clock.now), 1), status: "Delivered" });
        }
        expect(yield* askForParcels({ limit: 10 })).toEqual({ asked: 2, next: undefined, pause: undefined });
        for (const { order } of [one, other]) expect(yield* stateOf(order)).toBe("Delivered");
        expect(yield* askForParcels({ limit: 10 })).toEqual({ asked: 0, next: undefined, pause: undefined });
      }),
    ));

  it("are asked for where it was left off, once the carrier wants to be asked again", () =>
    play(() =>
      Effect.gen(function* () {
        yield* sold;
        yield* sold;
        const carrier = yield* Carrier;
        let calls = 0;
        const busy = new ProviderUnavailable({ provider: "it", reason: "quota", retryAfter: 7 * MINUTE });
        const track: Carrier["Service"]["track"] = (tracking) =>
          Effect.suspend(() => (++calls === 2 ? Effect.fail(busy) : carrier.track(tracking)));
        const asking = (after: string | undefined) =>
          Effect.provideService(
            askForParcels({ limit: 10, after }),
            Carrier,
            Carrier.of({ ...carrier, track }),
          );
        const first = yield* asking(undefined);
        expect(first).toMatchObject({ asked: 1, pause: 7 * MINUTE });
        const second = yield* asking(first.next);
        expect(second).toEqual({ asked: 1, next: undefined, pause: undefined });
        expect(calls).toBe(3);
      }),
    ));
});

describe("a task whose provider says when it wants to be asked again", () => {
  it("is not tried before that", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { failNext } = yield* MemoryCarrier;
        failNext(
          "buyLabel",
          new ProviderUnavailable({ provider: "it", reason: "quota", retryAfter: 50 * MINUTE }),
        );
        const { order } = yield* sold;
        const [waiting] = (yield* listTasks(asSupport, { status: "Waiting", limit: 10 })).filter(
          ({ task }) => task._tag === "BuyLabel",
        );
        expect(waiting?.dueAt).toBe(clock.now + 50 * MINUTE);
        clock.set(clock.now + 50 * MINUTE);
        yield* runTasks(100);
        expect(yield* stateOf(order)).toBe("AwaitingShipment");
      }),
    ));
});
