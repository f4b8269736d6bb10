import { instant, type MemberId, type Message, type OrderId, ProviderRefused, runTasks } from "@resale/core";
import { asMember, buyPieces, listPiece, MemoryMailer, MemoryMembers, scanParcel } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { performTask } from "../../src/usecases/tasks/performTask.ts";
import { play } from "./playing.ts";
import { aSale } from "./sales.ts";

const send = (order: OrderId, mail: string) =>
  performTask({ _tag: "SendOrderMail", order, mail, occurrence: 1 });
const sent = Effect.map(MemoryMailer, (mailer) => mailer.sent);
const forget = Effect.fnUntraced(function* (id: MemberId) {
  ((yield* MemoryMembers).members as Map<MemberId, unknown>).delete(id);
});

describe("a mail of an order", () => {
  it("R2 waits where the seller's loyalty account is gone, and says so", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        yield* forget(seller.id);
        const { order } = yield* buyPieces([listing]);
        expect(yield* Effect.flip(send(order, "ItemSold"))).toEqual(
          new ProviderRefused({ provider: "members", reason: "the seller's loyalty account is gone" }),
        );
        expect((yield* sent).map(({ mail }: Message) => mail._tag)).not.toContain("ItemSold");
      }),
    ));

  it("R29 is not sent once it is no longer true, nor before it is", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* scanParcel(order, "Accepted", instant(clock.now));
        yield* runTasks(100);
        const before = (yield* sent).length;
        for (const mail of ["ShipReminder", "ShipmentOverdue", "ParcelDelivered", "PayoutOnItsWay"]) {
          yield* send(order, mail);
        }
        expect(yield* sent).toHaveLength(before);
      }),
    ));

  it("R26 leads a guest to the guest's page, and members, who sell or buy, to the order's own", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const mailsOf = Effect.fnUntraced(function* (actor?: ReturnType<typeof asMember>) {
          const { listing, seller } = yield* listPiece();
          const { order, email } = yield* buyPieces([listing], actor === undefined ? {} : { actor });
          yield* scanParcel(order, "Accepted", instant(clock.now));
          yield* runTasks(100);
          const mailsTo = (to: string) =>
            JSON.stringify(
              mailer.sent.filter((one) => one.thread === order && one.to === to).map(({ mail }) => mail),
            );
          return { order, seller: mailsTo(seller.email), buyer: mailsTo(email) };
        });
        const mailer = yield* MemoryMailer;
        const guests = yield* mailsOf();
        const members = yield* mailsOf(asMember("buyer", "buyer@members.example"));
        expect(guests.buyer).toContain("https://shop.example/guest/");
        expect(guests.buyer).not.toContain("https://shop.example/orders/");
        expect(members.buyer).toContain(`https://shop.example/orders/${members.order}`);
        for (const text of [guests.seller, members.seller, members.buyer]) {
          expect(text).not.toContain("https://shop.example/guest/");
        }
      }),
    ));
});

describe("a mail of a listing", () => {
  it("R2 goes to nobody where the seller's loyalty account is gone", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        yield* forget(seller.id);
        yield* performTask({ _tag: "SendListingMail", listing, mail: "ListingApproved", occurrence: 2 });
        expect(yield* sent).toEqual([]);
      }),
    ));
});
