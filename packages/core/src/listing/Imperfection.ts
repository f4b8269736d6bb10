import { Schema } from "effect";
import { BasisPoints } from "../money/Money.ts";
import { PhotoId } from "../photos/Photo.ts";
import { Key } from "../program/Grade.ts";

/**
 * A place on one of the listing's photos, upright as it is kept: basis points of its width from the left and of its
 * height from the top.
 */
export const Spot = Schema.Struct({ photo: PhotoId, x: BasisPoints, y: BasisPoints });
export type Spot = typeof Spot.Type;

/** A trace of wear that the seller declares; each wants its close-up, and may be marked on a photo of the piece (R7). */
export const Imperfection = Schema.Struct({
  key: Key,
  text: Schema.String.check(Schema.isBetweenLength(1, 300)),
  /** Where on the piece it is seen. */
  at: Schema.optionalKey(Spot),
});
export type Imperfection = typeof Imperfection.Type;
