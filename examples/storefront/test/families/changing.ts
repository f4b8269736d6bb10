import type { ListingId } from "@resale/core";
import { expect, test } from "vitest";
import { NARROW, STEP } from "../extent.ts";
import { looksAlike } from "../looking.ts";
import { photo } from "../pictures.ts";
import { freePiece, sellerOf } from "../shopping.ts";
import type { Stage } from "../stage.ts";

/** A member's piece that waits for review. */
const waitingPiece = async ({ reviewer }: Stage): Promise<ListingId> => {
  const { entries } = await reviewer.review.queue({ query: { limit: 1 } });
  const [first] = entries;
  if (first === undefined) throw new Error("nothing waits for review");
  return first.id;
};

const freeOne = async (stage: Stage): Promise<ListingId> => (await freePiece(stage)).id;

const listingOf = async (stage: Stage, id: ListingId) =>
  (await stage.support.catalogue.listing({ params: { listing: id } })).listing;

/** The seller's own page of a piece, where they are about to change it. */
const toChange = async (stage: Stage, id: ListingId) => {
  const page = await stage.enter(`/sell/${id}`, NARROW, { as: await sellerOf(stage, id) });
  await page.getByRole("button", { name: "Change it" }).click();
  await page.getByLabel("Your price, in dollars").waitFor();
  return page;
};

export const changing = (stage: () => Stage): void => {
  test.each([
    ["in review", waitingPiece],
    ["on sale", freeOne],
  ] as const)(
    "R16 a seller changes the price of a piece %s, and it is looked at again",
    async (_, pieceOf) => {
      const id = await pieceOf(stage());
      const page = await toChange(stage(), id);
      await page.getByLabel("Your price, in dollars").fill("123.45");
      await looksAlike(page, "sell-change");
      await page.getByRole("button", { name: "Save and send to review" }).click();
      const question = page.getByRole("dialog", { name: "Send the change to review?" });
      await question.getByRole("button", { name: "Save and send to review" }).click();
      await page.getByText("In review").waitFor();
      await page.getByText("$123.45").first().waitFor();
      expect(await listingOf(stage(), id)).toMatchObject({ state: "Submitted", details: { price: 123_45 } });
    },
    STEP,
  );

  test(
    "R11 a price that is marked as wrong is neither kept nor sent, not even what it began with",
    async () => {
      const id = await freeOne(stage());
      const { price } = (await listingOf(stage(), id)).details;
      const page = await toChange(stage(), id);
      const field = page.getByLabel("Your price, in dollars");
      for (const wrong of ["95.505", "1.234,56", "1e3", "1,50"]) {
        await field.fill("");
        await field.pressSequentially(wrong);
        await page.getByText("An amount such as 120 or 120.50").waitFor();
        expect(await page.getByText(/^You get/).count(), wrong).toBe(0);
        await page.getByRole("button", { name: "Save and send to review" }).click();
        await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
        expect(await page.getByRole("dialog").count(), "nothing is asked before the price is one").toBe(0);
      }
      expect((await listingOf(stage(), id)).details.price).toBe(price);
      await field.fill("$1,234.50");
      await page.getByText("You get $987.60 (80 %)").waitFor();
      await page.getByRole("button", { name: "Save and send to review" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Save and send to review" }).click();
      await page.getByText("In review").waitFor();
      expect((await listingOf(stage(), id)).details.price).toBe(1234_50);
    },
    STEP,
  );

  test(
    "R7 a sign of wear that was typed and not added is handed in as well, and wants its close-up",
    async () => {
      const id = await freeOne(stage());
      const page = await toChange(stage(), id);
      await page.getByLabel("What is to be seen, and where").fill("A stain inside the lid");
      await page.getByRole("button", { name: "Save and send to review" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Save and send to review" }).click();
      await page.getByText("needs a close-up of the imperfection “A stain inside the lid”").waitFor();
      const faults = page.locator(".faults").first();
      await expect.poll(() => faults.evaluate((it) => it === document.activeElement)).toBe(true);
      const file = { name: "stain.jpg", mimeType: "image/jpeg", buffer: await photo };
      await page.getByLabel("Add a photo: Close-up: A stain inside the lid").setInputFiles(file);
      await page.getByLabel("Replace: Close-up: A stain inside the lid").waitFor({ state: "attached" });
      await page.getByRole("button", { name: "Save and send to review" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Save and send to review" }).click();
      await page.getByText("In review").waitFor();
      const { imperfections } = (await listingOf(stage(), id)).details;
      expect(imperfections.map(({ text }) => text)).toContain("A stain inside the lid");
    },
    STEP,
  );
};
