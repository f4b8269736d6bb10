import { test } from "vitest";
import { isCampaign, NARROW, STEP } from "../extent.ts";
import { looksRight } from "../looking.ts";
import { advance, drop, guestClientOf, holdPiece, pay } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";
import { type EndName, ends } from "./ends.ts";
import { type Sale, sold, spectators } from "./spectators.ts";

const DAY = 24;

const names = Object.keys(ends) as ReadonlyArray<EndName>;

export const endings = (stage: () => Stage): void => {
  test(
    "R58 however a sale comes to its end, buyer, seller and support read what became of it and of the money",
    async () => {
      const it = stage();
      const { support } = it.support;
      const sale = await sold(it, names, "own");
      const confirm = ({ order, link }: Sale) =>
        guestClientOf(it, link).orders.confirm({ params: { order } });
      const delivered = ["content", "silent", "upheld", "rejected", "own"] as const;
      for (const name of delivered) await drop(it, sale(name).order, "delivered");
      await drop(it, sale("stalled").order, "stalled");
      await drop(it, sale("astray").order, "wrongZip");
      await advance(it, 4 * DAY);

      for (const name of ["upheld", "rejected"] as const) {
        const { order, link } = sale(name);
        const text = "The strap is torn where it meets the ring.";
        const payload = { kind: "NotAsDescribed", text, photos: [] } as never;
        await guestClientOf(it, link).orders.dispute({ params: { order }, payload });
      }
      await confirm(sale("content"));
      const show = await spectators(it);
      await show.buyer(sale("astray"), "astray", "Delivery is being checked", "checking where the parcel is");
      await show.seller(sale("rejected"), "disputed", "In dispute", "The strap is torn");
      await show.seller(sale("rejected"), "disputed", "In dispute", "only if our team decides for you");
      await show.seller(sale("rejected"), "disputed", "In dispute", "Reply to our mail about this dispute");
      const say = (name: "upheld" | "rejected", text: string) =>
        support.decideDispute({
          params: { order: sale(name).order },
          payload: { upheld: name === "upheld", text },
        });
      await say("upheld", "The tear was not in the listing.");
      await say("rejected", "The listing shows this very tear.");
      await advance(it, 12 * DAY);

      await show.buyer(sale("stalled"), "stalled", "Held up on its way", "has not scanned the parcel");
      await show.buyer(sale("stalled"), "stalled", "Held up on its way", /^was expected .* to /);
      await show.buyer(sale("overdue"), "overdue", "Shipping is overdue", "was expected by");
      await show.seller(sale("late"), "overdue", "Shipping is overdue", "You still may");
      await drop(it, sale("late").order, "delivered");
      for (const [name, code] of [
        ["overdue", "NotShipped"],
        ["stalled", "NeverArrived"],
        ["astray", "NeverArrived"],
      ] as const) {
        const params = { order: sale(name).order };
        const payload = { reason: { code, text: "We are sorry." } } as never;
        await it.support.orders.cancel({ params, payload });
      }
      await show.buyer(sale("overdue"), "overdue", "Cancelled", "Not shipped in time. We are sorry.");
      await advance(it, 5);
      await show.buyer(sale("late"), "late", "On its way", "The carrier has the parcel");
      await advance(it, 4 * DAY);
      await confirm(sale("late"));
      for (const name of names) {
        const end = ends[name];
        const readers: ReadonlyArray<string> = end.tested;
        const isRead = (reader: string): boolean => isCampaign || readers.includes(reader);
        if (isRead("buyer")) await show.buyer(sale(name), name, end.heading, end.buyer);
        if ("seller" in end && isRead("seller")) {
          await show.seller(sale(name), name, end.heading, end.seller);
          if (name === "upheld") await show.relisted(sale(name));
        }
        if (isRead("support")) await show.support(sale(name), name, end.heading, end.support);
      }
    },
    STEP,
  );

  test(
    "R21 a payment that comes after the hold has ended buys nothing, and the piece is back on sale",
    async () => {
      const { checkout, listing, title } = await holdPiece(stage(), "olive@endings.example");
      const page = await stage().enter(`/checkout/${checkout}`, NARROW);
      await page.getByLabel("Mastercard ending 7020").check();
      await pay(page);
      await page.getByText("Your bank is taking its time").waitFor();
      await looksRight(page, "payment-slow");
      await advance(stage(), 0.3);
      await page.getByText("The time for which your pieces were held has ended.").waitFor();
      await advance(stage(), 1);
      await page.reload();
      await page.getByText("it lets go by itself").waitFor();
      await looksRight(page, "payment-too-late");
      await go(page, `/listings/${listing}`);
      await page.getByRole("button", { name: "Add to bag" }).waitFor();
      const desk = await stage().enter("/desk/support?find=olive@endings.example", NARROW, { as: "Sam" });
      await desk.getByRole("heading", { name: "Payments without an order" }).waitFor();
      await desk.getByText("the time ran out was let go").waitFor();
      await looksRight(desk, "found-without-order");
      await desk.getByRole("link", { name: title, exact: true }).click();
      await desk.getByText("The time to pay ran out: nothing was sold.").waitFor();
      await desk.getByText("The late payment was given back").waitFor();
      await looksRight(desk, "checkout-ended");
    },
    STEP,
  );
};
