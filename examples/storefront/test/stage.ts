import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { findChromium, openShop } from "./reference.ts";
import { visit } from "./visitor.ts";

export const NARROW = 390;
export const WIDE = 1440;
export const STEP = 120_000;

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where pictures of pages are kept, for whoever wants to see what the tests saw. */
const SCREENS = join(import.meta.dirname, "..", ".screens");

type Scheme = "light" | "dark";

/** A shop with a browser, for all tests of a file. */
export interface Stage {
  readonly enter: (width: number, scheme?: Scheme) => ReturnType<typeof visit>;
}

/** Opens a shop before the tests of a file and closes it after them; without a browser they are skipped. */
export const openStage = (): Stage => {
  const executablePath = findChromium();
  let browser: Browser | undefined;
  let shop: Awaited<ReturnType<typeof openShop>> | undefined;
  beforeAll(async () => {
    if (executablePath === undefined) return;
    [shop, browser] = await Promise.all([openShop(), chromium.launch({ executablePath, args: ARGUMENTS })]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });
  beforeEach((context) => {
    if (executablePath === undefined) context.skip("no Chromium");
  });
  return {
    enter: (width, scheme = "light") => {
      if (browser === undefined || shop === undefined) throw new Error("the shop is closed");
      return visit(browser, shop.url, width, scheme);
    },
  };
};

/** Keeps a picture of what is seen. */
export const keep = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: join(SCREENS, `${name}.png`) });
