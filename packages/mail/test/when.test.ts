import { businessDeadline, elapsedDeadline, instant, preLoved } from "@resale/core";
import { describe, expect, it } from "vitest";
import { reckoning, until } from "../src/layout/when.ts";

const at = (iso: string) => instant(Date.parse(iso));
const zoned = (zone: string) => ({ calendar: { ...preLoved.calendar, zone } });

describe("deadlines in words", () => {
  it("R30 names the last business day, and every skipped day with its reason", () => {
    const thanksgiving = businessDeadline(preLoved.calendar, at("2026-11-25T20:00:00Z"), 3);
    expect(until(preLoved, thanksgiving)).toBe("by the end of Tuesday, December 1, 2026 (New York time)");
    expect(reckoning(preLoved, thanksgiving)).toBe(
      "3 business days after Wednesday, November 25, 2026. Not counted: Thursday, November 26 (Thanksgiving Day), Saturday, November 28 (weekend) and Sunday, November 29 (weekend).",
    );
  });

  it("R30 says that a holiday is kept on another day than its own", () => {
    const deadline = businessDeadline(preLoved.calendar, at("2027-07-02T15:00:00Z"), 1);
    expect(reckoning(preLoved, deadline)).toContain("Monday, July 5 (Independence Day, observed)");
  });

  it("R30 counts from the day it is in the Program's zone, not in UTC", () => {
    const lateInTheEvening = businessDeadline(preLoved.calendar, at("2026-11-24T03:30:00Z"), 1);
    expect(until(preLoved, lateInTheEvening)).toContain("Tuesday, November 24");
    expect(reckoning(preLoved, lateInTheEvening)).toBe("1 business day after Monday, November 23, 2026.");
  });

  it("R40 gives 72 hours to the minute, never later than they end", () => {
    const window = elapsedDeadline(at("2026-10-30T15:42:59.999Z"), 72 * 3_600_000);
    expect(until(preLoved, window)).toBe("before 10:42 AM on Monday, November 2, 2026 (New York time)");
    expect(reckoning(preLoved, window)).toBe(
      "3 days (72 hours) from Friday, October 30, 2026, 11:42 AM (New York time).",
    );
  });

  it("tells the time of other zones", () => {
    const deadline = elapsedDeadline(at("2026-11-20T15:00:00Z"), 15 * 60_000);
    expect(until(zoned("Europe/Paris"), deadline)).toBe(
      "before 4:15 PM on Friday, November 20, 2026 (Paris time)",
    );
    expect(until(zoned("UTC"), deadline)).toContain("(UTC)");
    expect(reckoning(zoned("America/Los_Angeles"), deadline)).toMatch(
      /^15 minutes from .*\(Los Angeles time\)\.$/,
    );
  });
});
