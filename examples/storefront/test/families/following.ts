import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksRight } from "../looking.ts";
import { photo } from "../pictures.ts";
import { advance, buy, fillAddress, freePiece, guestLink, pay, thanked, toCheckout } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

/** Long enough for a parcel to arrive. */
const ON_THE_WAY = 80;

export const following = (stage: () => Stage): void => {
  test(
    "R26 a guest buys after a declined card, follows the order by its link, confirms and rates",
    async () => {
      const email = "gwen@shopper.example";
      const { id, title } = await freePiece(stage());
      const page = await stage().enter(`/listings/${id}`, NARROW);
      await toCheckout(page);
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Your name").fill("Gwen Guest");
      await fillAddress(page);
      await page.getByLabel("Visa ending 0002").check();
      await pay(page);
      await page.getByText("Your card was declined").waitFor();
      await page.getByLabel("Visa ending 4242").check();
      await pay(page);
      await thanked(page);
      await go(page, await guestLink(stage(), email));
      await page.getByRole("heading", { name: "Waiting to be shipped" }).waitFor();
      expect(await page.getByText(title).count()).toBeGreaterThan(0);
      await page.getByText("If nobody acts").waitFor();
      await page.getByRole("button", { name: "Hand over" }).click();
      await page.getByText("The parcel is with the carrier").waitFor();
      await advance(stage(), ON_THE_WAY);
      await page.getByRole("heading", { name: "Delivered" }).waitFor();
      await page.getByRole("button", { name: "Yes, everything is fine" }).click();
      await page.getByRole("button", { name: "Confirm", exact: true }).click();
      await page.getByRole("heading", { name: "Confirmed" }).waitFor();
      await page.getByLabel("5 stars").check();
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("We are reading it").waitFor();
      await looksRight(page, "order-confirmed");
    },
    STEP,
  );

  test(
    "an order's page follows the carrier and the clock, and is never loaded anew",
    async () => {
      const email = "livia@shopper.example";
      await buy(stage(), email);
      const link = await guestLink(stage(), email);
      const page = await stage().enter(link, NARROW);
      await page.getByRole("heading", { name: "Waiting to be shipped" }).waitFor();
      await page.evaluate(() => document.body.setAttribute("data-kept", ""));
      const other = await page.context().newPage();
      await other.goto(link);
      await other.getByRole("button", { name: "Hand over" }).click();
      await other.getByText("The parcel is with the carrier").waitFor();
      await other.close();
      await advance(stage(), ON_THE_WAY);
      await page.getByRole("heading", { name: "Delivered" }).waitFor();
      await page.getByRole("button", { name: "Yes, everything is fine" }).waitFor();
      await looksRight(page, "order-delivered");
      expect(await page.locator("body[data-kept]").count()).toBe(1);
    },
    STEP,
  );

  test(
    "R44 a member says that a piece is not as described, and support decides for them",
    async () => {
      const { id } = await freePiece(stage());
      const buyer = await stage().enter(`/listings/${id}`, WIDE, { as: "Vera" });
      await toCheckout(buyer);
      await buyer.getByLabel("Recipient").fill("Vera Lapsed");
      await fillAddress(buyer);
      await pay(buyer);
      await buyer.getByRole("link", { name: "Follow this order" }).click();
      await buyer.getByRole("heading", { name: "Waiting to be shipped" }).waitFor();
      await buyer.getByRole("button", { name: "Hand over" }).click();
      await buyer.getByText("The parcel is with the carrier").waitFor();
      await advance(stage(), ON_THE_WAY);
      await buyer.getByRole("button", { name: "No, something is wrong" }).click();
      await buyer.getByLabel("What is it?").selectOption({ label: "Not as described" });
      await buyer.getByLabel("What happened").fill("The clasp is broken.");
      const file = { name: "clasp.jpg", mimeType: "image/jpeg", buffer: await photo };
      await buyer.getByLabel("Add a photo: Add a photo").setInputFiles(file);
      await buyer.getByRole("button", { name: "Remove this photo" }).waitFor();
      await looksRight(buyer, "dispute");
      await buyer.getByRole("button", { name: "Send to our team" }).click();
      await buyer.getByRole("heading", { name: "In dispute" }).waitFor();

      const desk = await stage().enter("/desk/support", NARROW, { as: "Sam" });
      await desk.getByRole("link", { name: /A dispute to decide/ }).click();
      await desk.getByLabel("In your words").fill("The photos show it clearly. We are sorry.");
      await desk.getByRole("button", { name: "Decide for the buyer" }).click();
      await desk.getByText("The seller is not paid. Final.").waitFor();
      await desk.getByRole("dialog").getByRole("button", { name: "Decide for the buyer" }).click();
      await desk.getByRole("heading", { name: "Refunded after a dispute" }).waitFor();
      await looksRight(desk, "story-refunded");
      await buyer.getByRole("heading", { name: "Refunded after a dispute" }).waitFor();
    },
    STEP,
  );
};
