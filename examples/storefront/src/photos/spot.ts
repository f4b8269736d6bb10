import { type Photo, type Spot, WHOLE } from "@resale/core";

/** A point of the square in which a photo is shown: shares of its side, from the left and from the top. */
export interface Point {
  readonly left: number;
  readonly top: number;
}

/** A basis point of a long side may be a little more of the short one. */
const ROUNDED = 0.001;

const isWithin = (share: number): boolean => share >= -ROUNDED && share <= 1 + ROUNDED;

/** Half of what the square cuts off a side, in pixels of the photo: it shows the middle, as `object-fit: cover` does. */
export const cutOff = (side: number, { width, height }: Photo): number =>
  (side - Math.min(width, height)) / 2;

/** Where a spot is seen; nowhere, if the square cuts it off. */
export const pointOf = (photo: Photo, { x, y }: Spot): Point | undefined => {
  const shown = Math.min(photo.width, photo.height);
  const left = ((x / WHOLE) * photo.width - cutOff(photo.width, photo)) / shown;
  const top = ((y / WHOLE) * photo.height - cutOff(photo.height, photo)) / shown;
  return isWithin(left) && isWithin(top) ? { left, top } : undefined;
};
