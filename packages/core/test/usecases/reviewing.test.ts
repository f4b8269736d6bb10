import {
  approveListing,
  commandListing,
  DAY,
  explainListing,
  type ListingView,
  listOwnStock,
  type Member,
  MINUTE,
  mostUrgentFirst,
  ProviderUnavailable,
  pieceHistory,
  preLoved,
  reviewQueue,
  startListing,
  submitListing,
  viewListing,
} from "@resale/core";
import {
  aMember,
  aProduct,
  aPurchase,
  asReviewer,
  asStranger,
  asSupport,
  asVisitor,
  freshId,
  listingId,
  listPiece,
  MemoryMembers,
  MemoryPurchases,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";

/** A member has filled in a listing, and not handed it in. */
const drafted = Effect.fnUntraced(function* (member: Member) {
  const bag = aPurchase();
  (yield* MemoryMembers).upsert(member);
  (yield* MemoryPurchases).upsert(member.id, bag);
  const actor = signedIn(member);
  const listing = listingId((yield* startListing({ actor }, unitOf(bag))).id);
  yield* commandListing({ actor }, listing, { _tag: "Edit", details: someDetails() });
  return { listing, actor };
});
const submitted = Effect.fnUntraced(function* (member: Member = aMember()) {
  const { listing, actor } = yield* drafted(member);
  yield* submitListing({ actor }, listing);
  return { listing, actor };
});
const forget = ({ id }: Member) =>
  Effect.map(MemoryMembers, ({ members }) => (members as Map<Member["id"], Member>).delete(id));
const approval = { revision: 2, checked: preLoved.review.checklist.map(({ key }) => key) };
const membershipRequired = (membership: string) => ({
  _tag: "MembershipRequired",
  loyalty: preLoved.loyalty,
  membership,
});

describe("what waits for review", () => {
  it("R13 is listed page by page, newest first, as a reviewer sees it, and holds nothing else", () =>
    play(() =>
      Effect.gen(function* () {
        yield* listPiece();
        yield* drafted(aMember());
        const { listing: first } = yield* submitted();
        const { listing: second } = yield* submitted();
        const queue = yield* reviewQueue(asReviewer, { limit: 10 });
        const seen = yield* Effect.forEach([second, first], (id) =>
          Effect.map(viewListing(asReviewer, id), ({ listing }) => listing),
        );
        expect(queue).toEqual(seen);
        expect(queue.map(({ inside }) => inside?.revision)).toEqual([2, 2]);
        expect(yield* reviewQueue(asSupport, { limit: 1, after: second })).toEqual([seen[1]]);
        for (const actor of [asVisitor, asStranger]) {
          expect(yield* refusalOf(reviewQueue(actor, { limit: 10 }))).toEqual({
            _tag: "NotAllowed",
            command: "ReviewQueue",
            actor: actor._tag,
            allowed: ["Reviewer", "Support"],
          });
        }
      }),
    ));

  it("R13 is put in the order in which it falls due; what has no time for it comes first", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const draft = yield* drafted(aMember());
        const waiting: Array<ListingView> = [];
        const view = (id: typeof draft.listing) =>
          Effect.map(viewListing(asReviewer, id), ({ listing }) => listing);
        for (let days = 0; days < 3; days++) {
          waiting.push(yield* view((yield* submitted()).listing));
          clock.set(clock.now + DAY);
        }
        const [first, second, third] = waiting as [ListingView, ListingView, ListingView];
        const undue = yield* view(draft.listing);
        const { listing: outside } = yield* viewListing(asVisitor, (yield* listPiece()).listing);
        const given = [third, undue, first, second, outside];
        expect(mostUrgentFirst(given)).toEqual([undue, outside, first, second, third]);
        expect(mostUrgentFirst([second, outside, third, first])).toEqual([outside, first, second, third]);
        expect(given).toEqual([third, undue, first, second, outside]);
      }),
    ));

  it("R13 of what is due by the end of one day, what was handed in first comes first", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const waiting: Array<ListingView> = [];
        for (let minutes = 0; minutes < 3; minutes++) {
          const { listing } = yield* submitted();
          waiting.push((yield* viewListing(asReviewer, listing)).listing);
          clock.set(clock.now + MINUTE);
        }
        expect(new Set(waiting.map(({ inside }) => inside?.reviewBy?.at)).size).toBe(1);
        expect(mostUrgentFirst([...waiting].reverse())).toEqual(waiting);
      }),
    ));
});

