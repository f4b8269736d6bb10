import {
  commandOrder,
  DAY,
  Figures,
  History,
  instant,
  MINUTE,
  ProviderUnavailable,
  plus,
  runDue,
  subscribe,
  takePhoto,
} from "@resale/core";
import {
  asSupport,
  holdPieces,
  listPiece,
  MemoryMailer,
  MemoryPhotos,
  MemoryStoreCredit,
  MemoryWebhooks,
  type World,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, play } from "./playing.ts";
import { aSale } from "./sales.ts";

/** A hold that is over, and with it the piece's own: two timers. Two payouts are tried again, each with a mail behind it. */
const halfAnHourLater = Effect.fnUntraced(function* ({ clock }: World) {
  const { failNext } = yield* MemoryStoreCredit;
  const retryAfter = 30 * MINUTE;
  const sales = [yield* aSale, yield* aSale];
  for (const { order } of sales) yield* deliver(order, () => clock.now);
  for (const { order } of sales) {
    yield* commandOrder({ actor: { _tag: "Guest", order } }, order, { _tag: "Confirm" });
    failNext("issue", new ProviderUnavailable({ provider: "it", reason: "closed", retryAfter }));
  }
  const { listing } = yield* listPiece();
  yield* holdPieces([listing]);
  yield* runDue(1);
  clock.set(plus(instant(clock.now), retryAfter));
  const { to } = yield* MemoryMailer;
  return () =>
    sales.map(({ seller }) => to(seller.email).filter(({ mail }) => mail._tag === "PayoutOnItsWay").length);
});

describe("what is due when somebody else's clock calls", () => {
  it("is done with all that follows from it, and then nothing is due any more", () =>
    play((world) =>
      Effect.gen(function* () {
        const paid = yield* halfAnHourLater(world);
        expect(yield* runDue(1)).toEqual({ timers: 2, tasks: 4, more: false });
        expect(paid()).toEqual([1, 1]);
        expect(yield* runDue(1)).toEqual({ timers: 0, tasks: 0, more: false });
        expect(yield* runDue(0)).toEqual({ timers: 0, tasks: 0, more: false });
      }),
    ));

  it("is left for the next call where the time is up, which does the rest", () =>
    play((world) =>
      Effect.gen(function* () {
        const paid = yield* halfAnHourLater(world);
        expect(yield* runDue(0)).toEqual({ timers: 2, tasks: 2, more: true });
        expect(paid()).toEqual([0, 0]);
        expect(yield* runDue(1)).toEqual({ timers: 0, tasks: 2, more: false });
        expect(paid()).toEqual([1, 1]);
      }),
    ));

  it("is counted too, told to subscribers, and photos that nothing shows are removed", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { sent } = yield* MemoryWebhooks;
        const { photos } = yield* MemoryPhotos;
        yield* subscribe(asSupport, { url: "https://one.example/", events: [], include: "personal" });
        const figures = yield* Figures;
        // Somebody else counts a page at the same moment, and is faster.
        let others = 0;
        const record: Figures["Service"]["record"] = (page) =>
          others++ === 0 ? Effect.succeed(false) : figures.record(page);
        yield* takePhoto(new Uint8Array([1]));
        yield* listPiece();
        clock.set(plus(instant(clock.now), 7 * DAY));
        yield* Effect.provideService(runDue(1), Figures, Figures.of({ ...figures, record }));
        const last = yield* (yield* History).last;
        expect(last).toBeGreaterThan(0);
        expect(yield* figures.position).toBe(last);
        expect(sent).toHaveLength(last);
        expect(photos.size).toBe(0);
      }),
    ));
});
