import { ProgramRefused, ProgramUnknown, preLoved, readProgram } from "@resale/embed";
import { MemoryStore } from "@resale/testkit";
import { Effect, Layer, Scope } from "effect";
import { describe, expect, it } from "vitest";
import { aShop, asAda, buyBag, listBag } from "./aShop.ts";

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

/** A store that outlives the engine before it. */
const kept = async () => {
  const built = await Effect.runPromise(Layer.buildWithScope(MemoryStore.layer, Scope.makeUnsafe()));
  return Layer.succeedContext(built);
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

  it("R57 under which something was sold is missed when the engine is made ready, and by whoever asks for it", async () => {
    const store = await kept();
    const before = aShop({ store });
    await buyBag(before, await listBag(before));
    await before.resale.ready();
    await before.resale.close();

    await using without = aShop({ store, program: winter }).resale;
    const unknown = {
      name: "ProgramUnknown",
      version: "2026-11",
      known: ["2027-01"],
      message:
        "Something was sold under the Program 2026-11, and the engine was given 2027-01 alone. " +
        "Give it that one too: in `earlier` of createResale, or to Programs.layer.",
    };
    await expect(without.ready()).rejects.toBeInstanceOf(ProgramUnknown);
    await expect(without.ready()).rejects.toMatchObject(unknown);
    await expect(without.as(asAda).orders.mine("Seller", { limit: 10 })).rejects.toMatchObject(unknown);

    await using resale = aShop({ store, program: winter, earlier: [summer] }).resale;
    await resale.ready();
    expect(await resale.as(asAda).orders.mine("Seller", { limit: 10 })).toHaveLength(1);
  });
});
