import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksRight } from "../looking.ts";
import { fillAddress, freePiece, holdPiece, pay, thanked, toCheckout, twice } from "../shopping.ts";
import type { Stage } from "../stage.ts";

const PAY = "**/api/checkouts/*/pay*";

export const paying = (stage: () => Stage): void => {
  test(
    "R56 pressed twice, a hold and a payment are sent once; the way back from them leads to what was bought",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, NARROW);
      const sent: Array<string> = [];
      page.on("request", (request) => {
        if (request.method() === "POST" && /\/checkouts/.test(request.url())) sent.push(request.url());
      });
      await toCheckout(page);
      await page.getByLabel("E-mail").fill("dora@shopper.example");
      await page.getByLabel("Your name").fill("Dora Double");
      await fillAddress(page);
      await twice(page.getByRole("button", { name: /^Pay/ }));
      await thanked(page);
      expect(sent.map((url) => url.split("/").at(-1)?.replace(/\?.*/, ""))).toEqual(["checkouts", "payment"]);
      await page.goBack();
      await page.getByText("Your last order is placed.").waitFor();
      await looksRight(page, "bag-after-payment");
      await page.getByRole("link", { name: "See what you bought" }).click();
      await thanked(page);
    },
    STEP,
  );

  test(
    "R56 a payment whose answer was lost is repeated under its key, and charged once",
    async () => {
      const { checkout } = await holdPiece(stage(), "lotte@shopper.example");
      const page = await stage().enter(`/checkout/${checkout}`, WIDE);
      await page.getByRole("button", { name: /^Pay/ }).waitFor();
      const keys: Array<string | undefined> = [];
      await page.route(PAY, async (route) => {
        keys.push(route.request().headers()["idempotency-key"]);
        const answer = await route.fetch();
        if (keys.length === 1) await route.abort();
        else await route.fulfill({ response: answer });
      });
      await page.route(/\/api\/checkouts\/[^/]+$/, (route) => route.abort());
      await pay(page);
      await page.getByText("The shop can’t be reached just now").waitFor();
      await looksRight(page, "payment-answer-lost");
      await pay(page);
      await thanked(page);
      expect(keys).toHaveLength(2);
      expect(keys[0]).toBe(keys[1]);
    },
    STEP,
  );

  test(
    "R21 a card that is declined may be followed by another, as long as the hold lasts",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, NARROW, { scheme: "dark" });
      await toCheckout(page);
      await looksRight(page, "checkout");
      await page.getByLabel("E-mail").fill("declan@shopper.example");
      await page.getByLabel("Your name").fill("Declan Declined");
      await fillAddress(page);
      await page.getByLabel("Visa ending 9995").check();
      await pay(page);
      await page.getByText("There is not enough on it.").waitFor();
      await looksRight(page, "card-declined");
      await page.getByRole("link", { name: /^Bag/ }).click();
      await page.getByText("You hold pieces for a little while").waitFor();
      await page.getByRole("link", { name: "On to the payment" }).click();
      await page.getByLabel("Visa ending 4242").check();
      await pay(page);
      await thanked(page);
      await looksRight(page, "receipt");
    },
    STEP,
  );
};
