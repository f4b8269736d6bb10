import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksRight } from "../looking.ts";
import { freePiece } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

const CATALOGUE = /\/api\/catalogue\?/;
const CARDS = ".cards:not(.skeleton) .card";

export const mishaps = (stage: () => Stage): void => {
  test(
    "offline, the shop says so, keeps what it has, and goes on by itself",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter("/", NARROW);
      await page.locator(`.card a[href="/listings/${id}"]`).click();
      await page.getByRole("button", { name: "Add to bag" }).waitFor();
      await page.context().setOffline(true);
      await page.getByText("You are offline.").waitFor();
      await page.getByRole("link", { name: "Shop", exact: true }).click();
      await page.locator(".card a").first().waitFor();
      await looksRight(page, "offline");
      await page.getByRole("combobox", { name: /^Search/ }).fill("tote");
      await page.keyboard.press("Enter");
      await page.context().setOffline(false);
      await page.getByText("You are offline.").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Remove “tote”" }).waitFor();
      await expect
        .poll(() => page.locator(`${CARDS} h2`).allTextContents())
        .toEqual(expect.arrayContaining([expect.stringContaining("Tote")]));
    },
    STEP,
  );

  test(
    "R7 a photo that can't come leaves its place, and its words in it",
    async () => {
      const { id, title } = await freePiece(stage());
      const page = await stage().enter("/cart", NARROW);
      await page.route("**/photos/**", (route) => route.abort());
      await go(page, `/listings/${id}`);
      const photo = page.locator(".picture img").first();
      await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.complete)).toBe(true);
      expect(await photo.evaluate((image) => getComputedStyle(image, "::after").content)).toContain(title);
      await looksRight(page, "piece-without-photos");
      await page.unroute("**/photos/**");
    },
    STEP,
  );

  test(
    "a slow shop shows the places of its pieces, one that fails a way to ask again",
    async () => {
      const page = await stage().enter("/cart", WIDE);
      let answered: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        answered = resolve;
      });
      await page.route(CATALOGUE, async (route) => {
        await held;
        await route.continue();
      });
      await go(page, "/");
      await page.locator(".skeleton").waitFor();
      answered();
      await page.locator(CARDS).first().waitFor();
      await page.unroute(CATALOGUE);
      await page.route(CATALOGUE, (route) => route.abort());
      await page.getByRole("combobox", { name: /^Search/ }).fill("satchel");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").getByText("can’t be reached").waitFor();
      await looksRight(page, "catalogue-failed");
      await page.unroute(CATALOGUE);
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator(CARDS).first().waitFor();
    },
    STEP,
  );

  test(
    "whoever was signed out by time signs in again and is back where they were",
    async () => {
      const page = await stage().enter("/cart", NARROW, { as: "Ada" });
      await page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem("resale.session") ?? "{}");
        localStorage.setItem("resale.session", JSON.stringify({ ...kept, token: `${kept.token}x` }));
      });
      await page.goto("/orders");
      await page.getByText("You were signed in for a while").waitFor();
      await looksRight(page, "signed-out-by-time");
      await page.getByRole("button", { name: /^Ada M/ }).click();
      await page.getByRole("heading", { level: 1, name: "Your orders" }).waitFor();
      await looksRight(page, "orders-none");
    },
    STEP,
  );

  test(
    "a page of a version that is gone is loaded anew, once",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, WIDE);
      await page.reload();
      await page.getByRole("button", { name: "Add to bag" }).waitFor();
      let refused = 0;
      await page.route("**/assets/CartPage-*.js", async (route) => {
        refused += 1;
        if (refused > 1) await route.continue();
        else await route.fulfill({ status: 404, body: "gone" });
      });
      await page.getByRole("link", { name: "Bag", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "Your bag" }).waitFor();
      expect(refused).toBe(2);
    },
    STEP,
  );
};
