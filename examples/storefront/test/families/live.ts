import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksRight } from "../looking.ts";
import { freePiece, goesOnAt, holdPiece, payFor } from "../shopping.ts";
import type { Stage } from "../stage.ts";

export const live = (stage: () => Stage): void => {
  test(
    "R21 whoever looks at a piece sees at once that somebody else holds it, and the bag says so gently",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, WIDE);
      await page.getByRole("button", { name: "Add to bag" }).click();
      await goesOnAt(page, /^a: Go to your bag/);
      const { checkout, title, listing } = await holdPiece(stage(), "quick@shopper.example");
      expect(listing).toBe(id);
      await page.getByText("Somebody holds this piece in their checkout").waitFor();
      await payFor(stage(), checkout);
      await page.getByText("This piece has found a new home").waitFor();
      await page.getByRole("link", { name: /^Bag/ }).click();
      await page.getByText("This piece has found a new home meanwhile").waitFor();
      await page.getByText(`${title} is not to be had any more.`).waitFor({ state: "attached" });
      await looksRight(page, "bag-sold-meanwhile");
    },
    STEP,
  );

  test(
    "two tabs are one shopper: what goes into the bag, and who signs out",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, NARROW, { as: "Ada" });
      const other = await page.context().newPage();
      await other.goto("/cart");
      await other.getByRole("link", { name: "Ada" }).waitFor();
      // What is behind another tab is drawn so seldom that a browser's driver waits for it.
      await page.bringToFront();
      await page.getByRole("button", { name: "Add to bag" }).click();
      await other.getByRole("link", { name: "Bag (1)" }).waitFor();
      await page.getByRole("link", { name: "Ada" }).click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await other.getByRole("link", { name: "Sign in" }).waitFor();
    },
    STEP,
  );
};
