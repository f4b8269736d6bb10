import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findChromium, openShop } from "./reference.ts";
import { advance, barriers, overflows, picture, signInAs, visit } from "./visitor.ts";

const NARROW = 390;
const WIDE = 1280;
const STEP = 120_000;
const PATIENT = { timeout: 15_000 };
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

const enter = (width: number, colorScheme: "light" | "dark" = "light") => {
  if (browser === undefined || shop === undefined) throw new Error("the shop is closed");
  return visit(browser, shop.url, width, colorScheme);
};

const toCheckout = async (page: Page, piece: number): Promise<string> => {
  await page.goto("/");
  const card = page.locator(".card a").nth(piece);
  const title = (await card.getByRole("heading").textContent()) ?? "";
  await card.click();
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to your bag" }).click();
  await page.getByRole("link", { name: "Check out" }).click();
  return title;
};

const fillAddress = async (page: Page): Promise<void> => {
  await page.getByLabel("Street and number").fill("1 Main Street");
  await page.getByLabel("City").fill("Austin");
  await page.getByLabel("State").selectOption("TX");
  await page.getByLabel("ZIP code").fill("78701");
  await page.getByRole("button", { name: "Hold my pieces" }).click();
};

const guestLink = async (page: Page, email: string): Promise<string> => {
  const find = async (): Promise<string | undefined> => {
    const answer = await page.request.get(`/mails.json?to=${encodeURIComponent(email)}`);
    return /\/guest\/[\w.-]+/.exec(await answer.text())?.[0];
  };
  await expect.poll(find, PATIENT).toBeDefined();
  return (await find()) ?? "";
};

