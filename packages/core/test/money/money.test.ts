import {
  type Cents,
  type Currency,
  cents,
  format,
  fromDecimal,
  shareOf,
  split,
  sum,
  toDecimal,
} from "@resale/core";
import { amounts, shares } from "@resale/testkit/arbitraries";
import { Result } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";

describe("R47 whole cents", () => {
  it("R47 share and rest make the whole, for every amount up to 2^53", () => {
    fc.assert(
      fc.property(amounts(), shares, (whole, share) => {
        const { part, rest } = split(whole, share);
        expect(BigInt(part) + BigInt(rest)).toBe(BigInt(whole));
        expect(part).toBeGreaterThanOrEqual(0);
        expect(rest).toBeGreaterThanOrEqual(0);
      }),
      tries(2_000),
    );
  });

  it("R47 shares round half up, exactly", () => {
    fc.assert(
      fc.property(amounts(), shares, (whole, share) => {
        const exact = (BigInt(whole) * BigInt(share) * 2n + 10_000n) / 20_000n;
        expect(BigInt(shareOf(whole, share))).toBe(exact);
      }),
      tries(5_000),
    );
  });

  it.each([
    [1, 5_000, 1],
    [1, 4_999, 0],
    [3, 5_000, 2],
    [12_345, 8_000, 9_876],
    [12_346, 8_000, 9_877],
    [Number.MAX_SAFE_INTEGER, 10_000, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 5_000, 4_503_599_627_370_496],
  ])("R47 of %i cents at %i basis points: %i", (whole, share, part) => {
    expect(shareOf(cents(whole), share as Parameters<typeof shareOf>[1])).toBe(part);
  });

  it("R47 text of decimals and cents say the same, both ways", () => {
    const signed = fc
      .tuple(amounts(), fc.boolean())
      .map(([amount, minus]) => cents(minus ? -amount : amount));
    fc.assert(
      fc.property(signed, (amount) => {
        const text = toDecimal(amount);
        expect(text).toMatch(/^-?\d+\.\d\d$/);
        expect(fromDecimal(text)).toEqual(Result.succeed(amount));
        expect(text).toBe(
          `${amount < 0 ? "-" : ""}${BigInt(Math.abs(amount)) / 100n}.${`${Math.abs(amount) % 100}`.padStart(2, "0")}`,
        );
      }),
      tries(2_000),
    );
  });

  it.each(["", " ", "1,000.00", "1.234", ".5", "5.", "1e3", "0x10", "--1", "$1", "NaN", "٣"])(
    "R47 %j is no amount",
    (text) => {
      expect(fromDecimal(text)).toEqual(Result.fail(`not an amount of money: ${text}`));
    },
  );

  it.each([
    ["12", 12_00],
    ["12.5", 12_50],
    ["0.05", 5],
    [" -3.10 ", -3_10],
  ])("R47 %j is %i cents", (text, amount) => {
    expect(fromDecimal(text)).toEqual(Result.succeed(amount));
  });

  it("R47 more than can be counted exactly is refused, never rounded", () => {
    expect(fromDecimal("90071992547409.91")).toEqual(Result.succeed(Number.MAX_SAFE_INTEGER));
    expect(fromDecimal("90071992547409.92")).toEqual(Result.fail("too much money: 90071992547409.92"));
    expect(() => cents(0.5)).toThrow("not whole cents");
    expect(() => sum([Number.MAX_SAFE_INTEGER as Cents, 1 as Cents])).toThrow("not whole cents");
  });

  it("R47 there is one zero", () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(fromDecimal("-0.00")).toEqual(Result.succeed(0));
    expect(toDecimal(cents(0))).toBe("0.00");
  });

  it("R47 people read it with its currency", () => {
    expect(format(cents(1_234_50), "USD" as Currency)).toBe("$1,234.50");
  });
});
