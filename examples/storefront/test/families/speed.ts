import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { isCampaign, NARROW, STEP } from "../extent.ts";
import { freePiece } from "../shopping.ts";
import type { Stage } from "../stage.ts";

const BUILT = join(import.meta.dirname, "..", "..", "dist");

/** Thousands of bytes of script that the page itself asks for, before anything is wanted of it. */
const firstLoad = (ending: string): number => {
  const page = readFileSync(join(BUILT, "index.html"), "utf8");
  const named = new Set(page.match(/assets\/[\w.-]+\.js/g));
  const files = readdirSync(join(BUILT, "assets")).filter((file) => named.has(`assets/${file}`));
  expect(files.length).toBe(named.size);
  return files.reduce((sum, file) => sum + statSync(join(BUILT, "assets", file + ending)).size, 0) / 1000;
};

/** React is 57 of these by gzip, 50 by Brotli, which browsers take. */
const MOST = { br: 95, gz: 105 } as const;

interface Vitals {
  largest: number;
  shift: number;
  blocked: number;
}

/** Watches a page from its first moment, as a browser reports it. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const vitals = { largest: 0, shift: 0, blocked: 0 };
    Object.assign(globalThis, { vitals });
    const observe = (type: string, each: (entry: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
    observe("largest-contentful-paint", ({ startTime }) => {
      vitals.largest = startTime;
    });
    observe("layout-shift", (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) vitals.shift += value;
    });
    observe("longtask", ({ duration }) => {
      vitals.blocked += Math.max(0, duration - 50);
    });
  });

const vitalsOf = (page: Page): Promise<Vitals> =>
  page.evaluate(() => (globalThis as typeof globalThis & { vitals: Vitals }).vitals);

/** As somebody sees it who has never been here: nothing is kept from before. */
const firstVisit = async (stage: Stage, path: string): Promise<Vitals> => {
  const page = await stage.newcomer(NARROW);
  await watch(page);
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const photo = page.locator(".picture img").first();
  await expect
    .poll(() => photo.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
    .toBe(true);
  const vitals = await vitalsOf(page);
  await page.context().close();
  return vitals;
};

/** A machine may have other work just now: the best visit counts. */
const VISITS = 4;

/** In milliseconds, on a processor of its own; beside other tests each step waits for its turn. */
const SOON = isCampaign ? { largest: 4000, blocked: 600 } : { largest: 6000, blocked: 1500 };
const isSoon = ({ largest, blocked }: Vitals): boolean => largest < SOON.largest && blocked < SOON.blocked;

export const speed = (stage: () => Stage): void => {
  test("the first page asks for less than 105 kB of script by gzip, 95 by Brotli", () => {
    expect(firstLoad(".br")).toBeLessThan(MOST.br);
    expect(firstLoad(".gz")).toBeLessThan(MOST.gz);
  });

  test("no part of the shop waits for styles that the page holds itself", () => {
    const files = readdirSync(join(BUILT, "assets"));
    const scripts = files.filter((file) => file.endsWith(".js"));
    const named = scripts.flatMap(
      (file) => readFileSync(join(BUILT, "assets", file), "utf8").match(/(?<=assets\/)[\w.-]+\.css/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });

  test.each([
    ["the catalogue", () => Promise.resolve("/")],
    ["a piece", async () => `/listings/${(await freePiece(stage())).id}`],
  ] as const)(
    "%s is there soon, does not jump, and answers",
    async (_, pathOf) => {
      const path = await pathOf();
      const visits: Array<Vitals> = [];
      while (visits.length < VISITS && !visits.some(isSoon)) visits.push(await firstVisit(stage(), path));
      expect(visits.filter(isSoon), JSON.stringify(visits)).toHaveLength(1);
      for (const { shift } of visits) expect(shift).toBeLessThan(0.1);
      expect(visits[0]?.largest).toBeGreaterThan(0);
    },
    STEP,
  );
};