test(
  "R26 a guest buys after a declined card, follows the order by its link, confirms and rates",
  async () => {
    const { page, mishaps, leave } = await enter(NARROW);
    const email = "gwen@shopper.example";
    const title = await toCheckout(page, 2);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Your name").fill("Gwen Guest");
    await fillAddress(page);
    await page.getByText("Your pieces are held for you for").waitFor();
    await page.getByLabel("Visa ending 0002").check();
    await page.getByRole("button", { name: /^Pay/ }).click();
    await page.getByText("Your card was declined").waitFor();
    await page.getByLabel("Visa ending 4242").check();
    await page.getByRole("button", { name: /^Pay/ }).click();
    await page.getByRole("heading", { name: "Thank you" }).waitFor();
    expect(await overflows(page)).toBe(false);
    await page.goto(await guestLink(page, email));
    await page.getByRole("heading", { name: "Waiting to be shipped" }).waitFor({ timeout: 20_000 });
    expect(await page.getByText(title).count()).toBeGreaterThan(0);
    await page.getByText("If nobody acts").waitFor();
    await page.getByRole("button", { name: "Hand over" }).click();
    await page.getByText("The parcel is with the carrier").waitFor();
    await advance(page, 80);
    await page.reload();
    await page.getByRole("heading", { name: "Delivered" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Yes, everything is fine" }).click();
    await page.getByRole("button", { name: "Confirm", exact: true }).click();
    await page.getByRole("heading", { name: "Confirmed" }).waitFor();
    await page.getByLabel("5 stars").check();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("We are reading it").waitFor();
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);

test(
  "R7 a member lists a piece, the reviewer changes its price, and everybody finds it",
  async () => {
    const seller = await enter(NARROW);
    await signInAs(seller.page, /^Ada M/);
    await seller.page
      .getByRole("button", { name: /^Sell this: / })
      .first()
      .click();
    await seller.page.getByRole("button", { name: "Submit for review" }).click();
    await seller.page.getByText("choose a grade").waitFor();
    const buffer = await picture(seller.page);
    for (const shot of ["Front", "Back", "Inside"]) {
      const file = { name: `${shot}.jpg`, mimeType: "image/jpeg", buffer };
      await seller.page.getByLabel(`Add a photo: ${shot}`).setInputFiles(file);
      await seller.page.getByLabel(`Replace: ${shot}`).waitFor({ state: "attached" });
    }
    await seller.page.getByRole("radio", { name: /Excellent/ }).check();
    await seller.page
      .getByLabel("Describe the piece")
      .fill("Carried twice, to a wedding and to another one.");
    await seller.page.getByRole("button", { name: "Use it" }).click();
    await seller.page.getByText(/You get \$[\d.]+ \(80 %\)/).waitFor();
    expect(await barriers(seller.page)).toEqual([]);
    expect(await overflows(seller.page)).toBe(false);
    await seller.page.getByRole("button", { name: "Submit for review" }).click();
    await seller.page.getByText("In review").waitFor();
    const id = new URL(seller.page.url()).pathname.split("/").at(-1) ?? "";

    const reviewer = await enter(WIDE);
    await signInAs(reviewer.page, /^Rita/);
    await reviewer.page.getByText(/pieces? waits?\./).waitFor();
    await reviewer.page.goto(`/desk/listing/${id}`);
    const points = reviewer.page.locator(".decision fieldset input[type=checkbox]");
    await points.first().waitFor();
    for (const point of await points.all()) await point.check();
    await reviewer.page.getByLabel("Price, in dollars").fill("100");
    await reviewer.page.getByText("The seller gets $80.00 of $100.00.").waitFor();
    expect(await barriers(reviewer.page)).toEqual([]);
    await reviewer.page.getByRole("button", { name: "Approve" }).click();
    await reviewer.page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await reviewer.page.waitForURL((url) => !url.pathname.endsWith(id));

    await reviewer.page.goto(`/listings/${id}`);
    await reviewer.page.getByRole("button", { name: "Add to bag" }).waitFor();
    expect([...seller.mishaps, ...reviewer.mishaps]).toEqual([]);
    await Promise.all([seller.leave(), reviewer.leave()]);
  },
  STEP,
);

test(
  "R44 a member says that a piece is not as described, and support decides for them",
  async () => {
    const buyer = await enter(WIDE);
    await signInAs(buyer.page, /^Vera L/);
    await toCheckout(buyer.page, 4);
    await buyer.page.getByLabel("Recipient").fill("Vera Lapsed");
    await fillAddress(buyer.page);
    await buyer.page.getByRole("button", { name: /^Pay/ }).click();
    await buyer.page.getByRole("link", { name: "Follow this order" }).click();
    await buyer.page.getByRole("heading", { name: "Waiting to be shipped" }).waitFor({ timeout: 20_000 });
    await buyer.page.getByRole("button", { name: "Hand over" }).click();
    await buyer.page.getByText("The parcel is with the carrier").waitFor();
    await advance(buyer.page, 80);
    await buyer.page.reload();
    await buyer.page.getByRole("button", { name: "No, something is wrong" }).click();
    await buyer.page.getByLabel("What is it?").selectOption({ label: "Not as described" });
    await buyer.page.getByLabel("What happened").fill("The clasp is broken.");
    const file = { name: "clasp.jpg", mimeType: "image/jpeg", buffer: await picture(buyer.page) };
    await buyer.page.getByLabel("Add a photo: Add a photo").setInputFiles(file);
    await buyer.page.getByRole("button", { name: "Remove this photo" }).waitFor();
    await buyer.page.getByRole("button", { name: "Send to our team" }).click();
    await buyer.page.getByRole("heading", { name: "In dispute" }).waitFor();

    const desk = await enter(NARROW);
    await signInAs(desk.page, /^Sam/);
    await desk.page.getByRole("link", { name: /A dispute to decide/ }).click();
    await desk.page.getByLabel("In your words").fill("The photos show it clearly. We are sorry.");
    await desk.page.getByRole("button", { name: "Decide for the buyer" }).click();
    await desk.page.getByText("The seller is not paid. Final.").waitFor();
    await desk.page.getByRole("dialog").getByRole("button", { name: "Decide for the buyer" }).click();
    await desk.page.getByRole("heading", { name: "Refunded after a dispute" }).waitFor();
    expect(await barriers(desk.page)).toEqual([]);
    expect(await overflows(desk.page)).toBe(false);
    expect([...buyer.mishaps, ...desk.mishaps]).toEqual([]);
    await Promise.all([buyer.leave(), desk.leave()]);
  },
  STEP,
);

test.each([
  [NARROW, "dark"],
  [WIDE, "light"],
] as const)(
  "whoever comes by keyboard or screen reader is kept out of nothing, %d pixels wide, %s",
  async (width, scheme) => {
    const { page, mishaps, leave } = await enter(width, scheme);
    await page.goto("/?grade=Excellent&sort=PriceUp");
    await page.locator(".card").first().waitFor();
    for (const path of ["/?grade=Excellent&sort=PriceUp", "/cart", "/account", "/sell", "/time"]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await barriers(page), path).toEqual([]);
      expect(await overflows(page), path).toBe(false);
    }
    await page.goto("/");
    await page.locator(".card a").first().click();
    await page.getByRole("button", { name: "Add to bag" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);

test(
  "a list keeps its filters and its place for whoever returns to it",
  async () => {
    const { page, leave } = await enter(WIDE);
    await page.goto("/");
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => page.locator(".card").count(), PATIENT).toBeGreaterThan(24);
    const card = page.locator(".card a").nth(30);
    await card.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    const place = await page.evaluate(() => scrollY);
    await card.click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goBack();
    await expect.poll(() => page.locator(".card").count(), PATIENT).toBeGreaterThan(24);
    await expect.poll(() => page.evaluate(() => scrollY), PATIENT).toBe(place);
    await leave();
  },
  STEP,
);

test(
  "the first page loads less than 150 kB of script",
  async () => {
    const { page, leave } = await enter(WIDE);
    const sizes: Array<Promise<number>> = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") {
        sizes.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => responseBodySize),
        );
      }
    });
    await page.goto("/");
    await page.locator(".card").first().waitFor();
    const loaded = await Promise.all(sizes);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
    await leave();
  },
  STEP,
);
