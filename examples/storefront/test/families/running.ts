import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksRight } from "../looking.ts";
import { buy, twice } from "../shopping.ts";
import type { Stage } from "../stage.ts";

export const running = (stage: () => Stage): void => {
  test(
    "R60 support adds a receiver of events, whose secret is shown once, and looks after it",
    async () => {
      const page = await stage().enter("/desk/subscriptions", NARROW, { as: "Sam" });
      await page.getByLabel("Address (https)").fill("https://127.0.0.1:9/resale");
      await page.getByLabel("Events").selectOption(["order.Delivered", "order.Cancelled"]);
      await looksRight(page, "subscribe");
      await twice(page.getByRole("button", { name: "Add" }));
      await page.getByText(/^whsec_/).waitFor();
      await page.getByRole("button", { name: "I have kept it" }).click();
      await page.getByText(/^whsec_/).waitFor({ state: "detached" });
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
      await looksRight(page, "subscriptions");
      await act("Remove");
      await page.getByText("Nobody is told yet.").waitFor();
    },
    STEP,
  );

  test(
    "the figures count the same as their rows, for any range, and leave as a table",
    async () => {
      const page = await stage().enter("/desk/figures?days=7", WIDE, { as: "Rita" });
      const tile = (name: string) =>
        page.locator(".tiles > div", { has: page.getByText(name, { exact: true }) }).locator("dd");
      await tile("Listed").waitFor();
      const now = (await stage().support.sandbox.clock()).now;
      await page.getByRole("link", { name: "90 days" }).click();
      const from = new Date(now - 100 * 86_400_000).toISOString().slice(0, 10);
      const to = new Date(now + 86_400_000).toISOString().slice(0, 10);
      const rows = await stage().support.figures.figures({ query: { from: from as never, to: to as never } });
      const sold = rows.reduce((sum, { figure, count }) => (figure === "Sold" ? sum + count : sum), 0);
      expect(sold).toBeGreaterThan(0);
      await expect.poll(() => tile("Sold").textContent()).toBe(String(sold));
      await page.getByText("As a table: Listed and sold").click();
      await page.getByRole("columnheader", { name: "Listed" }).waitFor();
      await looksRight(page, "figures");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Export as CSV" }).click(),
      ]);
      expect(await readFile(await download.path(), "utf8")).toContain("Sold");
      await page.getByLabel("From", { exact: true }).fill("2020-01-01");
      await page.getByLabel("To, with that day").fill("2020-01-05");
      await page.getByRole("button", { name: "Show" }).click();
      await expect.poll(() => tile("Sold").textContent()).toBe("0");
    },
    STEP,
  );

  test(
    "R59 the time machine goes to what is due next, and shows what came of it",
    async () => {
      await buy(stage());
      const page = await stage().enter("/time", NARROW, { as: "Sam", scheme: "dark" });
      await page.getByRole("button", { name: "Hand over" }).first().click();
      await page.getByText("The parcel is with the carrier").waitFor();
      await page.getByRole("button", { name: "+ 1 week" }).click();
      await page.getByRole("heading", { name: "What happened on the way" }).waitFor();
      await page
        .getByRole("link", { name: /^order / })
        .first()
        .waitFor();
      await looksRight(page, "time");
      // The clock stands still again before the next sale is made.
      const moved = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.getByRole("button", { name: "On to what is due next" }).click();
      await moved;
      await page.getByText("The clock is moving").waitFor({ state: "detached" });
    },
    STEP,
  );
};
