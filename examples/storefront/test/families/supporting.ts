import type { Email, OrderId } from "@resale/core";
import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksAlike, looksRight } from "../looking.ts";
import { bounce, buy, comeToItsEnd, deliver, guest, twice } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

export const supporting = (stage: () => Stage): void => {
  test(
    "R51 support finds an order, reads its mails, and cancels it once behind the amounts",
    async () => {
      const order = await buy(stage());
      const { order: before } = await stage().support.orders.order({ params: { order } });
      const page = await stage().enter("/desk/support", NARROW, { as: "Sam", scheme: "dark" });
      await page
        .getByLabel("E-mail address, order, tracking number or gift card")
        .fill(before.tracking ?? "");
      await page.getByRole("button", { name: "Find" }).click();
      const found = page.getByRole("link", { name: before.item.title }).first();
      await found.waitFor();
      const table = page.locator(".scroll", { has: found });
      expect(await table.evaluate((it) => it.scrollWidth - it.clientWidth), "nothing is cut off").toBe(0);
      await looksAlike(page, "found");
      const search = page.getByLabel("E-mail address, order, tracking number or gift card");
      await search.fill(order.slice(-6).toUpperCase());
      await page.getByRole("button", { name: "Find" }).click();
      await page.getByText("This may be the end of an order’s number").waitFor();
      await search.fill(order);
      await page.getByRole("button", { name: "Find" }).click();
      await found.click();
      await page.getByRole("button", { name: "Copy the number" }).waitFor();
      await page.getByText("In balance: every entry sums to zero.").waitFor();
      await page.getByRole("button", { name: "Show: Receipt" }).click();
      const letter = page.frameLocator("iframe");
      await letter.getByText(before.item.title).first().waitFor();
      const picture = letter.getByAltText(before.item.title);
      const isSeen = () => picture.evaluate((it) => (it as HTMLImageElement).naturalWidth > 0);
      await expect.poll(isSeen).toBe(true);
      expect(await letter.locator("a[href*='/guest/']").count(), "no link of the guest's is shown").toBe(0);
      await looksRight(page, "mail");
      await page.getByRole("button", { name: "Close" }).click();
      await page.getByLabel("Reason").selectOption({ label: "The seller can’t ship" });
      await page.getByRole("button", { name: "Cancel and refund" }).click();
      const total = ((before.buyer?.total ?? 0) / 100).toFixed(2);
      const question = page.getByRole("dialog");
      await question.getByText(`The buyer gets $${total} back; the seller gets nothing.`).waitFor();
      await twice(question.getByRole("button", { name: "Cancel and refund" }));
      await page.getByRole("heading", { name: "Cancelled" }).waitFor();
      const { events } = await stage().support.support.story({ params: { order } });
      const cancelled = events.filter(({ event }) => JSON.stringify(event).startsWith('{"_tag":"Cancelled"'));
      expect(cancelled).toHaveLength(1);
      await page.getByText("Cancelled: The seller can’t ship").waitFor();
      await looksRight(page, "story");
    },
    STEP,
  );

  test(
    "R48 support finds the seller's gift card, has it sent again, and sees what providers told",
    async () => {
      const order = await buy(stage());
      await comeToItsEnd(stage(), order);
      const paid = (await stage().support.orders.order({ params: { order } })).order;
      const page = await stage().enter(`/desk/order/${order}`, WIDE, { as: "Sam" });
      await page.getByText("USPS (simulated): 1 scan").first().waitFor();
      await page.getByText(`The gift card was issued to ${paid.desk?.payoutTo}`).waitFor();
      await page.getByRole("button", { name: "Mail the guest a new link" }).click();
      await page.getByRole("dialog").getByText(`It goes to ${guest.email}.`).waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "Mail the guest a new link" }).dblclick();
      const links = async () => {
        const mails = await stage().support.support.mails({ params: { order } });
        return mails.filter(({ mail }) => mail === "GuestLink").length;
      };
      await expect.poll(links).toBe(1);
      await looksRight(page, "story");
      await go(page, `/desk/support?find=${encodeURIComponent(paid.desk?.payoutTo ?? "")}`);
      await page.getByRole("button", { name: "Mail it again" }).first().click();
      await page.getByRole("dialog").getByText(`The issuer mails it to ${paid.desk?.payoutTo}.`).waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "Mail it again" }).click();
      await page.getByText("The issuer mails it again.").waitFor();
      await page.getByRole("link", { name: /^gc_/ }).first().click();
      await page.locator(`a[href="/desk/order/${order}"]`).first().waitFor();
      await page.getByRole("button", { name: "Check the whole journal" }).click();
      await page.getByText("every cent accounted for").waitFor();
      await looksRight(page, "support");
    },
    STEP,
  );

  test(
    "R2 support reads why an address refuses mail, where a mail was missed, and writes there again",
    async () => {
      const email = "bea@shopper.example" as Email;
      const order = await buy(stage(), email);
      await deliver(stage(), order);
      await expect.poll(() => bounce(stage(), order, email, "550 5.1.1 No such user here")).toBe(1);
      // A worker hears of it in its turn; a page that is open meanwhile asks anew every half a minute.
      const waiting = async () => {
        const tasks = await stage().support.support.operatorTasks({ query: { limit: 100 } });
        return tasks.map(({ task }) => task);
      };
      await expect.poll(waiting).toContain("MailRefused");
      const page = await stage().enter("/desk/support", NARROW, { as: "Sam" });
      await page.getByRole("link", { name: /An address refuses our mail/ }).click();
      await page.getByText(`${email} has refused mail since`).waitFor();
      await page.getByText("550 5.1.1 No such user here").waitFor();
      await looksRight(page, "refused");
      await page.getByRole("button", { name: "Write there again" }).click();
      await twice(page.getByRole("dialog").getByRole("button", { name: "Write there again" }));
      await page.getByText("550 5.1.1 No such user here").waitFor({ state: "detached" });
      const { _tag } = await stage().support.support.viewMailbox({ payload: { email } });
      expect(_tag).toBe("Reachable");
    },
    STEP,
  );

  test(
    "R50 support decides about the payout after a payment dispute that was lost",
    async () => {
      const order: OrderId = await buy(stage());
      const page = await stage().enter(`/desk/support?find=Order ${order}`, NARROW, { as: "Sam" });
      await page.locator(`a[href="/desk/order/${order}"]`).click();
      await page.getByRole("button", { name: "Let it happen" }).click();
      await page.getByText("A payment dispute is open").waitFor();
      await page.getByText("R50: a payment dispute holds the payout.").waitFor();
      await page.getByLabel("What the bank does").selectOption("Lost");
      await page.getByRole("button", { name: "Let it happen" }).click();
      await page.getByText("A payment dispute was opened at the card provider").waitFor();
      const lost = async () =>
        (await stage().support.orders.order({ params: { order } })).order.desk?.chargeback;
      await expect.poll(lost).toBe("Lost");
      await deliver(stage(), order);
      await page.getByRole("button", { name: "Do not pay the seller" }).click();
      await page.getByRole("dialog").getByText("The seller does not get the $").waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "Do not pay the seller" }).click();
      const payout = async () =>
        (await stage().support.orders.order({ params: { order } })).order.seller?.payoutState;
      await expect.poll(payout).toBe("Dropped");
      await go(page, "/desk/support");
      await page.getByText("Waiting for somebody").waitFor();
      await looksRight(page, "support");
    },
    STEP,
  );
};
