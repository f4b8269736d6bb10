import { createHash } from "node:crypto";
import { type Photo, PhotoId } from "@resale/core";
import type { Piece, Shot } from "./Piece.ts";

/** The side of a drawn photo, in pixels. */
export const PHOTO_SIDE = 1600;

/** The photo of a piece, not yet drawn. Its key follows from what is drawn: whoever shows it finds the drawing by it. */
export const photoOf = (piece: Piece, shot: Shot): Photo => {
  const digest = createHash("sha256").update(JSON.stringify([piece, shot]));
  return { id: PhotoId.make(digest.digest("base64url")), width: PHOTO_SIDE, height: PHOTO_SIDE };
};
