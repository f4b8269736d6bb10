import { Result, Schema } from "effect";
import { type FieldFault, invalid, type Rejection } from "../lifecycle/Rejection.ts";
import { type Cents, Price } from "../money/Money.ts";
import { Photo } from "../photos/Photo.ts";
import { GradeKey, Key } from "../program/Grade.ts";
import type { Program } from "../program/Program.ts";
import { Imperfection } from "./Imperfection.ts";

/** What a photo shows: a shot the Program asks for, the price tag, a declared imperfection, or anything else (R7). */
export const PhotoSubject = Schema.TaggedUnion({
  Shot: { key: Key },
  Tag: {},
  Imperfection: { key: Key },
  Other: {},
});
export type PhotoSubject = typeof PhotoSubject.Type;

export const ListingPhoto = Schema.Struct({ photo: Photo, shows: PhotoSubject });
export type ListingPhoto = typeof ListingPhoto.Type;

const common = {
  photos: Schema.Array(ListingPhoto).check(Schema.isMaxLength(60)),
  imperfections: Schema.Array(Imperfection).check(Schema.isMaxLength(30)),
} as const;
const Description = Schema.String.check(Schema.isMaxLength(4000));

/** What a seller says of a piece, as far as it has come. */
export const DraftDetails = Schema.Struct({
  ...common,
  grade: Schema.optionalKey(GradeKey),
  description: Schema.optionalKey(Description),
  price: Schema.optionalKey(Price),
});
export type DraftDetails = typeof DraftDetails.Type;

/** The same, complete: it may be submitted. */
export const Details = Schema.Struct({ ...common, grade: GradeKey, description: Description, price: Price });
export type Details = typeof Details.Type;

export const noDetails: DraftDetails = { photos: [], imperfections: [] };

const hasPhoto = (details: DraftDetails, is: (shows: PhotoSubject) => boolean): boolean =>
  details.photos.some(({ shows }) => is(shows));

const photoFaults = (program: Program, details: DraftDetails): ReadonlyArray<FieldFault> => {
  const faults: Array<FieldFault> = [];
  const want = (there: boolean, problem: string): void => {
    if (!there) faults.push({ field: "photos", problem });
  };
  for (const shot of program.photos.required) {
    want(
      hasPhoto(details, (shows) => shows._tag === "Shot" && shows.key === shot.key),
      `needs a photo of: ${shot.label}. ${shot.tip}`,
    );
  }
  const grade = program.grades.find(({ key }) => key === details.grade);
  if (grade?.tagPhoto === true) {
    want(
      hasPhoto(details, (shows) => shows._tag === "Tag"),
      `needs a photo of the price tag, as ${grade.label} says`,
    );
  }
  for (const { key, text } of details.imperfections) {
    want(
      hasPhoto(details, (shows) => shows._tag === "Imperfection" && shows.key === key),
      `needs a close-up of the imperfection “${text}”`,
    );
  }
  return faults;
};

/** What can't stand in a listing, whether it is complete or not. */
export const detailsFaults = (program: Program, details: DraftDetails): ReadonlyArray<FieldFault> => {
  const faults: Array<FieldFault> = [];
  const grades = program.grades.map(({ key }) => key);
  if (details.grade !== undefined && !grades.includes(details.grade)) {
    faults.push({ field: "grade", problem: `is one of ${grades.join(", ")}` });
  }
  if (details.photos.length > program.photos.most) {
    faults.push({ field: "photos", problem: `holds at most ${program.photos.most} photos` });
  }
  const shots = program.photos.required.map(({ key }) => key);
  const declared = details.imperfections.map(({ key }) => key);
  for (const [index, { shows }] of details.photos.entries()) {
    if (shows._tag === "Shot" && !shots.includes(shows.key)) {
      faults.push({ field: `photos[${index}].shows.key`, problem: `is one of ${shots.join(", ")}` });
    }
    if (shows._tag === "Imperfection" && !declared.includes(shows.key)) {
      faults.push({ field: `photos[${index}].shows.key`, problem: "names a declared imperfection" });
    }
  }
  for (const [index, key] of declared.entries()) {
    if (declared.indexOf(key) < index) {
      faults.push({ field: `imperfections[${index}].key`, problem: `stands once; ${key} stands twice` });
    }
  }
  const there = details.photos.map(({ photo }) => photo.id);
  for (const [index, { at }] of details.imperfections.entries()) {
    if (at !== undefined && !there.includes(at.photo)) {
      faults.push({
        field: `imperfections[${index}].at.photo`,
        problem: "is the id of a photo of this listing",
      });
    }
  }
  return faults;
};

/** The details, if everything is there that the Program asks for (R7, R8); else all that is missing, field by field. */
export const completeDetails = (
  program: Program,
  details: DraftDetails,
): Result.Result<Details, Rejection> => {
  const { grade, description, price } = details;
  const faults: Array<FieldFault> = [...detailsFaults(program, details)];
  if (grade === undefined) faults.push({ field: "grade", problem: "choose a grade" });
  if (description === undefined || description.trim() === "") {
    faults.push({ field: "description", problem: "describe the piece and its wear" });
  }
  if (price === undefined) faults.push({ field: "price", problem: "ask a price" });
  faults.push(...photoFaults(program, details));
  if (faults.length > 0 || grade === undefined || description === undefined || price === undefined) {
    return Result.fail(invalid(...faults));
  }
  return Result.succeed({ ...details, grade, description, price });
};

/** The first photo of a piece, as lists show it: of the first shot the Program asks for. */
export const coverPhoto = (program: Program, details: DraftDetails): ListingPhoto | undefined => {
  const first = program.photos.required[0]?.key;
  return (
    details.photos.find(({ shows }) => shows._tag === "Shot" && shows.key === first) ?? details.photos[0]
  );
};

/** What the seller gets of a price is shown wherever a price is. */
export interface PriceAndPayout {
  readonly price: Cents;
  readonly payout: Cents;
}
