import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast } from "../../src/program/contrast.ts";

const colours = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((colour) => `#${colour.toString(16).padStart(6, "0")}`);

describe("how far two colours stand apart", () => {
  // WCAG's own reckoning: relative luminance, with the straight piece below a share of 0.04045.
  it.each([
    ["white on black", "#ffffff", "#000000", 21],
    ["a colour on itself", "#83602f", "#83602f", 1],
    ["the palest grey that can be read on white", "#767676", "#ffffff", 4.542],
    ["one step paler", "#777777", "#ffffff", 4.478],
    ["red on white", "#ff0000", "#ffffff", 3.998],
    ["green on white", "#00ff00", "#ffffff", 1.372],
    ["blue on white", "#0000ff", "#ffffff", 8.592],
    ["near black on black: red", "#0a0000", "#000000", 1.0129],
    ["near black on black: green", "#000a00", "#000000", 1.0434],
    ["near black on black: blue", "#00000a", "#000000", 1.0044],
    ["the darkest grey of the straight piece on black", "#0a0a0a", "#000000", 1.0607],
    ["the next grey on black", "#0b0b0b", "#000000", 1.0669],
    ["a mail's paper at night on its ground", "#1b1917", "#100f0e", 1.0924],
  ])("is by WCAG: %s", (_, one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 3);
    expect(contrast(one.toUpperCase(), other)).toBeCloseTo(ratio, 3);
  });

  it("is the same from either side, at least 1 and at most 21", () => {
    fc.assert(
      fc.property(colours, colours, (one, other) => {
        const ratio = contrast(one, other);
        expect(contrast(other, one)).toBe(ratio);
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21);
      }),
    );
  });
});
