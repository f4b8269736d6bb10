import { BasisPoints, type Photo, type Spot } from "@resale/core";
import type { Kind } from "./Piece.ts";

/** Where each form shows the corner that wears first, in a drawing of its front: from the left and from the top. */
const corners: Readonly<Record<Kind, readonly [x: number, y: number]>> = {
  tote: [2800, 8450],
  satchel: [1605, 8370],
  crossbody: [2090, 8480],
  shoulder: [2045, 8120],
  clutch: [1430, 8060],
  backpack: [2480, 8330],
  bucket: [2990, 8330],
  wallet: [2085, 6480],
  cardCase: [1880, 7510],
  wristlet: [2720, 6640],
};

/** The worn corner, marked on a photo of the piece's front (R7). */
export const wornAt = (kind: Kind, front: Photo): Spot => {
  const [x, y] = corners[kind];
  return { photo: front.id, x: BasisPoints.make(x), y: BasisPoints.make(y) };
};
