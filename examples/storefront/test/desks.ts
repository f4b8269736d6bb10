import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Email, ListingId, OrderId, PostalAddress } from "@resale/core";
import { makeClient, type ResaleClient } from "@resale/http/client";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { findChromium, openShop } from "./reference.ts";
import { barriers, overflows } from "./visitor.ts";

export const NARROW = 390;
export const WIDE = 1440;
export const PATIENT = { timeout: 15_000 };
export const guest = { email: "gwen@shopper.example" as Email, name: "Gwen Guest" };

const SHOTS = join(import.meta.dirname, "screenshots");
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

const shipTo = {
  name: "Gwen Guest",
  line1: "1 Main Street",
  city: "Austin",
  region: "TX",
  zip: "78701",
  country: "US",
} as PostalAddress;

/** A shop with its browser, and its staff's own way in for what a test only prepares. */
export interface OpenDesks {
  readonly url: string;
  readonly browser: Browser;
  readonly visitor: ResaleClient;
  readonly support: ResaleClient;
  readonly close: () => Promise<void>;
}

// Receivers of this machine may be told: nobody listens there.
process.env["WEBHOOK_HOSTS"] = "127.0.0.1:9";

/** None, where the machine has no Chromium. */
export const openDesks = async (): Promise<OpenDesks | undefined> => {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  const [shop, browser] = await Promise.all([
    openShop(),
    chromium.launch({ executablePath, args: ARGUMENTS }),
  ]);
  const baseUrl = `${shop.url}/api`;
  const answer = await fetch(`${shop.url}/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "sam@brand.example" }),
  });
  const { token } = (await answer.json()) as { readonly token: string };
  mkdirSync(SHOTS, { recursive: true });
  return {
    url: shop.url,
    browser,
    visitor: makeClient({ baseUrl }),
    support: makeClient({ baseUrl, token: () => ({ bearer: token }) }),
    close: async () => {
      await browser.close();
      await shop.close();
    },
  };
};

/** A guest buys the piece that stands at this place of the list. */
export const buy = async ({ visitor, support }: OpenDesks, place: number): Promise<OrderId> => {
  const { entries } = await visitor.catalogue.search({ query: { ownStock: false, limit: place + 1 } });
  const listing = entries.at(-1)?.listing as ListingId;
  const { id } = await visitor.buying.openCheckout({ payload: { listings: [listing], ...guest, shipTo } });
  const payload = { tender: "Card", token: "tok_visa" } as Parameters<
    typeof visitor.buying.pay
  >[0]["payload"];
  const { orders } = await visitor.buying.pay({ params: { checkout: id }, payload });
  const order = orders[0] as OrderId;
  const state = async () => (await support.orders.order({ params: { order } })).order.state;
  await expect.poll(state, PATIENT).toBe("AwaitingShipment");
  return order;
};

/** The parcel arrives, and the buyer says nothing. */
export const deliver = async ({ url, support }: OpenDesks, order: OrderId): Promise<void> => {
  await fetch(`${url}/sandbox/orders/${order}/drop`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ story: "delivered" }),
  });
  await support.sandbox.advance({ payload: { _tag: "By", milliseconds: 160 * 3_600_000 } });
};

/** The same, until the seller is paid. */
export const comeToItsEnd = async (desks: OpenDesks, order: OrderId): Promise<void> => {
  await deliver(desks, order);
  const { support } = desks;
  const payout = async () => (await support.orders.order({ params: { order } })).order.seller?.payoutState;
  await expect.poll(payout, PATIENT).toBe("Issued");
};

/** Hits a button twice before the page can do anything about it. */
export const twice = (button: Locator): Promise<void> =>
  button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });

/** Nobody is kept out, nothing is cut off, and a picture of the page is kept. */
export const looksRight = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  expect(await barriers(page), name).toEqual([]);
  expect(await overflows(page), name).toBe(false);
};
