import { Mail, Programs, preLoved } from "@resale/core";
import { findChromium, openChromium } from "@resale/workspace/chromium";
import { ConfigProvider, Layer, ManagedRuntime } from "effect";
import { fastify } from "fastify";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { templates } from "../src/routes/templates.ts";
import { Settings } from "../src/wiring/Settings.ts";

const app = fastify();
const runtime = ManagedRuntime.make(
  Layer.merge(
    Programs.layer(preLoved),
    Layer.provide(Settings.layer, ConfigProvider.layer(ConfigProvider.fromEnv({ env: { PORT: "0" } }))),
  ),
);
let url = "";

const read = async (path: string) => {
  const { statusCode, body, headers } = await app.inject(path);
  return { statusCode, body, headers };
};

const keysIn = (body: string): ReadonlyArray<string> =>
  [...body.matchAll(/href="\/mails\/templates\/([\w-]+)"/g)].map(([, key = ""]) => key);

beforeAll(async () => {
  templates(app, runtime);
  url = await app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await app.close();
  await runtime.dispose();
});

describe("the page of mail templates", () => {
  it("lists every mail of the engine, and opens each", async () => {
    const keys = keysIn((await read("/mails/templates")).body);
    expect(new Set(keys.map((key) => key.replace(/-\d+$/, "")))).toEqual(new Set(Object.keys(Mail.cases)));
    for (const key of keys) {
      const { statusCode, body } = await read(`/mails/templates/${key}`);
      expect(statusCode).toBe(200);
      for (const part of ["Message-ID", "Auto-Submitted", "As text", "MICHAEL KORS PRE-LOVED", "sandbox"])
        expect(body, key).toContain(part);
      expect(body.includes("List-Unsubscribe"), key).toBe(
        /^(ShipReminder|TransitUpdate|WindowClosing|SaleRated)/.test(key),
      );
    }
  });

  it("shows a mail by day and by night whatever the machine is set to, and lets it run nothing", async () => {
    const [light, dark] = await Promise.all([
      read("/mails/templates/ItemSold-1/html?mode=light"),
      read("/mails/templates/ItemSold-1/html?mode=dark"),
    ]);
    expect(light.body).toContain("@media not all{");
    expect(dark.body).toContain("@media all{");
    expect(dark.headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it("knows no other template", async () => {
    for (const key of ["ItemSold-9", "ItemSold", "..%2Fsecret"]) {
      expect((await read(`/mails/templates/${key}`)).statusCode).toBe(404);
      expect((await read(`/mails/templates/${key}/html`)).statusCode).toBe(404);
    }
  });
});

const executablePath = findChromium();

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(executablePath ?? "");
  });
  afterAll(() => browser?.close());

  it("its switches turn a mail dark and narrow", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 900 }, colorScheme: "light" });
    const ground = (mode: "light" | "dark") => {
      const colour = preLoved.mail.theme.colours.ground[mode];
      return `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;
    };
    const shown = async (): Promise<unknown> => {
      await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
      return page.frames()[1]?.evaluate("getComputedStyle(document.body).backgroundColor");
    };
    await page.goto(`${url}/mails/templates/Receipt-1`);
    expect(await shown()).toBe(ground("light"));
    await page.getByRole("link", { name: "Dark" }).click();
    await page.waitForURL(/mode=dark/);
    expect(await shown()).toBe(ground("dark"));
    await page.getByRole("link", { name: "360 pixels" }).click();
    await page.waitForURL(/mode=dark&width=360/);
    expect(await page.evaluate("document.querySelector('iframe').clientWidth")).toBeLessThanOrEqual(360);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.close();
  });
});
