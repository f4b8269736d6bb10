import {
  acceptOptionalMails,
  advanceClock,
  Carrier,
  comeToRest,
  commandOrder,
  DAY,
  declineOptionalMails,
  History,
  instant,
  ListingId,
  listOwnStock,
  type MemberId,
  openDesk,
  plus,
  SentMailId,
  sentMail,
  sentMails,
  viewMailbox,
} from "@resale/core";
import {
  aMember,
  aProduct,
  asReviewer,
  asSupport,
  asVisitor,
  buyPieces,
  holdPieces,
  listPiece,
  MemoryMailer,
  MemoryMembers,
  signedIn,
  someDetails,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { performTask } from "../../src/usecases/tasks/performTask.ts";
import { deliver, play, refusalOf } from "./playing.ts";
import { aSale, cancelled } from "./sales.ts";

/** Each mail that was sent: its name, its id, what it is about, and what it brings. */
const posted = Effect.map(MemoryMailer, ({ sent }) =>
  sent.map(({ mail, messageId, thread, attachments }) => [
    mail._tag,
    messageId,
    thread,
    attachments.map(({ name }) => name),
  ]),
);

describe("a mail", () => {
  it("has an id by which a repeat is known, lies with what it is about, and brings files only where they are wanted", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        yield* comeToRest();
        const { checkout, order } = yield* buyPieces([listing]);
        const label = ["shipping-label.pdf", "shipping-label-qr.png"];
        expect(yield* posted).toEqual([
          ["ListingApproved", `${listing}.ListingApproved.2`, listing, []],
          ["Receipt", `${checkout}.Receipt.1`, checkout, []],
          ["ItemSold", `${order}.ItemSold.1`, order, label],
        ]);
      }),
    ));

  it("R28 brings the label as a PDF alone where the carrier has no QR code", () =>
    play(() =>
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const labelDocument: Carrier["Service"]["labelDocument"] = (label) =>
          Effect.map(carrier.labelDocument(label), ({ pdf }) => ({ pdf }));
        yield* Effect.provideService(aSale, Carrier, Carrier.of({ ...carrier, labelDocument }));
        expect((yield* posted).at(-1)?.at(-1)).toEqual(["shipping-label.pdf"]);
      }),
    ));

  it("R45 brings the buyer the label of a return, and the seller none", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* deliver(order, () => clock.now);
        const before = (yield* posted).length;
        const dispute = { kind: "Damaged", text: "Torn.", photos: [] };
        yield* commandOrder({ actor: { _tag: "Guest", order } }, order, { _tag: "OpenDispute", ...dispute });
        const decided = { _tag: "DecideDispute", upheld: true, text: "Yes." } as const;
        yield* commandOrder({ actor: asSupport }, order, decided);
        yield* advanceClock(plus(instant(clock.now), 3 * DAY));
        expect((yield* posted).slice(before).map(([tag, , , files]) => [tag, files])).toEqual([
          ["DisputeDecidedForSeller", []],
          ["RefundAndReturnLabel", ["return-label.pdf", "return-label-qr.png"]],
        ]);
      }),
    ));

  it("R26 leads a guest to a page on which they may act, and a member to their own", () =>
    play(() =>
      Effect.gen(function* () {
        const { mails } = yield* MemoryMailer;
        const guest = yield* aSale;
        const buyer = aMember({ id: crypto.randomUUID() });
        (yield* MemoryMembers).upsert(buyer);
        const { listing } = yield* listPiece();
        const member = yield* buyPieces([listing], { actor: signedIn(buyer), email: buyer.email });
        const links = mails("Receipt").map(({ lines }) => lines.map((line) => line.order));
        const turned = [...guest.order].reverse().join("");
        expect(links).toEqual([
          [expect.stringContaining(`https://shop.example/guest/${turned}.`)],
          [`https://shop.example/orders/${member.order}`],
        ]);
        expect(mails("ItemSold").map(({ order }) => order)).toEqual([
          `https://shop.example/orders/${guest.order}`,
          `https://shop.example/orders/${member.order}`,
        ]);
      }),
    ));

  it("R2 about a listing is recorded with the address used, and goes to nobody whose account is gone", () =>
    play(() =>
      Effect.gen(function* () {
        const { seller } = yield* listPiece();
        const members = yield* MemoryMembers;
        (members.members as Map<MemberId, unknown>).delete(seller.id);
        yield* comeToRest();
        expect(yield* posted).toEqual([]);
        const other = yield* listPiece();
        yield* comeToRest();
        const recorded = Effect.map(
          Effect.flatMap(History, ({ of }) => of({ kind: "listing", id: other.listing })),
          (events) => events.filter(({ event }) => (event as { _tag: string })._tag === "MailSent"),
        );
        expect((yield* recorded).map(({ event }) => event)).toMatchObject([
          { mail: "ListingApproved", occurrence: 2, to: other.seller.email },
        ]);
      }),
    ));

  it("R17 of the brand's own pieces brings its staff the label, tells of an undone sale, and of no payout", () =>
    play(({ clock, program }) =>
      Effect.gen(function* () {
        const { to } = yield* MemoryMailer;
        const staff = () => to(program.ownStock.email).map(({ mail }) => mail._tag);
        const own = Effect.map(listOwnStock({ actor: asReviewer }, aProduct(), someDetails()), ({ id }) =>
          ListingId.make(id),
        );
        const kept = yield* buyPieces([yield* own]);
        yield* deliver(kept.order, () => clock.now);
        yield* commandOrder({ actor: { _tag: "Guest", order: kept.order } }, kept.order, { _tag: "Confirm" });
        yield* advanceClock(plus(instant(clock.now), DAY));
        expect(staff()).toEqual(["ItemSold"]);
        const undone = yield* buyPieces([yield* own]);
        yield* cancelled(undone.order);
        expect(staff()).toEqual(["ItemSold", "ItemSold", "SaleCancelled"]);
      }),
    ));

  it("R24 tells of nothing that was not bought: there is no receipt for a hold", () =>
    play(() =>
      Effect.gen(function* () {
        const { checkout, email } = yield* holdPieces([(yield* listPiece()).listing]);
        yield* performTask({ _tag: "SendCheckoutMail", checkout, mail: "Receipt", occurrence: 1 });
        expect((yield* MemoryMailer).to(email)).toEqual([]);
      }),
    ));

  it("R13 goes to the operators on a day on which something waits, and on no other", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        yield* openDesk();
        yield* advanceClock(plus(instant(clock.now), 7 * DAY));
        expect(yield* posted).toEqual([]);
        yield* aSale;
        yield* advanceClock(plus(instant(clock.now), 7 * DAY));
        const digests = (yield* posted).filter(([tag]) => tag === "OperatorDigest");
        expect(digests.length).toBeGreaterThan(0);
        for (const digest of digests) {
          expect(digest).toEqual([
            "OperatorDigest",
            expect.stringMatching(/^digest\.2026-\d\d-\d\d\.0$/),
            "digest",
            [],
          ]);
        }
      }),
    ));
});

