import { readFile } from "node:fs/promises";
import type { OrderId } from "@resale/core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  buy,
  comeToItsEnd,
  deliver,
  guest,
  looksRight,
  NARROW,
  type OpenDesks,
  openDesks,
  PATIENT,
  twice,
  WIDE,
} from "./desks.ts";
import { signInAs, visit } from "./visitor.ts";

const STEP = 120_000;
let desks: OpenDesks | undefined;

beforeAll(async () => {
  desks = await openDesks();
}, 120_000);

afterAll(() => desks?.close(), STEP);

beforeEach((context) => {
  if (desks === undefined) context.skip("no Chromium");
});

const open = (): OpenDesks => {
  if (desks === undefined) throw new Error("the shop is closed");
  return desks;
};

const enter = async (name: RegExp, width: number, scheme: "light" | "dark" = "light") => {
  const visited = await visit(open().browser, open().url, width, scheme);
  await signInAs(visited.page, name);
  return visited;
};

const pieceOf = (url: string) => new URL(url).pathname.split("/").at(-1) ?? "";

test(
  "R14 two reviewers do not collide: whoever is slower is told, and goes on to the next",
  async () => {
    const slow = await enter(/^Rita/, WIDE);
    const fast = await enter(/^Rita/, NARROW, "dark");
    await looksRight(fast.page, "queue-narrow");
    await looksRight(slow.page, "queue-wide");
    await slow.page.keyboard.press("n");
    await slow.page.getByText("Looked at, and right").waitFor();
    const first = pieceOf(slow.page.url());
    await fast.page.goto(`/desk/listing/${first}`);
    await fast.page.getByRole("button", { name: "Deny" }).click();
    const question = fast.page.getByRole("dialog");
    await question.getByLabel("Reason").selectOption({ index: 1 });
    await question.getByLabel("In your words").fill("The photos show another piece.");
    await looksRight(fast.page, "deny-narrow");
    await twice(question.getByRole("button", { name: "Deny" }));
    await fast.page.waitForURL((url) => !url.pathname.endsWith(first));
    await slow.page.getByText("Decided meanwhile: denied.").waitFor();
    await looksRight(slow.page, "decided-meanwhile-wide");
    await slow.page.keyboard.press("n");
    await slow.page.waitForURL((url) => !url.pathname.endsWith(first));
    await slow.page.getByLabel("Price, in dollars").waitFor();
    const { listing } = await open().support.catalogue.listing({ params: { listing: first as never } });
    expect(listing.state).toBe("Denied");
    expect([...slow.mishaps, ...fast.mishaps]).toEqual([]);
    await Promise.all([slow.leave(), fast.leave()]);
  },
  STEP,
);

