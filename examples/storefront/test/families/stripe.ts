import { makeClient } from "@resale/http/client";
import { findChromium } from "@resale/workspace/chromium";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NARROW, OPENING, STEP, WIDE } from "../extent.ts";
import { looksAlike, looksRight } from "../looking.ts";
import { openShop } from "../reference.ts";
import { holdPiece, pay, thanked } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { StripePages } from "../stripe/StripePages.ts";

const ACCEPTED = "4242 4242 4242 4242";
const TOO_POOR = "4000 0000 0000 9995";
const ASKED_FOR = "4000 0027 6000 3184";

const typeCard = (page: Page, number: string): Promise<void> =>
  page.frameLocator("iframe[title='Secure payment input frame']").getByLabel("Card number").fill(number);

const answerBank = (page: Page, answer: string): Promise<void> =>
  page.frameLocator("iframe[title='Your bank']").getByRole("button", { name: answer }).click();

export const stripe = (stage: () => Stage): void => {
  describe("where Stripe takes the cards", () => {
    let pages: StripePages;
    let shop: Awaited<ReturnType<typeof openShop>>;

    beforeAll(async () => {
      if (findChromium() === undefined) return;
      pages = await StripePages.open();
      shop = await openShop(pages.settings);
    }, OPENING);
    afterAll(async () => {
      await shop?.close();
      await pages?.close();
    });

    /** A guest who holds a piece, at its payment. */
    const toPayment = async (width: number, prepare = pages.letIn) => {
      const visitor = makeClient({ baseUrl: `${shop.url}/api` });
      const { checkout } = await holdPiece({ visitor });
      const { total } = await visitor.buying.checkout({ params: { checkout } });
      const page = await stage().visitorsOf(shop.url).newcomer(width);
      await prepare(page);
      await page.goto(`/checkout/${checkout}`);
      return { page, total };
    };

    test(
      "R27 a card is typed into Stripe's own fields; declined, it is followed by another, and money is taken once",
      async () => {
        const before = pages.payments.length;
        const { page, total } = await toPayment(NARROW);
        await page.getByRole("button", { name: /^Pay/, disabled: false }).waitFor();
        await looksRight(page, "stripe-card");
        await pay(page);
        await page
          .frameLocator("iframe[title='Secure payment input frame']")
          .getByText("Your card number is incomplete.")
          .waitFor();
        await typeCard(page, TOO_POOR);
        await pay(page);
        await page.getByText("There is not enough on it.").waitFor();
        await looksAlike(page, "stripe-declined");
        await typeCard(page, ACCEPTED);
        await pay(page);
        await thanked(page);
        const made = () => pages.payments.slice(before);
        await expect.poll(() => made().map(({ taken }) => taken)).toEqual([0, total]);
        await page.context().close();
      },
      STEP,
    );

    test(
      "R27 a bank that asks the buyer is answered in the page, also after it was loaded anew; refused, the card is declined",
      async () => {
        const { page } = await toPayment(WIDE);
        await page.getByRole("button", { name: /^Pay/, disabled: false }).waitFor();
        await typeCard(page, ASKED_FOR);
        await pay(page);
        await answerBank(page, "No");
        await page.getByText("The bank could not make sure that it is you.").waitFor();
        await typeCard(page, ASKED_FOR);
        await pay(page);
        await page.frameLocator("iframe[title='Your bank']").getByRole("button", { name: "No" }).waitFor();
        await page.reload();
        await page.getByRole("heading", { name: "Your bank wants to hear from you." }).waitFor();
        await looksRight(page, "stripe-bank");
        await answerBank(page, "Yes");
        await thanked(page);
        await page.context().close();
      },
      STEP,
    );

    test(
      "a card form that can't be opened says so, and is opened by trying again",
      async () => {
        const { page } = await toPayment(NARROW, async (opened) => {
          await opened.route("https://js.stripe.com/**", (route) => route.abort());
        });
        await page.getByText("The card form can’t be opened just now.").waitFor();
        await looksRight(page, "stripe-not-opened");
        await page.unrouteAll();
        await pages.letIn(page);
        await page.getByRole("button", { name: "Try again" }).click();
        await page.getByRole("button", { name: /^Pay/, disabled: false }).waitFor();
        await typeCard(page, ACCEPTED);
        await pay(page);
        await thanked(page);
        await page.context().close();
      },
      STEP,
    );
  });
};
