import { expect, it } from "vitest";
import { sell } from "../src/sell.ts";

it("sells a bag on one page of code", async () => {
  const lines: Array<string> = [];
  await sell((line) => lines.push(line));
  expect(lines).toEqual([
    "Jet Set Medium Tote is live at $100.00.",
    "Grace pays $118.75: price, shipping and tax.",
    "ConfirmedAutomatically: Ada gets $80.00 in store credit.",
    "The journal of 1 order holds 0 faults.",
  ]);
});
