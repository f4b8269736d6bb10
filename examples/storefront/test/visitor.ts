import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";

/** A picture of one colour, as a phone might send it. */
export const picture = (page: Page): Promise<Buffer> =>
  page
    .evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.width = 900;
      canvas.height = 900;
      const brush = canvas.getContext("2d");
      if (brush !== null) {
        brush.fillStyle = "#a87b50";
        brush.fillRect(0, 0, 900, 900);
      }
      return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
    })
    .then((text) => Buffer.from(text, "base64"));

/** Where pictures are asked for. */
export const PICTURES = "**/api/photos/*/*";

/** A page of somebody's own, and what went wrong on it. */
export const visit = async (browser: Browser, url: string, width: number, colorScheme: "light" | "dark") => {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 844 },
    reducedMotion: "reduce",
    colorScheme,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  // Pictures are drawn when they are first looked at, which takes longer than all else together.
  await context.route(PICTURES, (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: "<svg xmlns='http://www.w3.org/2000/svg'/>" }),
  );
  const mishaps: Array<string> = [];
  page.on("pageerror", ({ message }) => mishaps.push(message));
  return { page, mishaps, leave: () => context.close() };
};

/** Signs in on the shop's own page. */
export const signInAs = async (page: Page, name: RegExp): Promise<void> => {
  await page.goto("/account");
  await page.getByRole("button", { name }).click();
  await page.waitForURL((url) => url.pathname !== "/account");
};

/** Moves the shop's clock, as its time machine does. */
export const advance = async (page: Page, hours: number): Promise<void> => {
  const data = { _tag: "By", milliseconds: hours * 3_600_000 };
  const answer = await page.request.post("/api/sandbox/clock", { data });
  if (!answer.ok()) throw new Error(await answer.text());
};

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: ReadonlyArray<{ readonly html: string; readonly failureSummary?: string }>;
}

/** What would keep somebody out of a page, as axe finds it. */
export const barriers = async (page: Page): Promise<ReadonlyArray<string>> => {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    "axe.run(document).then(({ violations }) => violations)",
  )) as ReadonlyArray<Found>;
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
};

/** Whether something is wider than the window. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
