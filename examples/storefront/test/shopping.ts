import type { Page } from "playwright-core";
import { expect } from "vitest";

const PATIENT = { timeout: 20_000 };

/** Opens a piece that nobody holds, and tells its title. */
export const openPiece = async (page: Page): Promise<string> => {
  await page.goto("/");
  const card = page.locator(".cards:not(.skeleton) .card", { hasNot: page.locator(".held") }).first();
  const title = (await card.getByRole("heading").textContent()) ?? "";
  await card.locator("a").click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return title;
};

export const putInBag = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to your bag" }).click();
};

export const fillAddress = async (page: Page): Promise<void> => {
  await page.getByLabel("Street and number").fill("1 Main Street");
  await page.getByLabel("City").fill("Austin");
  await page.getByLabel("State").selectOption("TX");
  await page.getByLabel("ZIP code").fill("78701");
};

/** From a piece's page to its hold, as a guest. */
export const hold = async (page: Page, email: string): Promise<void> => {
  await putInBag(page);
  await page.getByRole("link", { name: "Check out" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Your name").fill("Gwen Guest");
  await fillAddress(page);
  await page.getByRole("button", { name: "Hold my pieces" }).click();
  await page.getByText("Your pieces are held for you for").waitFor(PATIENT);
};

export const thanked = (page: Page): Promise<void> =>
  page.getByRole("heading", { name: "Thank you" }).waitFor(PATIENT);

/** The link to an order, out of the mail to its buyer. */
export const guestLink = async (page: Page, email: string): Promise<string> => {
  let found: string | undefined;
  const find = async (): Promise<string | undefined> => {
    const answer = await page.request.get(`/mails.json?to=${encodeURIComponent(email)}`);
    found = /\/guest\/[\w.-]+/.exec(await answer.text())?.[0];
    return found;
  };
  await expect.poll(find, PATIENT).toBeDefined();
  return found ?? "";
};
