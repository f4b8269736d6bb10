import {
  type CivilDate,
  checkoutMachine,
  deskMachine,
  type Instant,
  type Listing,
  type ListingEvent,
  type ListingIn,
  listingMachine,
  mailboxMachine,
  preLoved,
} from "@resale/core";
import {
  aClosedListing,
  aDeniedListing,
  aDraftListing,
  aHeldCheckout,
  aListingToBeChanged,
  aLiveListing,
  anAbandonedCheckout,
  anExpiredCheckout,
  aPayingCheckout,
  aPlacedCheckout,
  aProgram,
  aProposedListing,
  aReservedListing,
  aSoldListing,
  aSubmittedListing,
  aWithdrawnListing,
  checkoutId,
  detailsWithout,
  holdUntil,
  orderId,
  someDetails,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const at = 0 as Instant;
const { evolve } = checkoutMachine;

/** Facts of what becomes of the money, each with the one state that it fits. */
const money = [
  ["Placed", { _tag: "PaymentCaptured", at }],
  ["Placed", { _tag: "CaptureFailed", reason: "lapsed" }],
  ["Expired", { _tag: "PaymentCameLate", attempt: 1 }],
  ["Expired", { _tag: "LatePaymentCancelled", at }],
] as const;
const checkouts = [
  aHeldCheckout(),
  aPayingCheckout(),
  aPlacedCheckout(),
  anExpiredCheckout(),
  anAbandonedCheckout(),
];

const listings = [
  aDraftListing(),
  aSubmittedListing(),
  aListingToBeChanged(),
  aProposedListing({ program: aProgram({ pricing: { repricing: "Consent" } }) }),
  aLiveListing(),
  aReservedListing(),
  aSoldListing(),
  aClosedListing(),
  aDeniedListing(),
  aWithdrawnListing(),
].map(({ state }) => state);
const checkout = checkoutId("c-1");
const { terms } = aLiveListing().state as ListingIn<"Live">;

/** Facts of a listing, each with the states that it fits. */
const ofListings: ReadonlyArray<readonly [ListingEvent, ReadonlyArray<Listing["_tag"]>]> = [
  [{ _tag: "ReviewFellDue" }, ["Submitted"]],
  [{ _tag: "Approved", terms }, ["Submitted"]],
  [{ _tag: "PriceChanged", asked: terms.price, terms }, ["Submitted"]],
  [{ _tag: "PriceProposed", asked: terms.price, terms }, ["Submitted"]],
  [{ _tag: "Denied", reason: { code: "Other", text: "" }, at }, ["Submitted"]],
  [{ _tag: "ChangesRequested", changes: [], at }, ["Submitted"]],
  [{ _tag: "PriceAccepted" }, ["PriceProposed"]],
  [{ _tag: "Reserved", checkout, until: holdUntil(preLoved, at) }, ["Live"]],
  [{ _tag: "Released", checkout }, ["Reserved"]],
  [{ _tag: "Sold", order: orderId("o-1"), at }, ["Reserved"]],
  [{ _tag: "Closed", completed: true, at }, ["Sold"]],
  [{ _tag: "PhotosForgotten" }, ["Denied", "Withdrawn"]],
];

describe("a history that cannot have been", () => {
  it.each(ofListings)(
    "R55 is a defect that names fact and state: %o fits a listing in %j alone",
    (event, states) => {
      for (const listing of listings) {
        const words = `the fact ${event._tag} does not fit a subject in ${listing._tag}`;
        const make = () => listingMachine.evolve(listing, event);
        if (states.includes(listing._tag)) expect(make).not.toThrow();
        else expect(make).toThrow(words);
      }
      expect(() => listingMachine.evolve(undefined, event)).toThrow("does not fit a subject in Nothing");
    },
  );

  it("R16 R55 is one in which something incomplete stands in review", () => {
    const submitted = aSubmittedListing().state;
    for (const field of ["grade", "description", "price"] as const) {
      const details = detailsWithout(someDetails(), field);
      const make = () => listingMachine.evolve(submitted, { _tag: "Edited", details });
      expect(make).toThrow("the fact Edited does not fit a subject in Submitted");
    }
  });

  it.each(money)(
    "R55 is a defect that names fact and state: fits a checkout in %s alone: %o",
    (state, event) => {
      for (const { state: checkout } of checkouts) {
        if (checkout._tag === state) expect(evolve(checkout, event)).toMatchObject({ _tag: state });
        else {
          const words = `the fact ${event._tag} does not fit a subject in ${checkout._tag}`;
          expect(() => evolve(checkout, event)).toThrow(words);
        }
      }
    },
  );

  it("R55 is one that does not begin at the beginning", () => {
    const words = (tag: string) => `the fact ${tag} does not fit a subject in Nothing`;
    for (const [, event] of money) expect(() => evolve(undefined, event)).toThrow(words(event._tag));
    expect(() => evolve(undefined, { _tag: "Abandoned" })).toThrow(words("Abandoned"));
    const cleared = { _tag: "RefusalCleared", at } as const;
    expect(() => mailboxMachine.evolve(undefined, cleared)).toThrow(words("RefusalCleared"));
    const due = {
      _tag: "DigestFellDue",
      day: "2026-11-09" as CivilDate,
      next: holdUntil(preLoved, at),
    } as const;
    expect(() => deskMachine.evolve(undefined, due)).toThrow(words("DigestFellDue"));
  });
});
