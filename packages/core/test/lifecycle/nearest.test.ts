import { describe, expect, it } from "vitest";
import { nearest } from "../../src/lifecycle/nearest.ts";

const known = ["sellerShare", "shipBy", "shipTo", "table", "hold", "to", "decideWithin"];

describe("the name that was meant", () => {
  it("is not looked for, where a name is longer than any field's", () => {
    const [long, longer] = ["x".repeat(40), "x".repeat(41)];
    expect(nearest(long, [long, longer])).toBe(long);
    expect(nearest(longer, [long, longer])).toBeUndefined();
  });

  it.each([
    ["a letter more", "sellersShare", "sellerShare"],
    ["a letter less", "selerShare", "sellerShare"],
    ["another letter", "sellarShare", "sellerShare"],
    ["two letters in the wrong order", "decideWihtin", "decideWithin"],
    ["another case", "shipby", "shipBy"],
    ["three letters of many", "decidesWithinn1", "decideWithin"],
    ["the nearest of two", "shipT", "shipTo"],
    ["a letter of four", "hald", "hold"],
  ])("is the one from which it differs by a slip: %s", (_, said, meant) => {
    expect(nearest(said, known)).toBe(meant);
  });

  it.each([
    ["another word", "weather"],
    ["four letters of many", "decidesWithinn12"],
    ["two letters of four", "hxxd"],
    ["a short name by one letter", "ta"],
    ["nothing", ""],
  ])("is none, where it is no slip: %s", (_, said) => {
    expect(nearest(said, known)).toBeUndefined();
  });
});
