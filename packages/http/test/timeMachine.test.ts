import { instant, plus } from "@resale/core";
import { asSupport } from "@resale/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LONGEST_JUMP } from "../src/contract/sandbox.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** What is said of a moment that the clock can't be set to. */
const refusalOf = async (moment: number): Promise<string> => {
  const desk = await shop.as(asSupport);
  const refused = await desk.sandbox.advance({ payload: { _tag: "To", moment: instant(moment) } }).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({ problem: { type: "/problems/invalid", fields: [{ field: "moment" }] } });
  return JSON.stringify(refused);
};

it("R59 the clock goes never back, and on by ten years at once at most", async () => {
  const desk = await shop.as(asSupport);
  const { now } = await desk.sandbox.clock();
  const latest = plus(now, LONGEST_JUMP);
  expect(await refusalOf(now - 1)).toContain("never goes back");
  expect(await refusalOf(latest + 1)).toContain("ten years at once");
  expect((await desk.sandbox.clock()).now).toBe(now);
  const { now: then } = await desk.sandbox.advance({ payload: { _tag: "To", moment: latest } });
  expect(then).toBe(latest);
});
