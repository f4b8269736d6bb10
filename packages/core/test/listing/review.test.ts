import { cents, DAY, type Listing, ListingCommand, type ListingIn, maySeeListing, plus } from "@resale/core";
import {
  aDeniedListing,
  aDraftListing,
  aListingToBeChanged,
  aLiveListing,
  aNewListing,
  aProgram,
  aProposedListing,
  approveCommand,
  aReservedListing,
  aSoldListing,
  aSubmittedListing,
  asReviewer,
  asSeller,
  asStranger,
  asSupport,
  asVisitor,
  aWithdrawnListing,
  orderId,
  someDetails,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const consent = aProgram({ pricing: { repricing: "Consent" } });
const termsOf = ({ state }: { readonly state: Listing }) => (state as ListingIn<"Live">).terms;
const deny = (code: string): ListingCommand => ({
  _tag: "Deny",
  revision: 2,
  reason: { code, text: "Torn." },
});

describe("approving", () => {
  it("R14 needs the whole checklist, and names what was not checked", () => {
    const submitted = aSubmittedListing();
    const approve = approveCommand(submitted);
    given(submitted).when(asReviewer, approve).thenFacts("Approved").thenTasks("ListingApproved");
    given(submitted)
      .when(asReviewer, { ...approve, checked: ["Photos", "Wear", "Grade"] } as ListingCommand)
      .thenRefusal("Invalid", {
        faults: [{ field: "checked", problem: "not checked: The piece is authentic" }],
      });
  });

  it("R1 asks for the membership once more", () => {
    const submitted = aSubmittedListing();
    given(submitted)
      .when(asReviewer, { ...approveCommand(submitted), membership: "Lapsed" } as ListingCommand)
      .thenRefusal("MembershipRequired");
  });

  it("R1 a membership that lapses later blocks nothing: no later command asks for it", () => {
    const asking = Object.entries(ListingCommand.cases)
      .filter(([, schema]) => "membership" in schema.fields)
      .map(([tag]) => tag);
    expect(asking).toEqual(["Submit", "Approve"]);
  });

  it("R12 R57 freezes the charge, with the moment and the version of the Program", () => {
    const live = aLiveListing({ program: aProgram({ charge: 7_50 }) });
    expect(termsOf(live).charge).toBe(750);
    expect(termsOf(live)).toEqual({
      price: 100_00,
      charge: 7_50,
      payout: 80_00,
      currency: "USD",
      approvedAt: live.now,
      program: live.program.version,
    });
  });

  it("R46 fixes the payout at eighty per cent of the approved price, without the charge", () => {
    expect(termsOf(aLiveListing({ price: 100_00 })).payout).toBe(80_00);
    expect(termsOf(aLiveListing({ price: 100_00, approvedPrice: 90_00 })).payout).toBe(72_00);
  });

  it("R11 any price may be asked", () => {
    expect(termsOf(aLiveListing({ price: 1 }))).toMatchObject({ price: 1, payout: 1 });
    expect(termsOf(aLiveListing({ price: 10_000_000_00 })).payout).toBe(8_000_000_00);
  });

  it("R11 the reviewer may change the price, and the seller is told of it and of the payout", () => {
    const submitted = aSubmittedListing({ price: 100_00 });
    given(submitted)
      .when(asReviewer, approveCommand(submitted, 90_00))
      .thenFacts("PriceChanged")
      .thenState("Live", { terms: { price: 90_00, payout: 72_00 } })
      .thenTasks("ListingApproved", "PriceChanged");
  });

  it("R11 and may withdraw while it is unsold", () => {
    given(aLiveListing({ approvedPrice: 90_00 }))
      .when(asSeller, { _tag: "Withdraw" })
      .thenState("Withdrawn");
    given(aSoldListing()).when(asSeller, { _tag: "Withdraw" }).thenRefusal("WrongState");
  });

  it("R11 a Program may ask for the seller's consent first", () => {
    const proposed = aProposedListing({ program: consent });
    expect(maySeeListing(proposed.state, asVisitor)).toBe(false);
    given(proposed)
      .when(asSeller, { _tag: "AcceptPrice" })
      .thenFacts("PriceAccepted")
      .thenState("Live", { terms: { price: 90_00 } })
      .thenTasks("ListingApproved");
    const submitted = aSubmittedListing({ program: consent });
    given(submitted)
      .when(asReviewer, approveCommand(submitted, 90_00))
      .thenFacts("PriceProposed")
      .thenTasks("PriceChanged");
    given(proposed)
      .when(asReviewer, { _tag: "AcceptPrice" })
      .thenRefusal("NotAllowed", { allowed: ["Seller"] });
    expect(aProposedListing({ program: consent, approvedPrice: 100_00 }).state._tag).toBe("Live");
  });

  it("R14 a reviewer decides on what was looked at", () => {
    const submitted = aSubmittedListing();
    const approve = approveCommand(submitted);
    const edited = submitted.give(asSeller, { _tag: "Edit", details: someDetails({ price: 1 }) });
    const ask: ListingCommand = {
      _tag: "RequestChanges",
      revision: 2,
      changes: [{ field: "photos", problem: "Blurred." }],
    };
    for (const command of [approve, deny("Condition"), ask]) {
      given(edited).when(asReviewer, command).thenRefusal("RevisionChanged", { reviewed: 2, current: 3 });
    }
  });
});

describe("denying and asking for changes", () => {
  it("R14 a denial has a code of the Program and words", () => {
    given(aSubmittedListing())
      .when(asReviewer, deny("Condition"))
      .thenState("Denied", { reason: { code: "Condition", text: "Torn." } })
      .thenTasks("ListingDenied");
    given(aSubmittedListing())
      .when(asReviewer, deny("Whim"))
      .thenRefusal("Invalid", {
        faults: [
          {
            field: "reason.code",
            problem: "is one of NotEligible, NotAuthentic, Condition, CurrentCollection, Other",
          },
        ],
      });
  });

  it("R7 R14 keeps the photos of what has ended for ninety days, where there are any", () => {
    const submitted = aSubmittedListing();
    const until = { photosUntil: { at: plus(submitted.now, 90 * DAY) } };
    given(submitted).when(asReviewer, deny("Condition")).thenState("Denied", until);
    given(submitted).when(asSeller, { _tag: "Withdraw" }).thenState("Withdrawn", until);
    const bare = aNewListing().give(asSeller, { _tag: "Withdraw" });
    expect(bare.state).not.toHaveProperty("photosUntil");
  });

  it("R14 changes are asked for field by field, and the seller is told", () => {
    const { tasks, state } = aListingToBeChanged();
    expect(state).toMatchObject({ changes: [{ field: "photos" }] });
    const { id, revision } = state;
    const mail = { _tag: "SendListingMail", listing: id, mail: "ChangesAsked", occurrence: revision };
    expect(tasks.at(-1)?.task).toEqual(mail);
  });

  it("R54 sellers and support do not review", () => {
    for (const actor of [asSeller, asSupport]) {
      given(aSubmittedListing())
        .when(actor, deny("Other"))
        .thenRefusal("NotAllowed", { allowed: ["Reviewer"] });
    }
  });
});

describe("the time of review", () => {
  const submitted = aSubmittedListing();
  const { reviewBy } = submitted.state as ListingIn<"Submitted">;

  it.each([
    [-1, []],
    [0, ["ReviewDue"]],
    [1, ["ReviewDue"]],
  ] as const)(
    "R13 at the due time %+i ms the alerts are %j, and nothing is decided",
    (milliseconds, alerts) => {
      const then = submitted.after(reviewBy.at - submitted.now + milliseconds);
      expect(then.machine.index(then.state).operatorTasks).toEqual(alerts);
      expect(then.state._tag).toBe("Submitted");
    },
  );

  it("R13 alerts once", () => {
    given(submitted)
      .whenNothingHappensFor(90 * 86_400_000)
      .thenFacts("ReviewFellDue");
  });
});

describe("who may see it", () => {
  it.each([
    ["a draft", aDraftListing, false],
    ["a submitted one", aSubmittedListing, false],
    ["a denied one", aDeniedListing, false],
    ["a live one", aLiveListing, true],
    ["a reserved one", aReservedListing, true],
    ["a sold one", aSoldListing, true],
    ["a withdrawn one", aWithdrawnListing, false],
  ] as const)("R15 %s is there for others: %s", (_, make, seen) => {
    const { state } = make();
    expect(maySeeListing(state, asVisitor)).toBe(seen);
    expect(maySeeListing(state, asStranger)).toBe(seen);
    expect(maySeeListing(state, asSeller)).toBe(true);
    expect(maySeeListing(state, asReviewer)).toBe(true);
    expect(maySeeListing(state, { _tag: "Guest", order: orderId("o-1") })).toBe(seen);
  });

  it("R15 for a stranger's command it is not found", () => {
    given(aSubmittedListing())
      .when(asStranger, { _tag: "Withdraw" })
      .thenRefusal("NotFound", { subject: "listing" });
    given(aLiveListing()).when(asStranger, { _tag: "Withdraw" }).thenRefusal("NotFound");
  });

  it("R52 shoppers see of the seller nothing but a display name, and in the catalogue not even that", () => {
    const live = aLiveListing({ price: cents(5_00) });
    const entry = JSON.stringify(live.machine.catalogue?.(live.state, live.program));
    // In quotes: an id that was drawn may hold the three letters.
    expect(entry).not.toContain('"ada"');
    expect(entry).not.toContain("Ada");
    expect(live.state.seller).toEqual({ _tag: "Member", id: "ada", displayName: "Ada L." });
  });
});
