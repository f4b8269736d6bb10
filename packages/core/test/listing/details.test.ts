import { BasisPoints, type DraftDetails, type PhotoId, preLoved } from "@resale/core";
import { aPhotoOf, aProgram, detailsWithout, gradeKey, someDetails } from "@resale/testkit";
import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { completeDetails, coverPhoto, detailsFaults } from "../../src/listing/Details.ts";

const scratch = { key: "Scratch", text: "A scratch at the clasp" };
const stain = { key: "Stain", text: "A stain inside" };
const whole = someDetails({ imperfections: [scratch, stain] });
const other = aPhotoOf({ _tag: "Other" });
const at = (photo: PhotoId) => ({ photo, x: BasisPoints.make(1), y: BasisPoints.make(1) });
const photos = (...more: DraftDetails["photos"]) => ({ ...whole, photos: [...whole.photos, ...more] });

const missing = (details: DraftDetails) => {
  const answer = completeDetails(preLoved, details);
  return Result.isSuccess(answer) ? "nothing" : answer.failure;
};

describe("what can't stand in a listing", () => {
  it.each([
    ["nothing, of a whole one", whole, []],
    ["a photo of anything else", photos(other), []],
    [
      "a grade of another Program",
      { ...whole, grade: gradeKey("Worn") },
      [{ field: "grade", problem: "is one of NewWithTags, Excellent, Good" }],
    ],
    [
      "a shot that the Program does not ask for",
      photos(aPhotoOf({ _tag: "Shot", key: "Sole" })),
      [{ field: "photos[5].shows.key", problem: "is one of Front, Back, Inside" }],
    ],
    [
      "a close-up of what was not declared",
      photos(aPhotoOf({ _tag: "Imperfection", key: "Tear" })),
      [{ field: "photos[5].shows.key", problem: "names a declared imperfection" }],
    ],
    [
      "an imperfection declared twice",
      { ...whole, imperfections: [scratch, stain, scratch] },
      [{ field: "imperfections[2].key", problem: "stands once; Scratch stands twice" }],
    ],
    [
      "a mark on a photo that is not there",
      { ...whole, imperfections: [scratch, { ...stain, at: at(other.photo.id) }] },
      [{ field: "imperfections[1].at.photo", problem: "is the id of a photo of this listing" }],
    ],
    [
      "a mark on a photo that is there",
      { ...photos(other), imperfections: [scratch, { ...stain, at: at(other.photo.id) }] },
      [],
    ],
    ["as many photos as the Program allows", photos(...Array.from({ length: 7 }, () => other)), []],
    [
      "one photo more",
      photos(...Array.from({ length: 8 }, () => other)),
      [{ field: "photos", problem: "holds at most 12 photos" }],
    ],
  ])("R7 R8 is told with the field and the way out: %s", (_, details, faults) => {
    expect(detailsFaults(preLoved, details)).toEqual(faults);
    if (faults.length > 0) expect(missing(details)).toMatchObject({ _tag: "Invalid", faults });
  });
});

describe("what must be said before a listing is handed in", () => {
  it.each([
    ["the grade", detailsWithout(whole, "grade"), { field: "grade", problem: "choose a grade" }],
    [
      "words",
      detailsWithout(whole, "description"),
      { field: "description", problem: "describe the piece and its wear" },
    ],
    [
      "more than blanks",
      { ...whole, description: "  " },
      { field: "description", problem: "describe the piece and its wear" },
    ],
    ["a price", detailsWithout(whole, "price"), { field: "price", problem: "ask a price" }],
    [
      "a close-up of this imperfection, not of another",
      {
        ...whole,
        photos: whole.photos.filter(({ shows }) => shows._tag !== "Imperfection" || shows.key !== "Scratch"),
      },
      { field: "photos", problem: "needs a close-up of the imperfection “A scratch at the clasp”" },
    ],
    [
      "nothing more, where a shot and an imperfection share a name and both are there",
      someDetails({ imperfections: [{ key: "Front", text: "A scratch in front" }] }),
      undefined,
    ],
  ])("R7 R8 is %s", (_, details, fault) => {
    expect(missing(details)).toEqual(fault === undefined ? "nothing" : { _tag: "Invalid", faults: [fault] });
  });

  it("R7 a shot of the front is no close-up of an imperfection called so, nor the other way about", () => {
    const front = { key: "Front", text: "A scratch in front" };
    const details = someDetails({ imperfections: [front] });
    const without = (tag: string) => ({
      ...details,
      photos: details.photos.filter(
        ({ shows }) => shows._tag !== tag || ("key" in shows && shows.key !== "Front"),
      ),
    });
    expect(missing(without("Imperfection"))).toMatchObject({
      faults: [{ problem: "needs a close-up of the imperfection “A scratch in front”" }],
    });
    expect(missing(without("Shot"))).toMatchObject({
      faults: [{ problem: expect.stringContaining("needs a photo of: Front.") }],
    });
  });
});

describe("the photo by which lists show a piece", () => {
  it("R7 is the first shot that the Program asks for, wherever it stands; else the first there is; else none", () => {
    const [front, back, inside] = someDetails().photos;
    if (front === undefined || back === undefined || inside === undefined) throw new Error("three shots");
    const named = aPhotoOf({ _tag: "Imperfection", key: "Front" });
    const of = (...all: DraftDetails["photos"]) => coverPhoto(preLoved, { photos: all, imperfections: [] });
    expect(of(other, named, back, front)).toBe(front);
    expect(of(other, back)).toBe(other);
    expect(of()).toBeUndefined();
    expect(coverPhoto(aProgram({ photos: { required: [], most: 12 } }), whole)).toBe(whole.photos[0]);
  });
});
