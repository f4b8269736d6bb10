import { type DraftDetails, type Listing, type ListingIn, preLoved } from "@resale/core";
import {
  aDraftListing,
  aListingToBeChanged,
  aLiveListing,
  aNewListing,
  anAddress,
  aProduct,
  aProgram,
  aProposedListing,
  aPurchase,
  aReservedListing,
  aSoldListing,
  aSubmittedListing,
  asSeller,
  at,
  detailsWithout,
  gradeKey,
  someDetails,
  submitCommand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const problems = (details: DraftDetails, program = aProgram()): ReadonlyArray<string> => {
  const draft = aNewListing({ program }).give(asSeller, { _tag: "Edit", details });
  const answer = draft.decide(asSeller, submitCommand());
  if (answer._tag === "Success") return [];
  return answer.failure._tag === "Invalid"
    ? answer.failure.faults.map(({ field, problem }) => `${field}: ${problem}`)
    : [answer.failure._tag];
};

describe("handing a listing in", () => {
  it("R1 only an active member may", () => {
    const command = { _tag: "Submit", shipFrom: anAddress() } as const;
    given(aDraftListing())
      .when(asSeller, { ...command, membership: "Active" })
      .thenFacts("Submitted");
    for (const membership of ["Lapsed", "None"] as const) {
      given(aDraftListing())
        .when(asSeller, { ...command, membership })
        .thenRefusal("MembershipRequired", { loyalty: "KORSVIP", membership });
    }
  });

  it("R7 wants front, back and inside, each named with its tip", () => {
    const details = { ...someDetails(), photos: [] };
    expect(problems(details)).toEqual([
      "photos: needs a photo of: Front. The whole front, upright, with the handles or strap in view.",
      "photos: needs a photo of: Back. The whole back, upright, as the front.",
      "photos: needs a photo of: Inside. Open it wide so that lining and label can be seen.",
    ]);
  });

  it("R7 wants the price tag where the grade says so, and only there", () => {
    const tagged = someDetails({ grade: "NewWithTags" });
    const photos = tagged.photos.filter(({ shows }) => shows._tag !== "Tag");
    expect(problems(tagged)).toEqual([]);
    expect(problems({ ...tagged, photos })).toEqual([
      "photos: needs a photo of the price tag, as New With Tags says",
    ]);
    expect(problems({ ...tagged, photos, grade: gradeKey("Good") })).toEqual([]);
  });

  it("R7 wants a close-up of each declared imperfection", () => {
    const imperfections = [
      { key: "Scratch", text: "A scratch at the clasp" },
      { key: "Stain", text: "A stain inside" },
    ];
    const details = someDetails({ imperfections });
    expect(problems(details)).toEqual([]);
    const photos = details.photos.filter(
      ({ shows }) => shows._tag !== "Imperfection" || shows.key !== "Stain",
    );
    expect(problems({ ...details, photos })).toEqual([
      "photos: needs a close-up of the imperfection “A stain inside”",
    ]);
  });

  it("R7 holds no more photos than the Program allows", () => {
    const details = someDetails();
    const photo = { ...details.photos[0], shows: { _tag: "Other" } } as (typeof details.photos)[number];
    const photos = [...details.photos, ...Array.from({ length: 10 }, () => photo)];
    given(aNewListing())
      .when(asSeller, { _tag: "Edit", details: { ...details, photos } })
      .thenRefusal("Invalid");
  });

  it("R8 knows the grades of its own Program, and no other", () => {
    const worn = { key: "Worn", label: "Worn", description: "Loved for long.", tagPhoto: true };
    const program = aProgram({ grades: [worn], pricing: { table: { Worn: [{ rate: 3000 }] } } });
    const details = someDetails({ program });
    expect(details.grade).toBe("Worn");
    expect(problems(details, program)).toEqual([]);
    given(aNewListing({ program }))
      .when(asSeller, { _tag: "Edit", details: { ...details, grade: gradeKey("Excellent") } })
      .thenRefusal("Invalid", { faults: [{ field: "grade", problem: "is one of Worn" }] });
  });

  it("R8 tells everything that is missing at once", () => {
    const details = detailsWithout(someDetails(), "grade", "description", "price");
    expect(problems(details).map((problem) => problem.split(":")[0])).toEqual([
      "grade",
      "description",
      "price",
    ]);
  });

  it("R13 review is due at the end of the second business day", () => {
    // Thursday afternoon, Friday is no holiday: Friday and Monday count.
    const { state } = aSubmittedListing({ now: at("2026-11-05T15:00:00-05:00") });
    const { reviewBy } = state as Extract<Listing, { _tag: "Submitted" }>;
    expect(reviewBy.at).toBe(at("2026-11-10T00:00:00-05:00"));
  });

  it("R18 sellers ship from the fifty states", () => {
    const draft = aDraftListing();
    given(draft)
      .when(asSeller, submitCommand(anAddress({ region: "HI", zip: "96801" })))
      .thenFacts("Submitted");
    given(draft)
      .when(asSeller, submitCommand(anAddress({ region: "PR", zip: "00901" })))
      .thenRefusal("RegionRefused", { direction: "ShipFrom", name: "Puerto Rico" });
    const problem = `90210 is in California, not in New York: correct the ZIP code or the state in your ${preLoved.loyalty} account`;
    given(draft)
      .when(asSeller, submitCommand(anAddress({ region: "NY", zip: "90210" })))
      .thenRefusal("Invalid", { faults: [{ field: "shipFrom.zip", problem }] });
  });

  it("R18 sellers outside the country cannot list", () => {
    const abroad = { ...anAddress({ region: "ON" }), country: "CA" } as ReturnType<typeof anAddress>;
    given(aDraftListing())
      .when(asSeller, submitCommand(abroad))
      .thenRefusal("RegionRefused", { direction: "ShipFrom", code: "CA" });
  });

  it("R18 an account without an address is asked to add one", () => {
    given(aDraftListing())
      .when(asSeller, submitCommand(null))
      .thenRefusal("Invalid", {
        faults: [
          {
            field: "shipFrom",
            problem: "add a postal address to your KORSVIP account: the label is made out from it",
          },
        ],
      });
  });

  it("R6 a current collection carries a flag for the reviewer", () => {
    const purchase = aPurchase({ product: aProduct({ collection: "Core" }) });
    expect(aSubmittedListing({ purchase }).state).toMatchObject({ flags: ["FlaggedCollection"] });
    expect(aSubmittedListing().state).toMatchObject({ flags: [] });
  });
});

describe("changing a listing", () => {
  const details = someDetails({ price: 120_00 });

  it("R16 a change after approval goes back to review, and out of the catalogue", () => {
    const live = aLiveListing();
    given(live)
      .when(asSeller, { _tag: "Edit", details })
      .thenFacts("Edited", "Submitted")
      .thenState("Submitted", { details: { price: 120_00 } });
    const back = live.give(asSeller, { _tag: "Edit", details });
    expect(back.machine.catalogue?.(back.state, back.program)).toBeNull();
  });

  it("R13 R16 a change while it is in review neither starts the review anew nor leaves anything out", () => {
    const submitted = aSubmittedListing();
    const { reviewBy } = submitted.state as ListingIn<"Submitted">;
    given(submitted)
      .when(asSeller, { _tag: "Edit", details }, 3_600_000)
      .thenFacts("Edited")
      .thenState("Submitted", { reviewBy, details: { price: 120_00 } })
      .thenTasks();
    given(submitted)
      .when(asSeller, { _tag: "Edit", details: detailsWithout(details, "grade") })
      .thenRefusal("Invalid", { faults: [{ field: "grade" }] });
  });

  it("R5 R16 what goes back to review is sent from where it was, and what is no longer taken is not handed in", () => {
    const shipFrom = anAddress({ region: "HI", zip: "96801" });
    given(aLiveListing({ shipFrom }))
      .when(asSeller, { _tag: "Edit", details })
      .thenState("Submitted", { shipFrom });
    const draft = aDraftListing();
    const { origin } = draft.state as ListingIn<"Draft">;
    if (origin._tag !== "Purchase") throw new Error("it was bought");
    const unit = { ...origin.unit, product: aProduct({ category: "Watches" }) };
    const watch = draft.with({ ...draft.state, origin: { _tag: "Purchase", unit } });
    given(watch).when(asSeller, submitCommand()).thenRefusal("CategoryNotTaken");
  });

  it("R16 what goes back to review must be complete", () => {
    given(aLiveListing())
      .when(asSeller, { _tag: "Edit", details: detailsWithout(details, "price") })
      .thenRefusal("Invalid", { faults: [{ field: "price" }] });
  });

  it("R16 while a buyer holds it nothing can be changed", () => {
    given(aReservedListing())
      .when(asSeller, { _tag: "Edit", details })
      .thenRefusal("WrongState", { state: "Reserved" });
    given(aReservedListing()).when(asSeller, { _tag: "Withdraw" }).thenRefusal("WrongState");
    given(aSoldListing()).when(asSeller, { _tag: "Edit", details }).thenRefusal("WrongState");
  });

  it("R14 what was asked for is changed and handed in again", () => {
    const asked = aListingToBeChanged();
    const changed = asked.give(asSeller, { _tag: "Edit", details });
    expect(changed.state).toMatchObject({ _tag: "ChangesRequested", revision: asked.state.revision + 1 });
    given(changed).when(asSeller, submitCommand()).thenFacts("Submitted").thenTasks("SubmissionReceived");
  });

  it("R14 R16 a change leaves what was asked for as it is, and puts what was approved on sale no longer", () => {
    const edited = { _tag: "Edited", details } as const;
    const asked = aListingToBeChanged();
    const { evolve } = asked.machine;
    expect(evolve(asked.state, edited)).toMatchObject({ _tag: "ChangesRequested", details });
    const live = evolve(aLiveListing().state, edited);
    expect(live).toMatchObject({ _tag: "Draft", details });
    expect(live).not.toHaveProperty("terms");
  });

  it("R11 a seller who does not take the reviewer's price may ask another", () => {
    const program = aProgram({ pricing: { repricing: "Consent" } });
    given(aProposedListing({ program })).when(asSeller, { _tag: "Edit", details }).thenState("Submitted");
  });

  it("a draft keeps what is not complete yet", () => {
    given(aNewListing())
      .when(asSeller, { _tag: "Edit", details: { photos: [], imperfections: [] } })
      .thenFacts("Edited")
      .thenState("Draft");
  });

  it("an imperfection stands once, and a photo names what there is", () => {
    const scratch = { key: "Scratch", text: "A scratch" };
    const twice = someDetails({ imperfections: [scratch, scratch] });
    given(aNewListing()).when(asSeller, { _tag: "Edit", details: twice }).thenRefusal("Invalid");
    const whole = someDetails({ imperfections: [scratch] });
    given(aNewListing())
      .when(asSeller, { _tag: "Edit", details: { ...whole, imperfections: [] } })
      .thenRefusal("Invalid", { faults: [{ problem: "names a declared imperfection" }] });
  });
});
