import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksAlike, looksRight } from "../looking.ts";
import {
  fillAddress,
  freePiece,
  hold,
  holdPiece,
  pay,
  piecesOfMany,
  shipTo,
  thanked,
  toCheckout,
  twice,
  typeAddress,
} from "../shopping.ts";
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
      await looksAlike(page, "payment-answer-lost");
      await pay(page);
      await thanked(page);
      expect(keys).toHaveLength(2);
      expect(keys[0]).toBe(keys[1]);
    },
    STEP,
  );

  test(
    "R24 of four pieces in a bag one is lost at the checkout, and three sellers' are paid for at once",
    async () => {
      const [lost, ...bought] = await piecesOfMany(stage(), 4);
      if (lost === undefined) throw new Error("nothing can be lost");
      const page = await stage().enter("/cart", NARROW, { bag: [lost, ...bought] });
      await page.getByText("4 parcels: each piece comes from its own seller").waitFor();
      await looksRight(page, "bag-of-four");
      await page.getByRole("link", { name: "Check out" }).click();
      await page.getByLabel("E-mail").fill("dana@shopper.example");
      await page.getByLabel("Your name").fill("Dana Three");
      await typeAddress(page);
      await page.getByText("What it costs").waitFor();
      await hold(stage(), [lost.id], "quick@shopper.example");
      await page.getByRole("button", { name: "Hold my pieces" }).click();
      await page.getByRole("alert").getByText(`${lost.title} is in somebody else’s checkout`).waitFor();
      await page.getByText("Nothing was charged.").waitFor();
      await looksRight(page, "checkout-lost");
      await page.getByRole("button", { name: "Go on without it" }).click();
      await page.getByRole("alert").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Hold my pieces" }).click();
      await page.getByText("Your pieces are held for you for").waitFor();
      await pay(page);
      await thanked(page);
      for (const { title } of bought) await page.getByText(title).first().waitFor();
      expect(await page.getByText(lost.title, { exact: true }).count()).toBe(0);
      await page.getByRole("link", { name: "Bag", exact: true }).waitFor();
      await looksRight(page, "receipt-of-three");
    },
    STEP,
  );

  test(
    "R23 what is known of the sums is there from the start: what the address adds does not move the button",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, WIDE);
      await toCheckout(page);
      const sums = page.locator(".summary");
      await sums.getByText("Before tax", { exact: true }).waitFor();
      await looksRight(page, "checkout-before-tax");
      const place = () =>
        page
          .getByRole("button", { name: "Hold my pieces" })
          .evaluate((button) => button.getBoundingClientRect().top + scrollY);
      const before = await place();
      await page.getByLabel("E-mail").fill("olive@shopper.example");
      await page.getByLabel("Your name").fill("Olive Marchetti");
      await typeAddress(page);
      await sums.getByText("Total", { exact: true }).waitFor();
      expect(await place()).toBe(before);
    },
    STEP,
  );

  test(
    "R18 a ZIP code of another state is told where it stands, before anything is held",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, NARROW);
      await toCheckout(page);
      await page.getByLabel("E-mail").fill("olive@shopper.example");
      await page.getByLabel("Your name").fill("Olive Marchetti");
      await typeAddress(page);
      await page.getByLabel("ZIP code").fill("90210");
      await page.getByText("Please correct what is marked.").waitFor();
      await page.getByText(/^90210 is in California, not in/).waitFor();
      expect(await page.getByText("shipTo").count()).toBe(0);
      await looksRight(page, "another-state");
      await page.getByLabel("ZIP code").fill(shipTo.zip);
      await page.locator(".summary").getByText("Total", { exact: true }).waitFor();
      expect(await page.getByText("Please correct").count()).toBe(0);
    },
    STEP,
  );

  test(
    "R21 a card that is declined may be followed by another, as long as the hold lasts",
    async () => {
      const { id } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, NARROW, { scheme: "dark" });
      await toCheckout(page);
      await looksAlike(page, "checkout");
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
