import {
  type Cents,
  cents,
  type Details,
  DraftDetails,
  type GradeKey,
  type Imperfection,
  type ListingPhoto,
  type Photo,
  type PhotoId,
  type PhotoSubject,
  type Product,
  type Program,
  type PurchaseLine,
  type PurchaseLineId,
  preLoved,
  type UnitId,
} from "@resale/core";
import { Schema } from "effect";
import { at } from "./times.ts";

/** An id that nothing else has. */
export const freshId = (): string => crypto.randomUUID();

/** Something the brand sold. */
export const aProduct = (
  given: Partial<Omit<Product, "msrp">> & { readonly msrp?: number } = {},
): Product => ({
  sku: "35S0GTVT2L",
  name: "Jet Set Medium Tote",
  category: "Handbags",
  colour: "Brown",
  material: "Leather",
  ownBrand: true,
  ...given,
  msrp: cents(given.msrp ?? 250_00),
});

/** One line of a member's purchase history. */
export const aPurchase = (
  given: Partial<Omit<PurchaseLine, "id" | "paid" | "product">> & {
    readonly id?: string;
    readonly paid?: number;
    readonly product?: Product;
  } = {},
): PurchaseLine => ({
  product: aProduct(),
  quantity: 1,
  refunded: 0,
  purchasedAt: at("2025-06-14T12:00:00-04:00"),
  channel: { _tag: "Online" },
  ...given,
  paid: cents(given.paid ?? 199_00),
  id: (given.id ?? `line-${freshId()}`) as PurchaseLineId,
});

/** The n-th thing of a purchase. */
export const unitOf = (purchase: PurchaseLine, number = 1): UnitId => `${purchase.id}~${number}` as UnitId;

/** A photo that was taken in. */
export const aPhoto = (): Photo => ({
  id: freshId().replaceAll("-", "") as PhotoId,
  width: 1200,
  height: 1600,
});

/** A photo that shows a side, a flaw or the tag (R7). */
export const aPhotoOf = (shows: PhotoSubject): ListingPhoto => ({ photo: aPhoto(), shows });

/** All that a seller must say of a piece, with every photo that the Program asks for. */
export const someDetails = (
  given: {
    readonly grade?: string;
    readonly price?: number;
    readonly description?: string;
    readonly imperfections?: ReadonlyArray<Imperfection>;
    readonly program?: Program;
  } = {},
): Details => {
  const program = given.program ?? preLoved;
  const grade = program.grades.find(({ key }) => key === (given.grade ?? "Excellent")) ?? program.grades[0];
  const imperfections = given.imperfections ?? [];
  return {
    photos: [
      ...program.photos.required.map(({ key }) => aPhotoOf({ _tag: "Shot", key })),
      ...(grade.tagPhoto ? [aPhotoOf({ _tag: "Tag" })] : []),
      ...imperfections.map(({ key }) => aPhotoOf({ _tag: "Imperfection", key })),
    ],
    imperfections,
    grade: grade.key,
    description: given.description ?? "Carried a few times, kept in its dust bag.",
    price: cents(given.price ?? 100_00),
  };
};

/** The same, without some of it. */
export const detailsWithout = (
  details: Details,
  ...fields: ReadonlyArray<"grade" | "description" | "price">
): DraftDetails => {
  const kept = Object.entries(details).filter(([name]) => !fields.some((field) => field === name));
  return Schema.decodeUnknownSync(DraftDetails)(Object.fromEntries(kept));
};

/** The key of a grade, branded. */
export const gradeKey = (key: string): GradeKey => key as GradeKey;
/** Whole cents, branded. */
export const amount = (value: number): Cents => cents(value);
