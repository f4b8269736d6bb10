import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";
import { PhotoShop } from "./PhotoShop.ts";

const at = fc.nat({ max: 1_000 });
/** What happens next. Turns are most of it: they are what is woven in ever new ways. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ _tag: fc.constant("Upload" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      _tag: fc.constant("Attach" as const),
      draft: at,
      photos: fc.array(at, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Withdraw" as const), draft: at }) },
  { weight: 3, arbitrary: fc.record({ _tag: fc.constant("Collect" as const) }) },
  { weight: 24, arbitrary: fc.record({ _tag: fc.constant("Turn" as const), worker: at }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Death" as const), worker: at }) },
  {
    weight: 4,
    arbitrary: fc.record({ _tag: fc.constant("Pass" as const), days: fc.constantFrom(1, 6, 7, 8, 95) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const pick = <A>(all: ReadonlyArray<A>, index: number): A | undefined => all[index % Math.max(1, all.length)];

const take = (shop: PhotoShop, one: Step): Promise<void> | void => {
  switch (one._tag) {
    case "Upload":
      return shop.upload();
    case "Attach": {
      const draft = pick(shop.drafts, one.draft);
      const photos = one.photos.flatMap((index) => pick(shop.known, index) ?? []);
      return draft === undefined ? undefined : shop.attach(draft, [...new Set(photos)]);
    }
    case "Withdraw": {
      const draft = pick(shop.drafts, one.draft);
      return draft === undefined ? undefined : shop.withdraw(draft);
    }
    case "Collect":
      return shop.collect();
    case "Turn": {
      const worker = pick(shop.turns.waiting, one.worker);
      return worker === undefined ? undefined : shop.turns.giveTurn(worker);
    }
    case "Death": {
      const worker = pick(shop.turns.waiting, one.worker);
      return worker === undefined ? undefined : shop.turns.kill(worker);
    }
    case "Pass":
      return shop.mayPass ? shop.pass(one.days) : undefined;
  }
};

describe("photos that are collected", () => {
  it("R7 are never shown by anything, and none is left: whoever uploads, attaches, withdraws, collects or dies between", async () => {
    const lives = fc.array(step, { minLength: 10, maxLength: 160 });
    await fc.assert(
      fc.asyncProperty(lives, async (steps) => {
        const shop = new PhotoShop();
        await shop.open(3);
        for (const one of steps) {
          await take(shop, one);
          await shop.check();
        }
        await shop.end();
      }),
      tries(60),
    );
  });

  it("R7 a photo that is attached while it is collected is refused, or stays", async () => {
    const outcomes = new Set<string>();
    // The seller's turns come after so many of the collector's.
    for (let before = 0; before <= 6; before++) {
      const shop = new PhotoShop();
      await shop.open(1);
      await shop.upload();
      for (let turn = 0; turn < 4; turn++)
        for (const worker of shop.turns.waiting) await shop.turns.giveTurn(worker);
      await shop.pass(8);
      const [draft] = shop.drafts;
      if (draft === undefined) throw new Error("no draft");
      await shop.collect();
      const [collector] = shop.turns.waiting;
      for (let turn = 0; turn < before && collector?.state === "Waiting"; turn++)
        await shop.turns.giveTurn(collector);
      await shop.attach(draft, shop.known);
      const seller = shop.turns.workers.at(-1);
      while (seller?.state === "Waiting") await shop.turns.giveTurn(seller);
      await shop.check();
      outcomes.add((await shop.shows(draft)) ? "stays" : "refused");
      await shop.end();
    }
    expect([...outcomes].sort()).toEqual(["refused", "stays"]);
  });
});
