import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksAlike, looksRight } from "../looking.ts";
import { fillAddress, freePiece, hold, pay, thanked, typeAddress } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

const HELD = "Your pieces are held for you for";

const toTheirHold = async (stage: Stage, width: number, name: string) => {
  const piece = await freePiece(stage);
  const page = await stage.enter("/checkout", width, { bag: [piece] });
  await page.getByLabel("E-mail").fill(`${name.toLowerCase()}@shopper.example`);
  await page.getByLabel("Your name").fill(`${name} Holder`);
  await fillAddress(page);
  return { page, ...piece };
};

export const holding = (stage: () => Stage): void => {
  test(
    "R21 whoever holds a piece is never told that somebody else does, and is led back to its payment",
    async () => {
      const { page, id, title } = await toTheirHold(stage(), NARROW, "Hedda");
      const payment = new URL(page.url()).pathname;
      await go(page, "/checkout");
      await page.getByText("You hold pieces for a little while").waitFor();
      expect(await page.getByRole("button", { name: "Hold my pieces" }).count()).toBe(0);
      await looksAlike(page, "checkout-held-already");
      await page.getByRole("link", { name: "On to the payment" }).click();
      await page.getByText(HELD).waitFor();
      await page.getByRole("link", { name: /^Bag/ }).click();
      await page.getByText("You hold this piece for a little while.").waitFor();
      expect(await page.getByText("Somebody is just checking out").count()).toBe(0);
      await looksRight(page, "bag-held");
      await page.getByRole("link", { name: title }).click();
      await page.getByText("You hold this piece for a little while.").waitFor();
      const other = await page.context().newPage();
      await other.goto(`/listings/${id}`);
      await other.getByText("You hold this piece for a little while.").waitFor();
      await other.getByRole("link", { name: "On to the payment" }).click();
      await other.waitForURL((url) => url.pathname === payment);
      await other.close();
      await page.bringToFront();
      await page.getByRole("link", { name: "On to the payment" }).click();
      await page.getByRole("button", { name: "Let the pieces go" }).click();
      await page.getByText("You have let these pieces go.").waitFor();
      await page.getByRole("link", { name: "Back to your bag" }).click();
      await page.getByRole("link", { name: "Check out" }).waitFor();
      expect(await page.getByText("You hold this piece").count()).toBe(0);
    },
    STEP,
  );

  test(
    "R21 a typing error in the address is mended at the payment, and the pieces are held all the while",
    async () => {
      const { page, id } = await toTheirHold(stage(), WIDE, "Tilda");
      const first = new URL(page.url()).pathname;
      await page.getByText("1 Main Street").waitFor();
      await page.getByText("Mails go to tilda@shopper.example.").waitFor();
      await looksRight(page, "payment-with-address");
      await page.getByRole("link", { name: "Change this" }).click();
      const street = page.getByLabel("Street and number");
      expect(await street.inputValue()).toBe("1 Main Street");
      const state = async () => {
        const { listing } = await stage().visitor.catalogue.listing({ params: { listing: id } });
        return listing.state;
      };
      expect(await state()).toBe("Reserved");
      await page.getByText("Your pieces stay held for you until you have changed it.").waitFor();
      await street.fill("11 Main Street");
      await looksAlike(page, "checkout-instead");
      await page.getByRole("button", { name: "Hold my pieces for this address" }).click();
      await page.waitForURL((url) => /^\/checkout\/./.test(url.pathname) && url.pathname !== first);
      await page.getByText("11 Main Street").waitFor();
      expect(await state()).toBe("Reserved");
      await pay(page);
      await thanked(page);
    },
    STEP,
  );

  test(
    "R21 a race that was lost is told once, and no total of nothing beneath it",
    async () => {
      const piece = await freePiece(stage());
      const page = await stage().enter("/checkout", NARROW, { bag: [piece] });
      await page.getByLabel("E-mail").fill("lotta@shopper.example");
      await page.getByLabel("Your name").fill("Lotta Late");
      await page.getByRole("button", { name: "Hold my pieces" }).waitFor();
      await hold(stage(), [piece.id], "quicker@shopper.example");
      const held = page.waitForResponse((answer) => /\/api\/checkouts$/.test(answer.url()));
      await page.route(/\/api\/quotes$/, async (route) => {
        await held;
        await route.continue();
      });
      await typeAddress(page);
      await page.getByRole("button", { name: "Hold my pieces" }).click();
      await page.getByRole("alert").getByText("That was close.").waitFor();
      await page.getByRole("button", { name: "Hold my pieces" }).waitFor({ state: "detached" });
      expect(await page.getByText("That was close.").count()).toBe(1);
      expect(await page.getByText("$0.00").count()).toBe(0);
      await page.unroute(/\/api\/quotes$/);
      await page.getByRole("button", { name: "Go on without it" }).click();
      await page.getByText("There is nothing in your bag that could be bought").waitFor();
    },
    STEP,
  );
};
