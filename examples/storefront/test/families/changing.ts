import type { ListingId } from "@resale/core";
import { expect, test } from "vitest";
import { NARROW, STEP } from "../extent.ts";
import { looksAlike } from "../looking.ts";
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
};
