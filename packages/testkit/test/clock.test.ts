import { SettableClock } from "@resale/testkit";
import { expect, it } from "vitest";

it("R59 a clock begins at any moment in milliseconds, and stands where it is set", () => {
  const moment = Date.UTC(2026, 2, 2, 9);
  const clock = new SettableClock(moment);
  expect(clock.now).toBe(moment);
  clock.set(moment + 1);
  expect(clock.currentTimeMillisUnsafe()).toBe(moment + 1);
});

it("R59 what is no moment is refused as it is given", () => {
  expect(() => new SettableClock(Number.NaN)).toThrow("not an instant: NaN");
  const clock = new SettableClock(0);
  expect(() => clock.set(0.5)).toThrow("not an instant: 0.5");
  expect(clock.now).toBe(0);
});
