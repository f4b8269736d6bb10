import { expect, test } from "vitest";
import { NARROW, STEP } from "../extent.ts";
import { freePiece } from "../shopping.ts";
import type { Stage } from "../stage.ts";

/** A piece that is on sale by somebody. */
const pieceOf = async ({ visitor }: Stage, name: string) => {
  const { entries } = await visitor.catalogue.search({ query: { ownStock: false, limit: 60 } });
  for (const { listing } of entries) {
    const found = await visitor.catalogue.listing({ params: { listing } });
    if (found.listing.seller.name.startsWith(name)) return listing;
  }
  throw new Error(`${name} sells nothing`);
};

/** Pages that are there before their scripts are. */
export const ahead = (stage: () => Stage): void => {
  test(
    "whoever's scripts are lost on their way sees the pieces all the same, and finds by typing",
    async () => {
      const { id, title } = await freePiece(stage());
      const page = await stage().newcomer(NARROW);
      await page.route("**/assets/*.js", (route) => route.abort());
      await page.goto("/");
      await expect.poll(() => page.locator(".cards .card").count()).toBe(24);
      await page.getByRole("combobox", { name: /^Search/ }).fill(title);
      await page.keyboard.press("Enter");
      await page.locator(`.cards a[href="/listings/${id}"]`).click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await expect
        .poll(() =>
          page
            .locator(".gallery img")
            .first()
            .evaluate((img: HTMLImageElement) => img.naturalWidth),
        )
        .toBeGreaterThan(0);
      await page.context().close();
    },
    STEP,
  );

  test(
    "what is written for strangers becomes the page of whoever is signed in",
    async () => {
      const listing = await pieceOf(stage(), "Ada");
      const page = await stage().newcomer(NARROW);
      await page.goto("/nowhere");
      await stage().change(page, "Ada");
      await page.goto(`/listings/${listing}`);
      await page.getByRole("link", { name: /^Ada/ }).waitFor();
      await page.getByText("This is your own listing.").waitFor();
      await page.goto("/");
      await page.getByRole("link", { name: /^Ada/ }).waitFor();
      await page.context().close();
    },
    STEP,
  );
};
