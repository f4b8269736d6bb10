import {
  advanceClock,
  HOUR,
  instant,
  openDesk,
  plus,
  verifyJournal,
  viewListing,
  viewOrder,
} from "@resale/core";
import {
  asSupport,
  buyPieces,
  listPiece,
  MemoryMailer,
  MemoryStoreCredit,
  makeWorld,
  scanParcel,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";

describe("a whole sale", () => {
  it("R43 runs from the purchase to the store credit when the buyer says nothing", async () => {
    const { runtime, clock } = makeWorld();
    await runtime.runPromise(
      Effect.gen(function* () {
        yield* openDesk();
        const { listing, seller } = yield* listPiece({ price: 100_00 });
        const { order, email } = yield* buyPieces([listing]);
        const mailer = yield* MemoryMailer;
        const subject = () => Effect.map(viewOrder(asSupport, order), ({ order: view }) => view);
        expect((yield* subject()).state).toBe("AwaitingShipment");
        expect(mailer.to(seller.email).map(({ mail }) => mail._tag)).toContain("ItemSold");
        expect(mailer.to(email).map(({ mail }) => mail._tag)).toEqual(["Receipt"]);

        const shippedAt = plus(instant(clock.now), 20 * HOUR);
        yield* advanceClock(shippedAt);
        yield* scanParcel(order, "Accepted", shippedAt);
        expect((yield* subject()).state).toBe("InTransit");
        const deliveredAt = plus(shippedAt, 70 * HOUR);
        yield* advanceClock(deliveredAt);
        yield* scanParcel(order, "Delivered", deliveredAt);
        expect((yield* subject()).state).toBe("Delivered");

        yield* advanceClock(plus(deliveredAt, 72 * HOUR - 1));
        expect((yield* subject()).state).toBe("Delivered");
        const events = yield* advanceClock(plus(deliveredAt, 72 * HOUR));
        expect((yield* subject()).state).toBe("ConfirmedAutomatically");
        expect(events.map(({ event }) => (event as { _tag: string })._tag)).toEqual(
          expect.arrayContaining(["ConfirmedAutomatically", "PayoutFellDue", "PayoutIssued", "Closed"]),
        );
        const credit = yield* MemoryStoreCredit;
        expect([...credit.cards.values()].map(({ amount }) => amount)).toEqual([80_00]);
        const { listing: closed } = yield* viewListing(asSupport, listing);
        expect(closed.state).toBe("Closed");
        expect(mailer.to(email).map(({ mail }) => mail._tag)).toEqual([
          "Receipt",
          "ParcelShipped",
          "TransitUpdate",
          "ParcelDelivered",
          "WindowClosing",
          "ConfirmedAutomatically",
        ]);
        const verification = yield* verifyJournal();
        expect(verification.faults).toEqual([]);
        expect(verification.orders).toBe(1);
      }),
    );
  });
});
