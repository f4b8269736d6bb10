import { expect, test } from "vitest";
import { openPiece } from "../shopping.ts";
import { keep, NARROW, STEP, type Stage, WIDE } from "../stage.ts";
import { barriers, overflows } from "../visitor.ts";

export const finding = (stage: Stage): void => {
  test(
    "what is typed is met with suggestions, chosen by keyboard alone",
    async () => {
      const { page, mishaps, leave } = await stage.enter(WIDE);
      await page.goto("/");
      const field = page.getByRole("combobox", { name: /^Search/ });
      await field.fill("nav");
      await page.getByRole("option", { name: /^Navy/ }).waitFor();
      await keep(page, "suggestions");
      expect(await barriers(page)).toEqual([]);
      await field.press("ArrowDown");
      await expect.poll(() => field.getAttribute("aria-activedescendant")).not.toBeNull();
      await field.press("Enter");
      await page.getByRole("button", { name: "Remove Navy" }).waitFor();
      await field.fill("tote");
      await page.locator(".suggestions [role=option]").first().waitFor();
      await field.press("Escape");
      await expect.poll(() => page.locator(".suggestions:visible").count()).toBe(0);
      expect(mishaps).toEqual([]);
      await leave();
    },
    STEP,
  );

  test(
    "a shared link says what it leads to, before any script runs",
    async () => {
      const { page, leave } = await stage.enter(NARROW);
      const title = await openPiece(page);
      const answer = await page.request.get(page.url(), { headers: { accept: "text/html" } });
      const text = await answer.text();
      expect(text).toContain(`<meta property="og:title" content="${title}" />`);
      expect(text).toMatch(/<meta property="og:description" content="\$[\d,.]+/);
      expect(text).toMatch(/<meta property="og:image" content="http[^"]+\/detail" \/>/);
      await leave();
    },
    STEP,
  );

  test.each([
    [360, "light"],
    [NARROW, "dark"],
    [WIDE, "dark"],
    [3840, "light"],
  ] as const)(
    "a piece is shown to everybody, %d pixels wide, %s, and looked at from close by",
    async (width, scheme) => {
      const { page, leave } = await stage.enter(width, scheme);
      await openPiece(page);
      await page.getByRole("button", { name: "Add to bag" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await keep(page, `piece-${width}-${scheme}`);
      await page
        .getByRole("button", { name: /^Look closer/ })
        .first()
        .click();
      await page.getByRole("button", { name: "Next photo" }).click();
      await page.getByText("2 of").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await leave();
    },
    STEP,
  );
};