test(
  "R11 a reviewer works through the line by keyboard, and sees the payout of another price at once",
  async () => {
    const { page, mishaps, leave } = await enter(/^Rita/, WIDE);
    await page.getByText("2 pieces wait.").waitFor();
    await page.keyboard.press("n");
    const price = page.getByLabel("Price, in dollars");
    await price.waitFor();
    const first = pieceOf(page.url());
    await page.getByText("What has happened").waitFor();
    await page.getByText("Handed in for review").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    expect(await page.getByRole("dialog").count(), "nothing is approved before all points are").toBe(0);
    for (const key of ["1", "2", "3", "4"]) await page.keyboard.press(key);
    await page.keyboard.press("p");
    await page.keyboard.type("100a");
    expect(await page.getByRole("dialog").count(), "a letter typed into a field is no shortcut").toBe(0);
    await page.getByText("A price is an amount above zero").waitFor();
    await page.keyboard.press("Backspace");
    await page.locator(".decision output").getByText("The seller gets $80.00 of $100.00.").waitFor();
    await looksRight(page, "review-wide");
    await price.blur();
    await page.keyboard.press("a");
    await page.getByRole("dialog").getByText("they are told, and may withdraw").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(
      (url) => url.pathname.startsWith("/desk/listing/") && !url.pathname.endsWith(first),
    );
    const { listing } = await open().visitor.catalogue.listing({ params: { listing: first as never } });
    expect(listing.price).toBe(100_00);

    await price.waitFor();
    const second = pieceOf(page.url());
    await page.keyboard.press("c");
    const ask = page.getByRole("dialog", { name: "Ask for changes" });
    await ask.getByLabel("What is to be changed").fill("The inside is too dark to see.");
    await page.keyboard.press("Enter");
    await page.getByText("Nothing waits for review.").waitFor();
    const asked = await open().support.catalogue.listing({ params: { listing: second as never } });
    expect(asked.listing.inside?.changes).toEqual([
      { field: "photos", problem: "The inside is too dark to see." },
    ]);
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);

test(
  "R51 support finds an order, reads its mails, and cancels it once behind the amounts",
  async () => {
    const order = await buy(open(), 1);
    const { order: before } = await open().support.orders.order({ params: { order } });
    const { page, mishaps, leave } = await enter(/^Sam/, NARROW, "dark");
    await page.getByLabel("E-mail address, order or tracking number").fill(before.tracking ?? "");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("link", { name: before.item.title }).first().click();
    await page.getByText("In balance: every entry sums to zero.").waitFor();
    await page.getByRole("button", { name: "Show: Receipt" }).click();
    const letter = page.frameLocator("iframe");
    await letter.getByText(before.item.title).first().waitFor();
    expect(await letter.locator("a[href*='/guest/']").count(), "no link of the guest's is shown").toBe(0);
    await looksRight(page, "mail-narrow");
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByLabel("Reason").selectOption({ label: "The seller can’t ship" });
    await page.getByRole("button", { name: "Cancel and refund" }).click();
    const total = ((before.buyer?.total ?? 0) / 100).toFixed(2);
    const question = page.getByRole("dialog");
    await question.getByText(`The buyer gets $${total} back; the seller gets nothing.`).waitFor();
    await twice(question.getByRole("button", { name: "Cancel and refund" }));
    await page.getByRole("heading", { name: "Cancelled" }).waitFor();
    const { events } = await open().support.support.story({ params: { order } });
    const cancelled = events.filter(({ event }) => JSON.stringify(event).startsWith('{"_tag":"Cancelled"'));
    expect(cancelled).toHaveLength(1);
    await page.getByText("Cancelled: The seller can’t ship").waitFor();
    await looksRight(page, "story-narrow");
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);

test(
  "R48 support finds the seller's gift card, has it sent again, and sees what providers told",
  async () => {
    const order = await buy(open(), 2);
    await comeToItsEnd(open(), order);
    const paid = (await open().support.orders.order({ params: { order } })).order;
    const { page, mishaps, leave } = await enter(/^Sam/, WIDE);
    await page.goto(`/desk/order/${order}`);
    await page.getByText("USPS (simulated): 1 scan").first().waitFor();
    await page.getByText(`The gift card was issued to ${paid.desk?.payoutTo}`).waitFor();
    await page.getByRole("button", { name: "Mail the guest a new link" }).click();
    await page.getByRole("dialog").getByText(`It goes to ${guest.email}.`).waitFor();
    await twice(page.getByRole("dialog").getByRole("button", { name: "Mail the guest a new link" }));
    const links = async () => {
      const mails = await open().support.support.mails({ params: { order } });
      return mails.filter(({ mail }) => mail === "GuestLink").length;
    };
    await expect.poll(links, PATIENT).toBe(1);
    await looksRight(page, "story-wide");
    await page.goto(`/desk/support?find=${encodeURIComponent(paid.desk?.payoutTo ?? "")}`);
    await page.getByRole("button", { name: "Mail it again" }).first().click();
    await page.getByRole("dialog").getByText(`The issuer mails it to ${paid.desk?.payoutTo}.`).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Mail it again" }).click();
    await page.getByText("The issuer mails it again.").waitFor();
    await page.getByRole("button", { name: "Check the whole journal" }).click();
    await page.getByText("every cent accounted for").waitFor();
    await looksRight(page, "support-wide");
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);

test(
  "R50 support decides about the payout after a payment dispute that was lost",
  async () => {
    const order: OrderId = await buy(open(), 3);
    const { page, mishaps, leave } = await enter(/^Sam/, NARROW);
    await page.goto(`/desk/order/${order}`);
    await page.getByRole("button", { name: "Let it happen" }).click();
    await page.getByText("A payment dispute is open").waitFor(PATIENT);
    await page.getByText("R50: a payment dispute holds the payout.").waitFor();
    await page.getByLabel("What the bank does").selectOption("Lost");
    await page.getByRole("button", { name: "Let it happen" }).click();
    await page.getByText("A payment dispute was opened at the card provider").waitFor(PATIENT);
    const lost = async () =>
      (await open().support.orders.order({ params: { order } })).order.desk?.chargeback;
    await expect.poll(lost, PATIENT).toBe("Lost");
    await deliver(open(), order);
    await page.getByRole("button", { name: "Do not pay the seller" }).click();
    await page.getByRole("dialog").getByText("The seller does not get the $").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Do not pay the seller" }).click();
    const payout = async () =>
      (await open().support.orders.order({ params: { order } })).order.seller?.payoutState;
    await expect.poll(payout, PATIENT).toBe("Dropped");
    await page.goto("/desk/support");
    await page.getByText("Waiting for somebody").waitFor();
    await looksRight(page, "support-narrow");
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);

test(
  "R60 support adds a receiver of events, whose secret is shown once, and looks after it",
  async () => {
    const { page, mishaps, leave } = await enter(/^Sam/, NARROW);
    await page.goto("/desk/subscriptions");
    await page.getByLabel("Address (https)").fill("https://127.0.0.1:9/resale");
    await page.getByLabel("Events").selectOption(["order.Delivered", "order.Cancelled"]);
    await looksRight(page, "subscribe-narrow");
    await twice(page.getByRole("button", { name: "Add" }));
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole("button", { name: "I have kept it" }).click();
    const receivers = page.locator(".subscription");
    await receivers.first().waitFor();
    expect(await receivers.count(), "added once").toBe(1);
    expect(await page.content()).not.toContain("whsec_");
    const act = async (name: string) => {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
    };
    await act("Send a test");
    await receivers.getByRole("status").getByText(/\w/).waitFor();
    await act("Disable");
    await page.getByText("Disabled at the support desk.").waitFor();
    await act("Enable");
    await page.getByRole("button", { name: "Disable", exact: true }).waitFor();
    await act("New secret");
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByText("The secret before signs as well until").waitFor();
    await act("Tell all again");
    await page.getByText(/^Deliveries/).click();
    await page.getByText(/^Edit/).click();
    await receivers.getByLabel("Address (https)").fill("https://127.0.0.1:9/erp");
    await receivers.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "https://127.0.0.1:9/erp" }).waitFor();
    await looksRight(page, "subscriptions-narrow");
    await act("Remove");
    await page.getByText("Nobody is told yet.").waitFor();
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);

test(
  "the figures count the same as their rows, for any range, and leave as a table",
  async () => {
    const { page, mishaps, leave } = await enter(/^Rita/, WIDE);
    await page.goto("/desk/figures?days=7");
    const tile = (name: string) =>
      page.locator(".tiles > div", { has: page.getByText(name, { exact: true }) }).locator("dd");
    await tile("Listed").waitFor();
    const now = (await open().support.sandbox.clock()).now;
    await page.getByRole("link", { name: "90 days" }).click();
    const from = new Date(now - 100 * 86_400_000).toISOString().slice(0, 10);
    const to = new Date(now + 86_400_000).toISOString().slice(0, 10);
    const rows = await open().support.figures.figures({ query: { from: from as never, to: to as never } });
    const sold = rows.reduce((sum, { figure, count }) => (figure === "Sold" ? sum + count : sum), 0);
    expect(sold).toBeGreaterThan(0);
    await expect.poll(() => tile("Sold").textContent(), PATIENT).toBe(String(sold));
    await page.getByText("As a table: Listed and sold").click();
    await page.getByRole("columnheader", { name: "Listed" }).waitFor();
    await looksRight(page, "figures-wide");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export as CSV" }).click(),
    ]);
    expect(await readFile(await download.path(), "utf8")).toContain("Sold");
    await page.getByLabel("From", { exact: true }).fill("2020-01-01");
    await page.getByLabel("To, with that day").fill("2020-01-05");
    await page.getByRole("button", { name: "Show" }).click();
    await expect.poll(() => tile("Sold").textContent(), PATIENT).toBe("0");
    await page.setViewportSize({ width: NARROW, height: 844 });
    await looksRight(page, "figures-narrow");
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);

test(
  "R59 the time machine goes to what is due next, and shows what came of it",
  async () => {
    await buy(open(), 4);
    const { page, mishaps, leave } = await enter(/^Sam/, NARROW, "dark");
    await page.goto("/time");
    await page.getByRole("button", { name: "Hand over" }).first().click();
    await page.getByText("The parcel is with the carrier").waitFor();
    await page.getByRole("button", { name: "+ 1 week" }).click();
    await page.getByRole("heading", { name: "What happened on the way" }).waitFor(PATIENT);
    await page
      .getByRole("link", { name: /^order / })
      .first()
      .waitFor();
    await looksRight(page, "time-narrow");
    await page.getByRole("button", { name: "On to what is due next" }).click();
    await page.getByText("The clock is moving").waitFor({ state: "detached" });
    expect(mishaps).toEqual([]);
    await leave();
  },
  STEP,
);
