import {
  advanceClock,
  DAY,
  type Email,
  History,
  HOUR,
  instant,
  type MailTag,
  openDesk,
  ProviderUnavailable,
  plus,
  preLoved,
  viewOrder,
} from "@resale/core";
import {
  asSupport,
  at,
  buyPieces,
  listPiece,
  MemoryCarrier,
  MemoryMailer,
  MemoryMembers,
  makeWorld,
  scanParcel,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, play } from "./playing.ts";

describe("mails", () => {
  it("R2 go to the address the loyalty account has when they are sent, and the address used is recorded", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        const moved = "moved@members.example" as Email;
        (yield* MemoryMembers).upsert({ ...seller, email: moved });
        const { order } = yield* buyPieces([listing]);
        const mailer = yield* MemoryMailer;
        expect(mailer.to(moved).map(({ mail }) => mail._tag)).toContain("ItemSold");
        const events = yield* (yield* History).of({ kind: "order", id: order });
        expect(events.map(({ event }) => event)).toContainEqual(
          expect.objectContaining({ _tag: "MailSent", mail: "ItemSold", to: moved, at: clock.now }),
        );
      }),
    ));

  it("R28 bring the seller the label as a PDF, and as a QR code where the carrier has one", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        yield* buyPieces([listing]);
        const sold = (yield* MemoryMailer).to(seller.email).find(({ mail }) => mail._tag === "ItemSold");
        expect(sold?.attachments.map(({ name, contentType }) => [name, contentType])).toEqual([
          ["shipping-label.pdf", "application/pdf"],
          ["shipping-label-qr.png", "image/png"],
        ]);
      }),
    ));

  it("R29 lets the seller's time run from the label mail, not from the order", () =>
    play(
      ({ clock }) =>
        Effect.gen(function* () {
          const { listing } = yield* listPiece();
          const carrier = yield* MemoryCarrier;
          const away = new ProviderUnavailable({ provider: "carrier", reason: "out of order" });
          for (let call = 0; call < 9; call++) carrier.failNext("buyLabel", away);
          const placedAt = clock.now;
          const { order } = yield* buyPieces([listing]);
          yield* advanceClock(plus(instant(placedAt), 3 * DAY));
          const { order: view } = yield* viewOrder(asSupport, order);
          const shipBy = view.seller?.shipBy;
          expect(view.promise.reckoning).toMatchObject({ from: placedAt });
          expect(shipBy?.reckoning.from).toBeGreaterThan(placedAt);
          expect(shipBy?.at).toBeGreaterThan(view.promise.at);
          expect(view.promise.at).toBeGreaterThan(placedAt);
        }),
      makeWorld(preLoved, at("2026-11-02T23:50:00-05:00")),
    ));

  it("R35 tell the buyer every three days how it stands, each at most once, until it is received", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order, email } = yield* buyPieces([listing]);
        yield* advanceClock(plus(instant(clock.now), 10 * DAY));
        const mailer = yield* MemoryMailer;
        const updates = () => mailer.to(email).filter(({ mail }) => mail._tag === "TransitUpdate");
        expect(updates()).toHaveLength(3);
        expect(new Set(updates().map(({ messageId }) => messageId)).size).toBe(3);
        yield* deliver(order, () => clock.now);
        const before = updates().length;
        yield* advanceClock(plus(instant(clock.now), 10 * DAY));
        expect(updates()).toHaveLength(before);
      }),
    ));

  it("R13 gather for the operators, each business day, what waits for them", () =>
    play(({ clock, program }) =>
      Effect.gen(function* () {
        yield* openDesk();
        const { listing } = yield* listPiece();
        yield* buyPieces([listing]);
        yield* advanceClock(plus(instant(clock.now), 7 * DAY));
        const mailer = yield* MemoryMailer;
        const [first] = program.mail.operators;
        const digests = mailer
          .to(first)
          .flatMap(({ mail }) => (mail._tag === "OperatorDigest" ? [mail] : []));
        expect(digests.length).toBeGreaterThan(0);
        expect(digests.at(-1)?.tasks).toMatchObject([{ task: "Overdue", title: "Jet Set Medium Tote" }]);
      }),
    ));

  it("are not sent for what is no longer true when their turn comes", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order, email } = yield* buyPieces([listing]);
        const mailer = yield* MemoryMailer;
        const away = new ProviderUnavailable({ provider: "mail", reason: "out of order" });
        mailer.failNext("send", away);
        yield* scanParcel(order, "Accepted", instant(clock.now));
        yield* scanParcel(order, "Delivered", plus(instant(clock.now), 1));
        yield* advanceClock(plus(instant(clock.now), HOUR));
        const tags: ReadonlyArray<MailTag> = mailer.to(email).map(({ mail }) => mail._tag);
        expect(tags).toContain("ParcelDelivered");
        expect(tags).not.toContain("ParcelShipped");
      }),
    ));
});
