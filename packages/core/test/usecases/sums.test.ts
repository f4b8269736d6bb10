import { describe, expect, it } from "vitest";
import { makeSums } from "../../src/usecases/replay/sums.ts";

const field = (path: string) => ({
  deviation: { _tag: "Field", path } as const,
  stored: 1,
  replayed: 2,
  cents: null,
});
const booked = { stored: new Map(), replayed: new Map() };

describe("the sums of a replay", () => {
  it("R57 tell first what is so most often, and how far they have come, apart from what comes after", () => {
    const sums = makeSums();
    sums.replayed("order", { id: "one", deviated: [field("seldom"), field("often")], booked });
    const soFar = sums.soFar();
    sums.replayed("order", { id: "two", deviated: [field("often")], booked });
    sums.failed("listing");
    expect(sums.all().deviations.map(({ deviation, count }) => [deviation, count])).toEqual([
      [{ _tag: "Field", path: "often" }, 2],
      [{ _tag: "Field", path: "seldom" }, 1],
    ]);
    expect(soFar).toEqual({
      subjects: { listing: 0, checkout: 0, order: 1 },
      unchanged: 0,
      changed: 1,
      failed: 0,
    });
    expect(sums.soFar().subjects).toEqual({ listing: 1, checkout: 0, order: 2 });
  });
});
