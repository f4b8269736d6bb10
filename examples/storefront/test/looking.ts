import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { isCampaign, NARROW, WIDE, WIDTHS } from "./extent.ts";

/** Where pictures of pages are kept, for whoever wants to see what a campaign saw. */
const SCREENS = join(import.meta.dirname, "..", ".screens");

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  readonly id: string;
  readonly nodes: ReadonlyArray<{ readonly html: string; readonly failureSummary?: string }>;
}

/** Screens that together show all colours there are on one another: to ask for contrast takes most of axe's time. */
const COLOURFUL = new Set([
  "bag-sold-meanwhile",
  "card-declined",
  "catalogue",
  "dispute",
  "figures",
  "order-confirmed",
  "piece-dark",
  "review",
  "sell-price",
  "story",
]);

/** What would keep somebody out of a page, as axe finds it. */
const barriers = async (page: Page, name: string): Promise<ReadonlyArray<string>> => {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  const rules = { "color-contrast": { enabled: isCampaign || COLOURFUL.has(name) } };
  const options = JSON.stringify({ resultTypes: ["violations"], preload: false, rules });
  const found = (await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )) as ReadonlyArray<Found>;
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
};

/** Whether something is wider than the window. */
const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** How much room the words of a page are left, where its window is wide. */
const roomOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll("#main .page")];
    const rooms = boxes.map((box) => {
      const { paddingLeft, paddingRight } = getComputedStyle(box);
      return box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    });
    return Math.min(innerWidth, ...rooms);
  });

/** Keeps a picture of what is seen, in a campaign. */
const keep = async (page: Page, name: string): Promise<void> => {
  if (isCampaign) await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage: true });
};

/** Everywhere, and in a campaign as whoever comes with a telephone or a large screen, by day or at night. */
const lookAround = async (page: Page, name: string): Promise<void> => {
  expect(await barriers(page, name), name).toEqual([]);
  if (!isCampaign) return;
  const own = page.viewportSize() ?? { width: WIDE, height: 844 };
  const scheme = await page.evaluate(() =>
    matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  );
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [NARROW, WIDE]) {
      await page.setViewportSize({ ...own, width });
      await keep(page, `${name}-${width}-${colorScheme}`);
      expect(await barriers(page, name), `${name}, ${width} pixels wide, ${colorScheme}`).toEqual([]);
    }
  }
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize(own);
};

/** Nobody is kept out of a screen, and nothing of it is cut off, however wide the window is. */
export const looksRight = async (page: Page, name: string): Promise<void> => {
  const own = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: own?.height ?? 844 });
    // A page that is being changed just now may be laid out once more.
    await expect.poll(() => overflows(page), { message: `${name}, ${width} pixels wide` }).toBe(false);
    if (width > WIDE) expect(await roomOf(page), `${name}, ${width} pixels wide`).toBeGreaterThan(600);
  }
  if (own !== null) await page.setViewportSize(own);
  await lookAround(page, name);
};

/** The same of a screen that differs from another one of the tests by a sentence: a campaign looks at it, too. */
export const looksAlike = async (page: Page, name: string): Promise<void> => {
  if (isCampaign) await looksRight(page, name);
};
