import { type Instant, type ListingIn, MINUTE, plus, type ScoredSubject } from "@resale/core";
import { aProgram, aReservedListing } from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { showListing } from "../../src/usecases/showListing.ts";

const reserved = () => {
  const { state, now } = aReservedListing();
  const listing = state as ListingIn<"Reserved">;
  const subject = { kind: "listing", id: listing.id } as const;
  const stored = { subject, version: 4, state: JSON.parse(JSON.stringify(listing)) };
  const scored = (stars: number): ScoredSubject => ({ stored, score: { ratings: 1, stars } });
  const show = (at: Instant, stars = 5) =>
    showListing(scored(stars), { now: at, actor: { _tag: "Visitor" }, program: aProgram() });
  return { now, until: listing.until.at, show, seller: listing.seller, stored };
};

describe("a listing that many look at", () => {
  it("is the same answer for whoever asks while nothing has changed", () => {
    const { show, now } = reserved();
    expect(show(plus(now, MINUTE))).toBe(show(now));
  });

  it.each([
    [-1, "Reserved"],
    [0, "Live"],
    [1, "Live"],
  ] as const)("R21 is shown at the end of the hold %+i ms as %s, though seen before", (late, state) => {
    const { show, now, until } = reserved();
    expect(show(now)?.listing.state).toBe("Reserved");
    expect(show(plus(until, late))?.listing.state).toBe(state);
  });

  it("R42 shows a new score at once", () => {
    const { show, now } = reserved();
    expect(show(now, 5)?.score.stars).toBe(5);
    expect(show(now, 4)?.score.stars).toBe(4);
  });

  it("R52 keeps its inside for its seller, whoever has seen it before", () => {
    const { show, now, seller, stored } = reserved();
    expect(show(now)?.listing.inside).toBeNull();
    const id = seller._tag === "Member" ? seller.id : undefined;
    if (id === undefined) throw new Error("a member sells it");
    const actor = { _tag: "Member", id, email: "seller@example.com" as never } as const;
    const context = { now, actor, program: aProgram() };
    expect(showListing({ stored, score: { ratings: 0, stars: 0 } }, context)?.listing.inside).not.toBeNull();
    expect(show(now)?.listing.inside).toBeNull();
  });
});