describe("a piece that is handed in", () => {
  it("R1 R18 needs a member who is there, and their address; the brand's own needs none", () =>
    play(() =>
      Effect.gen(function* () {
        const member = aMember();
        const { listing, actor } = yield* drafted(member);
        const handIn = refusalOf(submitListing({ actor }, listing));
        const members = yield* MemoryMembers;
        members.upsert({ ...member, membership: "Lapsed" });
        expect(yield* handIn).toEqual(membershipRequired("Lapsed"));
        yield* forget(member);
        expect(yield* handIn).toEqual(membershipRequired("None"));
        const { address: _, ...homeless } = member;
        members.upsert(homeless);
        expect(yield* handIn).toEqual({
          _tag: "Invalid",
          faults: [
            {
              field: "shipFrom",
              problem: `add a postal address to your ${preLoved.loyalty} account: the label is made out from it`,
            },
          ],
        });
        members.upsert(member);
        expect((yield* submitListing({ actor }, listing)).state).toBe("Submitted");
      }),
    ));

  it("R1 is approved only while its seller is still a member", () =>
    play(() =>
      Effect.gen(function* () {
        const member = aMember();
        const { listing } = yield* submitted(member);
        const approve = approveListing({ actor: asReviewer }, listing, approval);
        yield* forget(member);
        expect(yield* refusalOf(approve)).toEqual(membershipRequired("None"));
        (yield* MemoryMembers).upsert({ ...member, membership: "Lapsed" });
        expect(yield* refusalOf(approve)).toEqual(membershipRequired("Lapsed"));
        (yield* MemoryMembers).upsert(member);
        expect((yield* approve).state).toBe("Live");
      }),
    ));

  it("R17 R18 of the brand's own goes out from its warehouse, and asks no loyalty programme", () =>
    play(() =>
      Effect.gen(function* () {
        const details = someDetails();
        const own = yield* listOwnStock({ actor: asSupport }, aProduct(), details);
        const listing = listingId(own.id);
        expect(own).toEqual((yield* viewListing(asSupport, listing)).listing);
        expect(own.inside).toMatchObject({ revision: 1, unit: null });
        const edited = { ...details, description: "Never worn." };
        yield* commandListing({ actor: asSupport }, listing, { _tag: "Edit", details: edited });
        expect((yield* viewListing(asReviewer, listing)).listing.state).toBe("Submitted");
        const asked = { revision: 2, changes: [{ field: "photos", problem: "Too dark." }] } as const;
        yield* commandListing({ actor: asReviewer }, listing, { _tag: "RequestChanges", ...asked });
        (yield* MemoryMembers).failNext(
          "get",
          new ProviderUnavailable({ provider: "loyalty", reason: "closed" }),
        );
        const again = yield* submitListing({ actor: asSupport }, listing);
        expect(again.state).toBe("Submitted");
        const { events } = yield* pieceHistory(asReviewer, listing);
        expect(events.at(-1)?.event).toMatchObject({
          _tag: "Submitted",
          shipFrom: preLoved.ownStock.address,
        });
      }),
    ));
});

describe("where a listing stands", () => {
  it("R58 is told to its seller and to whoever may see it", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing, actor } = yield* submitted();
        const explained = yield* explainListing(actor, listing);
        expect(explained).toMatchObject({ state: "Submitted", open: ["Edit", "Withdraw"] });
        expect(explained.ifNobodyActs?.deadline.at).toBeGreaterThan(clock.now);
        expect((yield* explainListing(asReviewer, listing)).open).toEqual([
          "Approve",
          "Deny",
          "RequestChanges",
        ]);
        const missing = { _tag: "NotFound", subject: "listing", id: listing };
        expect(yield* refusalOf(explainListing(asVisitor, listing))).toEqual(missing);
        expect(yield* refusalOf(viewListing(asVisitor, listing))).toEqual(missing);
        const { listing: live } = yield* listPiece();
        expect(yield* explainListing(asVisitor, live)).toMatchObject({ state: "Live", open: [] });
        const nowhere = listingId(freshId());
        expect(yield* refusalOf(viewListing(asSupport, nowhere))).toEqual({ ...missing, id: nowhere });
      }),
    ));
});
