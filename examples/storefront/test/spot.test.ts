import type { BasisPoints, Photo, PhotoId } from "@resale/core";
import { describe, expect, test } from "vitest";
import { pointOf } from "../src/photos/spot.ts";
import { spotUnder } from "../src/photos/spotUnder.ts";

const photo = (width: number, height: number): Photo => ({ id: "p".repeat(22) as PhotoId, width, height });
const spot = (x: number, y: number) => ({
  photo: photo(1, 1).id,
  x: x as BasisPoints,
  y: y as BasisPoints,
});

describe("a mark on a photo", () => {
  test("of a square photo lies where it was put", () => {
    expect(pointOf(photo(1200, 1200), spot(2500, 10_000))).toEqual({ left: 0.25, top: 1 });
  });

  test("of a photo that is wider than high is kept by its whole width, of which the square shows the middle", () => {
    const wide = photo(1600, 800);
    expect(spotUnder(wide, { left: 0, top: 0 })).toEqual({ ...spot(2500, 0), photo: wide.id });
    expect(pointOf(wide, spot(5000, 5000))).toEqual({ left: 0.5, top: 0.5 });
    expect(pointOf(wide, spot(2000, 5000)), "cut off by the square").toBeUndefined();
  });

  test("is seen where it was tapped, whatever the photo's shape", () => {
    for (const [width, height] of [
      [1000, 1000],
      [3000, 2001],
      [701, 2400],
    ] as const) {
      for (const [left, top] of [
        [0, 0],
        [0.123, 0.877],
        [0.5, 0.25],
        [1, 1],
      ] as const) {
        const point = pointOf(photo(width, height), spotUnder(photo(width, height), { left, top }));
        expect(point?.left).toBeCloseTo(left, 3);
        expect(point?.top).toBeCloseTo(top, 3);
      }
    }
  });

  test("beside the photo is taken to its edge", () => {
    expect(spotUnder(photo(900, 900), { left: -0.2, top: 1.3 })).toEqual(spot(0, 10_000));
  });
});
