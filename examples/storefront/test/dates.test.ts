import { describe, expect, test } from "vitest";
import { civilDay, placeOf } from "../src/design/dates.ts";
import { shortOf } from "../src/design/shortOf.ts";

describe("what is told in few letters", () => {
  test("a day has its year where that is not the one of today", () => {
    expect(civilDay("2026-12-02")).toBe("Wed, Dec 2");
    expect(civilDay("2026-12-02", "2026-11-27")).toBe("Wed, Dec 2");
    expect(civilDay("2027-01-04", "2026-12-28")).toBe("Mon, Jan 4, 2027");
  });

  test("R40 a deadline is told by the clock of a place", () => {
    expect(placeOf("America/New_York")).toBe("New York time");
    expect(placeOf("Europe/Berlin")).toBe("Berlin time");
    expect(placeOf("UTC")).toBe("UTC");
  });

  test("a number is told by its end, a name as a whole", () => {
    expect(shortOf("0197f3a2-0000-7000-8000-00000ad60dcf")).toBe("d60dcf");
    expect(shortOf("operators")).toBe("operators");
  });
});
