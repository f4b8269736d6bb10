import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Mail, preLoved } from "@resale/core";
import { everyMail } from "@resale/testkit/contracts";
import { findChromium, openChromium } from "@resale/workspace/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { preview, render } from "../src/index.ts";
import { links } from "./sample.ts";

const NARROW = 360;
const PHOTO =
  "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='1200'><rect width='1200' height='1200'/></svg>";
const executablePath = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// As wide as a name may get without a place to break.
const mails = everyMail("Jet Set Large Saffiano Top-Zip Tote, Pebbledleatherwithouteverapausetobreathe");

let browser: Browser | undefined;
beforeAll(async () => {
  if (executablePath !== undefined) browser = await openChromium(executablePath);
});
afterAll(() => browser?.close());
beforeEach((context) => {
  if (browser === undefined) context.skip("no Chromium");
});

const open = async (colorScheme: "light" | "dark"): Promise<Page> => {
  if (browser === undefined) throw new Error("no Chromium");
  const context = await browser.newContext({ viewport: { width: NARROW, height: 800 }, colorScheme });
  const page = await context.newPage();
  await page.route("https://shop.example/**", (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: PHOTO }),
  );
  return page;
};

const widthOf = (page: Page): Promise<number> => page.evaluate("document.documentElement.scrollWidth");

const groundOf = (page: Page): Promise<string> =>
  page.evaluate("getComputedStyle(document.body).backgroundColor");

/** What somebody could not read or find, as axe sees it. */
const barriersIn = async (page: Page): Promise<ReadonlyArray<string>> => {
  // It stays in the window when another mail is put into it.
  if (await page.evaluate("!('axe' in window)")) await page.evaluate(axe);
  const rules = [
    "color-contrast",
    "image-alt",
    "link-name",
    "document-title",
    "html-has-lang",
    "empty-heading",
  ];
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ": " + html + " " + failureSummary)))`,
  );
};

const rgb = (colour: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;

describe.each(["light", "dark"] as const)("on a telephone set to %s", (mode) => {
  it("every mail fits, can be read, and keeps the brand's colours", async () => {
    const page = await open(mode);
    for (const [index, mail] of mails.entries()) {
      const name = `${mail._tag} ${index}`;
      await page.setContent(render(preLoved, mail, links).html);
      expect(await widthOf(page), name).toBe(NARROW);
      expect(await barriersIn(page), name).toEqual([]);
      expect(await groundOf(page), name).toBe(rgb(preLoved.mail.theme.colours.ground[mode]));
    }
    await page.context().close();
  });

  it("a mail looks as its preview does on any machine", async () => {
    const [own, other] = await Promise.all([open(mode), open(mode === "light" ? "dark" : "light")]);
    const [mail] = mails as readonly [Mail, ...ReadonlyArray<Mail>];
    const rendered = render(preLoved, mail, links);
    await own.setContent(rendered.html);
    await other.setContent(preview(rendered, preLoved, mode));
    const [seen, previewed] = await Promise.all([
      own.screenshot({ fullPage: true }),
      other.screenshot({ fullPage: true }),
    ]);
    expect(seen.equals(previewed)).toBe(true);
    await Promise.all([own.context().close(), other.context().close()]);
  });
});

describe("a theme that cannot be read", () => {
  it("is found out here as well", async () => {
    const page = await open("light");
    const [mail] = mails as readonly [Mail, ...ReadonlyArray<Mail>];
    const { html } = render(preLoved, mail, links);
    await page.setContent(html.replaceAll(preLoved.mail.theme.colours.quiet.light, "#d0d0d0"));
    expect((await barriersIn(page)).join()).toContain("color-contrast");
    await page.setContent(html.replace("max-width:600px", "width:640px"));
    expect(await widthOf(page)).toBeGreaterThan(NARROW);
    await page.context().close();
  });
});
