import { BasisPoints, type Photo, type Spot, WHOLE } from "@resale/core";
import { cutOff, type Point } from "./spot.ts";

// Apart from where spots are seen: who only looks at a piece needs no schemas.

/** The spot under a point of the square; what is outside of it is taken to its edge. */
export const spotUnder = (photo: Photo, { left, top }: Point): Spot => {
  const shown = Math.min(photo.width, photo.height);
  const share = (at: number, side: number): BasisPoints => {
    const pixels = Math.min(1, Math.max(0, at)) * shown + cutOff(side, photo);
    return BasisPoints.make(Math.round((pixels / side) * WHOLE));
  };
  return { photo: photo.id, x: share(left, photo.width), y: share(top, photo.height) };
};
