import { expect, test } from "vitest";
import { hold, openPiece, thanked } from "../shopping.ts";
import { keep, NARROW, STEP, type Stage, WIDE } from "../stage.ts";

const PAY = "**/api/checkouts/*/pay*";

export const paying = (stage: Stage): void => {
  test(
    "R56 pressed twice, a payment is sent once; the way back from it leads to what was bought",
    async () => {
      const { page, mishaps, leave } = await stage.enter(NARROW);
      await openPiece(page);
      await hold(page, "dora@shopper.example");
      const sent: Array<string> = [];
      page.on("request", (request) => {
        if (request.method() === "POST" && /\/checkouts\//.test(request.url())) sent.push(request.url());
      });
      await page.getByRole("button", { name: /^Pay/ }).evaluate((button: HTMLElement) => {
        button.click();
        button.click();
      });
      await thanked(page);
      expect(sent).toHaveLength(1);
      await page.goBack();
      await page.getByText("Your last order is placed.").waitFor();
      await page.getByRole("link", { name: "See what you bought" }).click();
      await thanked(page);
      expect(mishaps).toEqual([]);
      await leave();
    },
    STEP,
  );

  test(
    "R56 a payment whose answer was lost is repeated under its key, and charged once",
    async () => {
      const { page, leave } = await stage.enter(WIDE);
      await openPiece(page);
      await hold(page, "lotte@shopper.example");
      const keys: Array<string | undefined> = [];
      await page.route(PAY, async (route) => {
        keys.push(route.request().headers()["idempotency-key"]);
        const answer = await route.fetch();
        if (keys.length === 1) await route.abort();
        else await route.fulfill({ response: answer });
      });
      await page.route(/\/api\/checkouts\/[^/]+$/, (route) => route.abort());
      await page.getByRole("button", { name: /^Pay/ }).click();
      await page.getByText("The shop can’t be reached just now").waitFor();
      await keep(page, "payment-answer-lost");
      await page.getByRole("button", { name: /^Pay/ }).click();
      await thanked(page);
      expect(keys).toHaveLength(2);
      expect(keys[0]).toBe(keys[1]);
      await leave();
    },
    STEP,
  );

  test(
    "R21 a card that is declined may be followed by another, as long as the hold lasts",
    async () => {
      const { page, leave } = await stage.enter(NARROW, "dark");
      await openPiece(page);
      await hold(page, "declan@shopper.example");
      await page.getByLabel("Visa ending 9995").check();
      await page.getByRole("button", { name: /^Pay/ }).click();
      await page.getByText("There is not enough on it.").waitFor();
      await keep(page, "card-declined-phone-dark");
      await page.getByRole("link", { name: /^Bag/ }).click();
      await page.getByText("You hold pieces for a little while").waitFor();
      await page.getByRole("link", { name: "On to the payment" }).click();
      await page.getByLabel("Visa ending 4242").check();
      await page.getByRole("button", { name: /^Pay/ }).click();
      await thanked(page);
      await leave();
    },
    STEP,
  );
};
