import { ProgramRefused, preLoved, readProgram } from "@resale/embed";
import { describe, expect, it } from "vitest";
import { aShop } from "./aShop.ts";

const summer = preLoved;
const winter = readProgram({ ...preLoved, version: "2027-01", sellerShare: 75_00 });

const refused = (shop: Parameters<typeof aShop>[0]): unknown => {
  try {
    aShop(shop);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("the Program of a shop", () => {
  it("is read as the engine is put together: all faults at once, in a message that can be read", () => {
    const shipping = { ...preLoved.shipping, reminder: preLoved.dispute.decideWithin };
    const program = {
      ...preLoved,
      version: "2027-01",
      shipping,
      sellerShare: 120_00 as never,
      sellersShare: 1,
    };
    const error = refused({ program });
    if (!(error instanceof ProgramRefused)) throw error;
    expect(error).toBeInstanceOf(Error);
    expect(error.faults.map(({ field }) => field)).toEqual(["sellersShare", "sellerShare"]);
    expect(error.message).toBe(
      [
        "The Program 2027-01 can't be used:",
        "  sellersShare is not known here: perhaps sellerShare is meant",
        "  sellerShare is to be a share in basis points, from 0 to 10000, where 8000 is 80 %; found 12000",
      ].join("\n"),
    );
    expect(refused({ program: { ...preLoved, shipping } })).toMatchObject({
      faults: [{ field: "shipping.reminder", problem: expect.stringMatching(/^is to come before/) }],
    });
  });

  it("is read too, where it is one of before", () => {
    const earlier = [{ ...summer, pricing: { ...summer.pricing, table: {} } }];
    expect(refused({ program: winter, earlier })).toMatchObject({
      name: "ProgramRefused",
      version: "2026-11",
      faults: preLoved.grades.map(({ key }) => ({ field: `pricing.table.${key}` })),
    });
  });
});
