import {
  advanceClock,
  DAY,
  instant,
  listOwnStock,
  type Message,
  type OrderId,
  pieceHistory,
  plus,
  SentMailId,
  StoreUnavailable,
  sentMail,
  sentMails,
  startListing,
} from "@resale/core";
import {
  aProduct,
  aPurchase,
  asReviewer,
  asStranger,
  asSupport,
  asVisitor,
  buyPieces,
  listingId,
  listPiece,
  MemoryMailer,
  MemoryStore,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { aMemberWith, play, refusalOf } from "./playing.ts";

const GUEST_LINK = /\/guest\/[^"]+/g;

/** What was sent, its links as whoever looks on sees them. */
const sentText = ({ mail }: Message): string => JSON.stringify(mail).replace(GUEST_LINK, "LINK");

const shownText = (text: string, order: OrderId): string =>
  text.replaceAll(new RegExp(`/orders/${order}`, "g"), "LINK");

describe("what support sees of mails", () => {
  it("R2 is every mail that was sent, to whom, in the words its reader got, long after they stopped being true", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        yield* advanceClock(plus(instant(clock.now), 20 * DAY));
        const mails = yield* sentMails(asSupport, order);
        const { sent } = yield* MemoryMailer;
        const ofOrder = sent.filter(({ thread, mail }) => thread === order || mail._tag === "Receipt");
        expect(mails.map(({ mail }) => mail).sort()).toEqual(ofOrder.map(({ mail }) => mail._tag).sort());
        expect(mails.length).toBeGreaterThan(3);
        for (const { id, mail, to, at } of mails) {
          const shown = yield* sentMail(asSupport, order, id);
          expect(shown).toMatchObject({ id, mail, to, at });
          const candidates = ofOrder.filter((message) => message.mail._tag === mail && message.to === to);
          const texts = candidates.map((message) => shownText(sentText(message), order));
          expect(texts).toContain(shownText(shown.text, order));
        }
      }),
    ));

  it("R26 holds no link of the guest's, and is for staff alone", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        for (const { id } of yield* sentMails(asSupport, order)) {
          const { html, text } = yield* sentMail(asSupport, order, id);
          expect(html + text).not.toContain("/guest/");
        }
        expect(yield* refusalOf(sentMails(asVisitor, order))).toMatchObject({ _tag: "NotAllowed" });
        const missing = sentMail(asSupport, order, SentMailId.make("order.9999"));
        expect(yield* refusalOf(missing)).toMatchObject({ _tag: "NotFound" });
      }),
    ));
});

describe("what a reviewer sees of a piece", () => {
  it("R14 is all that has happened to it, and what else its seller has listed", () =>
    play(() =>
      Effect.gen(function* () {
        const first = yield* listPiece();
        const second = yield* listPiece({ seller: first.seller });
        const found = yield* pieceHistory(asReviewer, first.listing);
        const tags = found.events.map(({ event }) => (event as { readonly _tag: string })._tag);
        expect(tags).toEqual(expect.arrayContaining(["Started", "Submitted", "Approved"]));
        expect(found.others.map(({ id }) => id)).toContain(second.listing);
        expect(found.others.map(({ id }) => id)).not.toContain(first.listing);
        expect(found.score).toEqual({ ratings: 0, stars: 0 });
        expect(yield* refusalOf(pieceHistory(asVisitor, first.listing))).toMatchObject({
          _tag: "NotAllowed",
        });
      }),
    ));

  it("R14 is at most fifty others of its seller, newest first, as a reviewer sees them, and none of anybody else's", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith(aPurchase({ quantity: 52 }));
        const actor = signedIn(member);
        const ids: Array<string> = [];
        for (let unit = 1; unit <= 52; unit++) {
          ids.push((yield* startListing({ actor }, unitOf(bag, unit))).id);
        }
        yield* listPiece();
        const newestFirst = ids.toReversed();
        const shown = (id: string) =>
          Effect.map(pieceHistory(asReviewer, listingId(id)), ({ others }) => others);
        const beside = yield* shown(newestFirst[0] ?? "");
        expect(beside.map(({ id }) => id)).toEqual(newestFirst.slice(1, 51));
        expect(beside.map(({ inside }) => inside?.unit)).not.toContain(undefined);
        expect((yield* shown(newestFirst[51] ?? "")).map(({ id }) => id)).toEqual(newestFirst.slice(0, 50));
      }),
    ));

  it("R14 R17 is nothing but its history where the brand sells it; it is told to staff alone", () =>
    play(() =>
      Effect.gen(function* () {
        yield* listPiece();
        const own = yield* listOwnStock({ actor: asReviewer }, aProduct(), someDetails());
        yield* listOwnStock({ actor: asReviewer }, aProduct(), someDetails());
        const { events, others, score } = yield* pieceHistory(asSupport, listingId(own.id));
        expect({ others, score, events: events.length }).toEqual({
          others: [],
          score: { ratings: 0, stars: 0 },
          events: 1,
        });
        expect(yield* refusalOf(pieceHistory(asStranger, listingId(own.id)))).toEqual({
          _tag: "NotAllowed",
          command: "PieceHistory",
          actor: "Member",
          allowed: ["Reviewer", "Support"],
        });
        (yield* MemoryStore).failNext("scored", new StoreUnavailable({ reason: "it restarts" }));
        expect(yield* refusalOf(pieceHistory(asSupport, listingId(own.id)))).toEqual({
          _tag: "Unreachable",
          what: "The store",
          retryAfter: 2000,
        });
      }),
    ));
});
