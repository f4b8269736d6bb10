import type { CheckoutId, Email, ListingId, OrderId, PostalAddress } from "@resale/core";
import { makeClient, type ResaleClient } from "@resale/http/client";
import { members } from "@resale/seed";
import type { Locator, Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { expect } from "vitest";
import { MAIL_HOOK_SECRET } from "./reference.ts";
import type { Stage } from "./stage.ts";

export const guest = { email: "gwen@shopper.example" as Email, name: "Gwen Guest" };

export const shipTo = {
  name: guest.name,
  line1: "1 Main Street",
  city: "Austin",
  region: "TX",
  zip: "78701",
  country: "US",
} as PostalAddress;

type Visiting = Pick<Stage, "visitor">;

/** A member's piece that nobody holds. */
export const freePiece = async ({ visitor }: Visiting): Promise<{ id: ListingId; title: string }> => {
  const { entries } = await visitor.catalogue.search({ query: { ownStock: false, limit: 60 } });
  const found = entries.find(({ reserved }) => !reserved);
  if (found === undefined) throw new Error("every piece is held");
  return { id: found.listing, title: found.title };
};

/** Pieces that nobody holds, each of another member and with another title. */
export const piecesOfMany = async ({ visitor }: Stage, count: number) => {
  const { entries } = await visitor.catalogue.search({ query: { ownStock: false, limit: 60 } });
  const found = new Map<string, { readonly id: ListingId; readonly title: string }>();
  for (const { listing: id, title, reserved } of entries) {
    if (found.size === count) break;
    if (reserved || [...found.values()].some((one) => one.title === title)) continue;
    const { listing } = await visitor.catalogue.listing({ params: { listing: id } });
    if (!found.has(listing.seller.name)) found.set(listing.seller.name, { id, title });
  }
  expect(found.size).toBe(count);
  return [...found.values()];
};

/** A piece of the brand's own that nobody holds. */
const ownPiece = async ({ visitor }: Visiting): Promise<{ id: ListingId; title: string }> => {
  const { entries } = await visitor.catalogue.search({ query: { ownStock: true, limit: 60 } });
  const found = entries.find(({ reserved }) => !reserved);
  if (found === undefined) throw new Error("every piece of the brand's own is held");
  return { id: found.listing, title: found.title };
};

/** Who sells a piece, by the address they sign in with. */
export const sellerOf = async ({ support }: Pick<Stage, "support">, id: ListingId): Promise<Email> => {
  const { listing } = await support.catalogue.listing({ params: { listing: id } });
  const seller = members.find(({ displayName }) => displayName === listing.seller.name);
  if (seller === undefined) throw new Error(`nobody sells ${listing.title}`);
  return seller.email;
};

/** A guest holds pieces. */
export const hold = (
  { visitor }: Visiting,
  listings: ReadonlyArray<ListingId>,
  email: string = guest.email,
) => visitor.buying.openCheckout({ payload: { listings, ...guest, email: email as Email, shipTo } });

/** A guest holds a piece: a member's, or the brand's own. */
export const holdPiece = async (stage: Visiting, email: string = guest.email, ownStock = false) => {
  const { id, title } = await (ownStock ? ownPiece : freePiece)(stage);
  const { id: checkout } = await hold(stage, [id], email);
  return { checkout, title, listing: id };
};

/** A card pays for what is held. */
export const payFor = async (
  { visitor: { buying } }: Stage,
  checkout: CheckoutId,
): Promise<ReadonlyArray<OrderId>> => {
  const payload = { tender: "Card", token: "tok_visa" } as Parameters<typeof buying.pay>[0]["payload"];
  return (await buying.pay({ params: { checkout }, payload })).orders;
};

/** A guest buys what they hold; the seller has its label. */
export const buyHeld = async (stage: Stage, checkout: CheckoutId): Promise<OrderId> => {
  const [order] = await payFor(stage, checkout);
  if (order === undefined) throw new Error("the payment made no order");
  const state = async () => (await stage.support.orders.order({ params: { order } })).order.state;
  await expect.poll(state).toBe("AwaitingShipment");
  return order;
};

/** A guest buys a piece. */
export const buy = async (stage: Stage, email: string = guest.email, ownStock = false): Promise<OrderId> =>
  buyHeld(stage, (await holdPiece(stage, email, ownStock)).checkout);

/** Moves the shop's clock, as its time machine does. */
export const advance = ({ support }: Stage, hours: number) =>
  support.sandbox.advance({ payload: { _tag: "By", milliseconds: hours * 3_600_000 } });

/** The seller hands the parcel over; from then on its story runs. */
export const drop = async ({ url }: Stage, order: OrderId, story: string): Promise<void> => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ story });
  await fetch(`${url}/sandbox/orders/${order}/drop`, { method: "POST", headers, body });
};

