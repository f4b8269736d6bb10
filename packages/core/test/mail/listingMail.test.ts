import { type ListingIn, listingMail, preLoved } from "@resale/core";
import {
  aDeniedListing,
  aListingToBeChanged,
  aLiveListing,
  aProgram,
  aProposedListing,
  aSoldListing,
  aSubmittedListing,
  type ListingStory,
  someDetails,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const details = someDetails({ price: 120_00 });
const given = { details, approvedPrice: 100_00 };
const links = { manage: "https://s.example/m", share: "https://s.example/p" };
const read = ({ state }: ListingStory, mail: string) =>
  listingMail(state, mail, state.revision, { program: preLoved, recipient: "Ada", ...links });
const item = (price: number) => ({
  title: "Jet Set Medium Tote",
  price,
  currency: "USD",
  photo: details.photos[0]?.photo.id,
});
const ofAda = (price: number) => ({ recipient: "Ada", item: item(price) });
const consent = aProgram({ pricing: { repricing: "Consent" } });

describe("what the seller reads of a listing", () => {
  it("R13 that it was handed in at the asked price, and until when it is looked at", () => {
    const submitted = aSubmittedListing(given);
    const { reviewBy } = submitted.state as ListingIn<"Submitted">;
    const { manage } = links;
    const said = { _tag: "SubmissionReceived", ...ofAda(120_00), manage, reviewBy };
    expect(read(submitted, "SubmissionReceived")).toEqual(said);
  });

  it("R15 R46 that it is for sale, at which price, for which payout, and under which link it is shared", () => {
    const { share } = links;
    const said = { _tag: "ListingApproved", ...ofAda(100_00), payout: 80_00, share };
    expect(read(aLiveListing(given), "ListingApproved")).toEqual(said);
  });

  it("R11 that the reviewer's price is another than was asked, and whether their word is waited for", () => {
    const { manage } = links;
    const said = { _tag: "PriceChanged", ...ofAda(100_00), manage, asked: 120_00, payout: 80_00 };
    expect(read(aLiveListing(given), "PriceChanged")).toEqual({ ...said, consentNeeded: false });
    expect(read(aSoldListing(given), "PriceChanged")).toEqual({ ...said, consentNeeded: false });
    const proposed = aProposedListing({ ...given, program: consent });
    expect(read(proposed, "PriceChanged")).toEqual({ ...said, consentNeeded: true });
  });

  it("R14 why it was denied", () => {
    const reason = { code: "Condition", text: "The strap is torn." };
    const said = { _tag: "ListingDenied", ...ofAda(120_00), reason };
    expect(read(aDeniedListing(given), "ListingDenied")).toEqual(said);
  });

  it("R14 what is to be changed, field by field", () => {
    const changes = [{ field: "photos", text: "The back is out of focus." }];
    const said = { _tag: "ChangesAsked", ...ofAda(120_00), manage: links.manage, changes };
    expect(read(aListingToBeChanged(given), "ChangesAsked")).toEqual(said);
  });

  it("of a piece without a photo, as without one", () => {
    const denied = aDeniedListing(given);
    const bare = { ...denied.state, details: { ...details, photos: [] } } as ListingIn<"Denied">;
    const { photo: _, ...plain } = item(120_00);
    const reason = { code: "Condition", text: "The strap is torn." };
    const said = { _tag: "ListingDenied", recipient: "Ada", item: plain, reason };
    expect(read(denied.with(bare), "ListingDenied")).toStrictEqual(said);
  });

  it("nothing by a mail of another kind", () => {
    for (const mail of ["Receipt", "ItemSold", "constructor", ""]) {
      expect(read(aLiveListing(given), mail)).toBeUndefined();
    }
  });
});
