import { deadlineAfter, preLoved } from "@resale/core";
import { members } from "@resale/seed";
import { expect, test } from "vitest";
import { dayIn } from "../../src/design/dayIn.ts";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksAlike, looksRight } from "../looking.ts";
import { photo } from "../pictures.ts";
import { advance, buy, fillAddress, freePiece, goesOnAt, guestLink, pay, toCheckout } from "../shopping.ts";
import type { Stage } from "../stage.ts";

/** Long enough for a parcel to arrive. */
const ON_THE_WAY = 80;

export const following = (stage: () => Stage): void => {
  test(
    "R26 a guest follows the order by its link, which is never loaded anew, confirms and rates",
    async () => {
      const email = "gwen@shopper.example";
      await buy(stage(), email);
      const link = await guestLink(stage(), email);
      const page = await stage().enter(link, NARROW);
      await page.getByRole("heading", { name: "Waiting to be shipped" }).waitFor();
      await page.getByText("If nobody acts").waitFor();
      await page.evaluate(() => document.body.setAttribute("data-kept", ""));
      const other = await page.context().newPage();
      await other.goto(link);
      await other.getByRole("button", { name: "Hand over" }).click();
      await other.getByText("The parcel is with the carrier").waitFor();
      await other.close();
      await advance(stage(), ON_THE_WAY);
      await page.getByRole("heading", { name: "Delivered" }).waitFor();
      await page.getByText(/You can tell us until .* New York time/).waitFor();
      await page.getByText(/^by .* New York time at the latest$/).waitFor();
      await page.getByRole("button", { name: "Yes, everything is fine" }).click();
      await page.getByRole("button", { name: "Confirm", exact: true }).click();
      await page.getByRole("heading", { name: "Confirmed" }).waitFor();
      await goesOnAt(page, /^h2: Rate the seller/);
      expect(await page.locator("body[data-kept]").count()).toBe(1);
      await page.getByLabel("5 stars").check();
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("We are reading it").waitFor();
      await page.getByText("Thank you: your rating has been sent.").waitFor({ state: "attached" });
      await goesOnAt(page, /^h2: /);
      await looksRight(page, "order-confirmed");
    },
    STEP,
  );

  test(
    "R28, R34 a seller without a printer shows the QR code, has the parcel fetched, and calls it off",
    async () => {
      const order = await buy(stage(), "quentin@shopper.example");
      const { desk } = (await stage().support.orders.order({ params: { order } })).order;
      const seller = members.find(({ id }) => id === desk?.sellerMember);
      const { now } = await stage().support.sandbox.clock();
      const day = deadlineAfter(preLoved.calendar, now, preLoved.shipping.shipBy);
      const page = await stage().enter(`/orders/${order}`, NARROW, { as: seller?.email ?? "Ada" });
      await page.getByRole("button", { name: "Show the QR code" }).click();
      await page.getByRole("img", { name: "QR code of the label" }).waitFor();
      const date = page.getByLabel("On", { exact: true });
      const last = dayIn(day.at - 1, preLoved.calendar.zone);
      await expect
        .poll(() => date.getAttribute("max"), { message: "not later than it is to be shipped" })
        .toBe(last);
      await date.fill("2036-01-07");
      await page.getByRole("button", { name: "Book" }).click();
      expect(await date.evaluate((field: HTMLInputElement) => field.validity.rangeOverflow)).toBe(true);
      // The carrier has the last word: here whoever asks comes with a browser that knows no last day.
      await date.evaluate((field: HTMLInputElement) => field.form?.setAttribute("novalidate", ""));
      const sunday = new Date(now + (7 - new Date(now).getUTCDay()) * 86_400_000);
      await date.fill(sunday.toISOString().slice(0, 10));
      await page.getByRole("button", { name: "Book" }).click();
      await page.getByText("The carrier can’t come on Sun").waitFor();
      await date.fill(last);
      await page.getByRole("button", { name: "Book" }).click();
      await page.getByText("Booked for").waitFor();
      await page.getByText(/^Confirmation: \S/).waitFor();
      await looksRight(page, "pickup-booked");
      await page.getByRole("button", { name: "Cancel the pickup" }).click();
      await page.getByRole("button", { name: "Book" }).waitFor();
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
      await buyer.getByLabel("Add a photo: Photo 1").setInputFiles(file);
      await buyer.getByRole("button", { name: "Remove this photo" }).waitFor();
      await looksRight(buyer, "dispute");
      await buyer.getByRole("button", { name: "Send to our team" }).click();
      await buyer.getByRole("heading", { name: "In dispute" }).waitFor();
      await goesOnAt(buyer, /^h2: What you told us/);

      const desk = await stage().enter("/desk/support", NARROW, { as: "Sam" });
      await desk.getByRole("link", { name: /A dispute to decide/ }).click();
      await desk.getByLabel("In your words").fill("The photos show it clearly. We are sorry.");
      await desk.getByRole("button", { name: "Decide for the buyer" }).click();
      await desk.getByText("The seller is not paid. Final.").waitFor();
      await desk.getByRole("dialog").getByRole("button", { name: "Decide for the buyer" }).click();
      await desk.getByRole("heading", { name: "Refunded after a dispute" }).waitFor();
      await desk.getByText("Done: Decide for the buyer.").waitFor({ state: "attached" });
      await goesOnAt(desk, /^h2: /);
      await looksAlike(desk, "story-refunded");
      await buyer.getByRole("heading", { name: "Refunded after a dispute" }).waitFor();
    },
    STEP,
  );
};