/** The parcel arrives, and the buyer says nothing. */
export const deliver = async (stage: Stage, order: OrderId): Promise<void> => {
  await drop(stage, order, "delivered");
  await advance(stage, 160);
};

/** The same, until the seller is paid. */
export const comeToItsEnd = async (stage: Stage, order: OrderId): Promise<void> => {
  await deliver(stage, order);
  const payout = async () =>
    (await stage.support.orders.order({ params: { order } })).order.seller?.payoutState;
  await expect.poll(payout).toBe("Issued");
};

/** The link to an order, out of the mail to its buyer. */
export const guestLink = async ({ url }: Stage, email: string): Promise<string> => {
  let found: string | undefined;
  const find = async (): Promise<string | undefined> => {
    const answer = await fetch(`${url}/mails.json?to=${encodeURIComponent(email)}`);
    found = /\/guest\/[\w.-]+/.exec(await answer.text())?.[0];
    return found;
  };
  await expect.poll(find).toBeDefined();
  return found ?? "";
};

/** The marketplace as whoever holds the link sees it. */
export const guestClientOf = ({ url }: Stage, link: string): ResaleClient =>
  makeClient({ baseUrl: `${url}/api`, token: () => ({ guest: link.split("/").at(-1) ?? "" }) });

/** From a piece's page to its checkout. */
export const toCheckout = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to your bag" }).click();
  await page.getByRole("link", { name: "Check out" }).click();
};

export const typeAddress = async (page: Page): Promise<void> => {
  await page.getByLabel("Street and number").fill(shipTo.line1);
  await page.getByLabel("City").fill(shipTo.city);
  await page.getByLabel("State").selectOption(shipTo.region);
  await page.getByLabel("ZIP code").fill(shipTo.zip);
};

export const fillAddress = async (page: Page): Promise<void> => {
  await typeAddress(page);
  await page.getByRole("button", { name: "Hold my pieces" }).click();
  await page.getByText("Your pieces are held for you for").waitFor();
};

export const pay = (page: Page): Promise<void> => page.getByRole("button", { name: /^Pay/ }).click();

export const thanked = (page: Page): Promise<void> =>
  page.getByRole("heading", { name: "Thank you" }).waitFor();

/** What has the focus now: the element by its name, or what it says, cut short. */
const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: it } = document;
    return it === null ? "" : `${it.localName}: ${it.textContent?.trim().slice(0, 60)}`;
  });

/** Whoever comes by keyboard goes on from here. */
export const goesOnAt = (page: Page, expected: RegExp): Promise<void> =>
  expect.poll(() => focusOf(page)).toMatch(expected);

/** Hits a button twice before the page can do anything about it. */
export const twice = (button: Locator): Promise<void> =>
  button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });

/** The mail server tells that the last mail about an order came back from an address; answers how many reports were taken. */
export const bounce = async (
  { url, support }: Stage,
  order: OrderId,
  recipient: Email,
  reason: string,
): Promise<number> => {
  const { events } = await support.support.story({ params: { order } });
  const sent = events
    .map(({ event }) => JSON.parse(JSON.stringify(event)))
    .findLast(({ _tag, to }) => _tag === "MailSent" && to === recipient);
  if (sent === undefined) return 0;
  const messageId = `<${order}.${sent.mail}.${sent.occurrence}@shop.example>`;
  const body = JSON.stringify({ reports: [{ messageId, recipient, outcome: "Failed", reason }] });
  const at = new Date();
  const headers = {
    "content-type": "application/json",
    "webhook-id": order,
    "webhook-timestamp": `${Math.floor(at.getTime() / 1000)}`,
    "webhook-signature": new Webhook(MAIL_HOOK_SECRET).sign(order, at, body),
  };
  const answer = await fetch(`${url}/webhooks/mail`, { method: "POST", headers, body });
  return ((await answer.json()) as { readonly taken: number }).taken;
};
