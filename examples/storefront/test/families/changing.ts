import type { Email, ListingId } from "@resale/core";
import { expect, test } from "vitest";
import { NARROW, STEP } from "../extent.ts";
import { looksAlike } from "../looking.ts";
import { photo } from "../pictures.ts";
import { freePiece, goesOnAt, sellerOf } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

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

  test(
    "two windows on one draft undo nothing of each other, and say what has become of it",
    async () => {
      const one = await stage().enter("/sell", NARROW, { as: "Ada" });
      await one
        .getByRole("button", { name: /^Sell this: / })
        .first()
        .click();
      await one.getByRole("radio", { name: /Good/ }).waitFor();
      const path = new URL(one.url()).pathname;
      const other = await stage().enter("/cart", NARROW, { as: "Ada" });
      // This window hears of nothing by itself.
      await other.route(/\/live$/, (route) => route.abort());
      await go(other, path);
      await other.getByLabel("Describe the piece").waitFor();
      await one.getByRole("radio", { name: /Good/ }).check();
      await one.getByLabel("Your price, in dollars").fill("80");
      await one.getByText("Saved.").waitFor();
      await other.getByLabel("Describe the piece").fill("Carried once.");
      await other.getByText("This listing was changed in another window meanwhile").waitFor();
      await other.getByText("Saved.").waitFor();
      expect(await other.getByRole("radio", { name: /Good/ }).isChecked()).toBe(true);
      expect(await other.getByLabel("Your price, in dollars").inputValue()).toBe("80.00");
      const { details } = await listingOf(stage(), path.split("/").at(-1) as ListingId);
      expect(details).toMatchObject({ grade: "Good", price: 80_00, description: "Carried once." });
      await one.getByText("This listing was changed in another window meanwhile").waitFor();
      expect(await one.getByLabel("Describe the piece").inputValue()).toBe("Carried once.");
      await one.getByLabel("Your price, in dollars").fill("85");
      await expect
        .poll(async () => (await listingOf(stage(), path.split("/").at(-1) as ListingId)).details.price)
        .toBe(85_00);
      await looksAlike(other, "sell-merged");
    },
    STEP,
  );

  test(
    "R16 what was changed and not sent is asked about before it is left, and can be discarded",
    async () => {
      const id = await freeOne(stage());
      const page = await toChange(stage(), id);
      const asked: Array<string> = [];
      let leave = false;
      page.on("dialog", async (dialog) => {
        asked.push(dialog.type());
        await (leave ? dialog.accept() : dialog.dismiss());
      });
      const text = page.getByLabel("Describe the piece");
      await goesOnAt(page, /^form: /);
      await text.fill("Changed my mind.");
      await page.getByRole("link", { name: "All your pieces" }).click();
      await page.goBack();
      await page.evaluate(() => location.reload());
      await expect.poll(() => asked).toEqual(["confirm", "confirm", "beforeunload"]);
      expect(new URL(page.url()).pathname).toBe(`/sell/${id}`);
      expect(await text.inputValue()).toBe("Changed my mind.");
      await page.getByRole("button", { name: "Discard the change" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Discard the change" }).click();
      await page.getByRole("button", { name: "Change it" }).click();
      expect(await text.inputValue()).not.toBe("Changed my mind.");
      await goesOnAt(page, /^form: /);
      await page.getByRole("button", { name: "Discard the change" }).click();
      await page.getByRole("button", { name: "Change it" }).waitFor();
      await goesOnAt(page, /^h[12]: /);
      expect(asked).toHaveLength(3);
      await page.getByRole("button", { name: "Change it" }).click();
      await text.fill("Changed it again.");
      leave = true;
      await page.getByRole("link", { name: "All your pieces" }).click();
      await page.getByRole("heading", { name: "Your listings" }).waitFor();
      page.removeAllListeners("dialog");
    },
    STEP,
  );

  test(
    "R7 the photo of a price tag that the grade asks for no more is still seen, and can be taken away",
    async () => {
      const page = await stage().enter("/sell", NARROW, { as: "nora.kowalski@members.example" as Email });
      await page
        .getByRole("button", { name: /^Sell this: / })
        .first()
        .click();
      await page.getByRole("radio", { name: /New With Tags/ }).check();
      const file = { name: "tag.jpg", mimeType: "image/jpeg", buffer: await photo };
      await page.getByLabel("Add a photo: Price tag").setInputFiles(file);
      await page.getByLabel("Replace: Price tag").waitFor({ state: "attached" });
      await page.getByRole("radio", { name: /Good/ }).check();
      await page.getByText("This grade asks for none").waitFor();
      await looksAlike(page, "sell-tag-left");
      await page.getByRole("button", { name: "Remove: Price tag" }).click();
      await page.getByLabel("Replace: Price tag").waitFor({ state: "detached" });
      await page.getByText("Saved.").waitFor();
      const id = page.url().split("/").at(-1) as ListingId;
      await expect.poll(async () => (await listingOf(stage(), id)).details.photos).toEqual([]);
    },
    STEP,
  );

  test.each([
    ["R1", "vera.lapsed@members.example", "Only active members"],
    ["R18", "maple.abroad@members.example", "We can't ship from the country CA"],
  ] as const)(
    "%s whoever may not sell is told so before they begin",
    async (_, email, why) => {
      const page = await stage().enter("/sell", NARROW, { as: email as Email });
      await page.getByRole("heading", { name: "You can’t sell just now" }).waitFor();
      await page.getByText(why).waitFor();
      expect(await page.getByRole("button", { name: /^Sell this/ }).count()).toBe(0);
      await looksAlike(page, "sell-barred");
    },
    STEP,
  );
};
