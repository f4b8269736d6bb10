import { expect, test } from "vitest";
import { openPiece } from "../shopping.ts";
import { keep, NARROW, STEP, type Stage, WIDE } from "../stage.ts";
import { barriers, signInAs } from "../visitor.ts";

export const mishaps = (stage: Stage): void => {
  test(
    "offline, the shop says so, keeps what it has, and goes on by itself",
    async () => {
      const { page, leave } = await stage.enter(NARROW);
      await openPiece(page);
      await page.context().setOffline(true);
      await page.getByText("You are offline.").waitFor();
      await page.getByRole("link", { name: "Shop", exact: true }).click();
      await page.locator(".card a").first().waitFor();
      await keep(page, "offline-phone");
      expect(await barriers(page)).toEqual([]);
      await page
        .getByRole("searchbox")
        .or(page.getByRole("combobox", { name: /^Search/ }))
        .fill("tote");
      await page.keyboard.press("Enter");
      await page.context().setOffline(false);
      await page.getByText("You are offline.").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Remove “tote”" }).waitFor();
      await expect
        .poll(() => page.locator(".cards:not(.skeleton) .card h3").allTextContents())
        .toEqual(expect.arrayContaining([expect.stringContaining("Tote")]));
      await leave();
    },
    STEP,
  );

  test(
    "a slow shop shows the places of its pieces, one that fails a way to ask again",
    async () => {
      const { page, leave } = await stage.enter(WIDE);
      let answered: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        answered = resolve;
      });
      await page.route(/\/api\/catalogue\?/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto("/");
      await page.locator(".skeleton").waitFor();
      await keep(page, "catalogue-slow");
      answered();
      await page.locator(".cards:not(.skeleton) .card").first().waitFor();
      await page.unroute(/\/api\/catalogue\?/);
      await page.route(/\/api\/catalogue\?/, (route) => route.abort());
      await page.goto("/?text=satchel");
      await page.getByRole("alert").getByText("can’t be reached").waitFor({ timeout: 20_000 });
      await keep(page, "catalogue-failed");
      await page.unroute(/\/api\/catalogue\?/);
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator(".cards:not(.skeleton) .card").first().waitFor();
      await leave();
    },
    STEP,
  );

  test(
    "whoever was signed out by time signs in again and is back where they were",
    async () => {
      const { page, leave } = await stage.enter(NARROW);
      await signInAs(page, /^Ada M/);
      await page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem("resale.session") ?? "{}");
        localStorage.setItem("resale.session", JSON.stringify({ ...kept, token: `${kept.token}x` }));
      });
      await page.goto("/orders");
      await page.getByText("You were signed in for a while").waitFor();
      await keep(page, "signed-out-by-time");
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("button", { name: /^Ada M/ }).click();
      await page.getByRole("heading", { level: 1, name: "Your orders" }).waitFor();
      await leave();
    },
    STEP,
  );

  test(
    "a page of a version that is gone is loaded anew, once",
    async () => {
      const { page, leave } = await stage.enter(WIDE);
      await page.goto("/");
      await page.locator(".card a").first().waitFor();
      let refused = 0;
      await page.route("**/assets/CartPage-*.js", async (route) => {
        refused += 1;
        if (refused > 1) await route.continue();
        else await route.fulfill({ status: 404, body: "gone" });
      });
      await page.getByRole("link", { name: "Bag", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "Your bag" }).waitFor();
      expect(refused).toBe(2);
      await leave();
    },
    STEP,
  );
};
