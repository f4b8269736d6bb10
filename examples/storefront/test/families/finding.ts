import { expect, test } from "vitest";
import { isCampaign, NARROW, STEP, WIDE } from "../extent.ts";
import { looksRight } from "../looking.ts";
import { freePiece } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

export const finding = (stage: () => Stage): void => {
  test(
    "what is typed is met with suggestions, chosen by keyboard alone",
    async () => {
      const page = await stage().enter("/", WIDE);
      const field = page.getByRole("combobox", { name: /^Search/ });
      await field.fill("nav");
      await page.getByRole("option", { name: /^Navy/ }).waitFor();
      await looksRight(page, "suggestions");
      await field.press("ArrowDown");
      await expect.poll(() => field.getAttribute("aria-activedescendant")).not.toBeNull();
      await field.press("Enter");
      await page.getByRole("button", { name: "Remove Navy" }).waitFor();
      await field.fill("tote");
      await page.locator(".suggestions [role=option]").first().waitFor();
      await field.press("Escape");
      await expect.poll(() => page.locator(".suggestions:visible").count()).toBe(0);
    },
    STEP,
  );

  test("a shared link says what it leads to, before any script runs", async () => {
    const { id, title } = await freePiece(stage());
    const answer = await fetch(`${stage().url}/listings/${id}`, { headers: { accept: "text/html" } });
    const text = await answer.text();
    expect(text).toContain(`<meta property="og:title" content="${title}" />`);
    expect(text).toMatch(/<meta property="og:description" content="\$[\d,.]+/);
    expect(text).toMatch(/<meta property="og:image" content="http[^"]+\/detail" \/>/);
  });

  test.each([[NARROW, "dark"], ...(isCampaign ? ([[3840, "light"]] as const) : [])] as const)(
    "a piece is shown to everybody, %d pixels wide, %s, and looked at from close by",
    async (width, scheme) => {
      const page = await stage().enter("/", width, { scheme });
      const card = page.locator(".cards:not(.skeleton) .card", { hasNot: page.locator(".held") }).first();
      const title = (await card.getByRole("heading").textContent()) ?? "";
      await card.locator("a").click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await page.getByRole("button", { name: "Add to bag" }).waitFor();
      await looksRight(page, `piece-${scheme}`);
      await page
        .getByRole("button", { name: /^Look closer/ })
        .first()
        .click();
      await page.getByRole("button", { name: "Next photo" }).click();
      await page.getByText("2 of").waitFor();
      await looksRight(page, `close-by-${scheme}`);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Next photo" }).waitFor({ state: "hidden" });
    },
    STEP,
  );

  test(
    "a list keeps its filters and its place for whoever returns to it",
    async () => {
      const page = await stage().enter("/?sort=PriceUp", WIDE);
      await page.getByRole("button", { name: "Show more" }).click();
      await expect.poll(() => page.locator(".card").count()).toBeGreaterThan(24);
      const card = page.locator(".card a").nth(30);
      await card.scrollIntoViewIfNeeded();
      const place = await page.evaluate(() => scrollY);
      await expect.poll(() => page.evaluate(() => history.state?.y)).toBe(place);
      await card.click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.goBack();
      await expect.poll(() => page.locator(".card").count()).toBeGreaterThan(24);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
      expect(new URL(page.url()).search).toBe("?sort=PriceUp");
    },
    STEP,
  );

  test(
    "whoever comes by keyboard or screen reader is kept out of nothing",
    async () => {
      const page = await stage().enter("/?grade=Excellent&sort=PriceUp", NARROW, { scheme: "dark" });
      await page.locator(".cards:not(.skeleton) .card").first().waitFor();
      await looksRight(page, "catalogue");
      for (const path of ["/cart", "/account", "/sell", "/time", "/nowhere"]) {
        await go(page, path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await looksRight(page, `visitor${path.replaceAll("/", "-")}`);
      }
    },
    STEP,
  );
};