describe("what was mailed", () => {
  const refused = (command: string) => ({
    _tag: "NotAllowed",
    command,
    actor: "Visitor",
    allowed: ["Reviewer", "Support"],
  });

  it("R54 is for the brand's staff alone", () =>
    play(() =>
      Effect.gen(function* () {
        const { order, email } = yield* aSale;
        const [first] = yield* sentMails(asSupport, order);
        const id = first?.id ?? SentMailId.make("order.0");
        expect(yield* refusalOf(sentMails(asVisitor, order))).toEqual(refused("SentMails"));
        expect(yield* refusalOf(sentMail(asVisitor, order, id))).toEqual(refused("SentMail"));
        expect(yield* refusalOf(viewMailbox(asVisitor, email))).toEqual(refused("ViewMailbox"));
      }),
    ));

  it("is found by its id alone: not by that of something else that happened, nor of nothing", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        for (const id of ["order.1", "order.99", "checkout.1"]) {
          const found = yield* refusalOf(sentMail(asSupport, order, SentMailId.make(id)));
          expect(found).toEqual({ _tag: "NotFound", subject: "order", id: `${order}: ${id}` });
        }
      }),
    ));

  it("is wanted again by who has declined it before", () =>
    play(() =>
      Effect.gen(function* () {
        const { email } = yield* aSale;
        yield* declineOptionalMails(email);
        expect(yield* viewMailbox(asSupport, email)).toEqual({ _tag: "Reachable", optional: false });
        yield* acceptOptionalMails(email);
        expect(yield* viewMailbox(asSupport, email)).toEqual({ _tag: "Reachable", optional: true });
      }),
    ));
});
