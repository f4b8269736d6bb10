import { expect, test } from "vitest";
import { guestLink, hold, openPiece, thanked } from "../shopping.ts";
import { keep, NARROW, STEP, type Stage, WIDE } from "../stage.ts";
import { advance, signInAs } from "../visitor.ts";

export const live = (stage: Stage): void => {
  test(
    "an order's page follows the carrier and the clock, and is never loaded anew",
    async () => {
      const { page, mishaps, leave } = await stage.enter(NARROW);
      const email = "livia@shopper.example";
      await openPiece(page);
      await hold(page, email);
      await page.getByRole("button", { name: /^Pay/ }).click();
      await thanked(page);
      const link = await guestLink(page, email);
      await page.goto(link);
      await page.getByRole("heading", { name: "Waiting to be shipped" }).waitFor({ timeout: 20_000 });
      await page.evaluate(() => document.body.setAttribute("data-kept", ""));
      const other = await page.context().newPage();
      await other.goto(link);
      await other.getByRole("button", { name: "Hand over" }).click();
      await other.getByText("The parcel is with the carrier").waitFor();
      await other.close();
      await advance(page, 80);
      await page.getByRole("heading", { name: "Delivered" }).waitFor({ timeout: 20_000 });
      await page.getByRole("button", { name: "Yes, everything is fine" }).waitFor();
      await keep(page, "order-delivered-phone");
      expect(await page.locator("body[data-kept]").count()).toBe(1);
      expect(mishaps).toEqual([]);
      await leave();
    },
    STEP,
  );

  test(
    "R21 whoever looks at a piece sees at once that somebody else holds it, and the bag says so gently",
    async () => {
      const looking = await stage.enter(WIDE);
      const quick = await stage.enter(NARROW);
      const title = await openPiece(looking.page);
      await looking.page.getByRole("button", { name: "Add to bag" }).click();
      await quick.page.goto(looking.page.url());
      await hold(quick.page, "quick@shopper.example");
      await looking.page
        .getByText("Somebody holds this piece in their checkout")
        .waitFor({ timeout: 20_000 });
      await quick.page.getByRole("button", { name: /^Pay/ }).click();
      await thanked(quick.page);
      await looking.page.getByText("This piece has found a new home").waitFor({ timeout: 20_000 });
      await looking.page.goto("/cart");
      await looking.page.getByText("This piece has found a new home meanwhile").waitFor();
      await looking.page.getByText(`${title} is not to be had any more.`).waitFor({ state: "attached" });
      await keep(looking.page, "bag-sold-meanwhile");
      expect([...looking.mishaps, ...quick.mishaps]).toEqual([]);
      await Promise.all([looking.leave(), quick.leave()]);
    },
    STEP,
  );

  test(
    "two tabs are one shopper: what goes into the bag, and who signs out",
    async () => {
      const { page, leave } = await stage.enter(WIDE);
      await signInAs(page, /^Ada M/);
      const other = await page.context().newPage();
      await other.goto("/");
      await other.getByRole("link", { name: "Ada" }).waitFor();
      await openPiece(page);
      await page.getByRole("button", { name: "Add to bag" }).click();
      await other.getByRole("link", { name: "Bag (1)" }).waitFor();
      await page.goto("/account");
      await page.getByRole("button", { name: "Sign out" }).click();
      await other.getByRole("link", { name: "Sign in" }).waitFor();
      await leave();
    },
    STEP,
  );
};
