import { DAY, HOUR, instant, nextTry } from "@resale/core";
import { describe, expect, it } from "vitest";

const since = instant(1_000_000);
const stand = { failures: 1, since, now: since, retryAfter: null, chance: 0.5 };

describe("telling again", () => {
  it("R60 pauses grow from seconds to hours, for three days, and the last try is at their very end", () => {
    const pauses: Array<number> = [];
    let now = since;
    for (let failures = 1; ; failures++) {
      const next = nextTry({ ...stand, failures, now });
      if (next === undefined) break;
      pauses.push((next - now) / 1000);
      now = next;
    }
    expect(pauses.slice(0, 8)).toEqual([5, 30, 300, 1800, 7200, 18_000, 36_000, 36_000]);
    expect(now - since).toBe(3 * DAY);
    expect(pauses.length).toBeGreaterThan(10);
  });

  it("R60 what failed together is not tried again together", () => {
    expect(nextTry({ ...stand, chance: 0 })).toBe(since + 4500);
    expect(nextTry({ ...stand, chance: 1 })).toBe(since + 5500);
  });

  it("R60 a receiver that asks for more time gets it, within reason", () => {
    expect(nextTry({ ...stand, retryAfter: 60_000 })).toBe(since + 60_000);
    expect(nextTry({ ...stand, retryAfter: 1 })).toBe(since + 5000);
    expect(nextTry({ ...stand, retryAfter: 400 * DAY })).toBe(since + 10 * HOUR);
  });

  it("R60 three days are over at three days, not a millisecond before", () => {
    const late = { ...stand, failures: 12 };
    expect(nextTry({ ...late, now: instant(since + 3 * DAY - 1) })).toBe(since + 3 * DAY);
    expect(nextTry({ ...late, now: instant(since + 3 * DAY) })).toBeUndefined();
    expect(nextTry({ ...late, now: instant(since + 3 * DAY + 1) })).toBeUndefined();
  });

  it("R60 an engine that slept through three days tries a few times more", () => {
    const slept = { ...stand, failures: 2, now: instant(since + 4 * DAY) };
    expect(nextTry(slept)).toBe(since + 4 * DAY + 30_000);
    expect(nextTry({ ...slept, now: instant(since + 3 * DAY) })).toBe(since + 3 * DAY + 30_000);
    expect(nextTry({ ...slept, failures: 7 })).toBeDefined();
    expect(nextTry({ ...slept, failures: 8 })).toBeUndefined();
  });
});
