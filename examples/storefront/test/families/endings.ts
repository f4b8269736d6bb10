import type { Email, OrderId } from "@resale/core";
import { members } from "@resale/seed";
import type { Page } from "playwright-core";
import { test } from "vitest";
import { isCampaign, NARROW, PATIENT, STEP } from "../extent.ts";
import { looksRight } from "../looking.ts";
import { advance, buy, drop, guestClientOf, guestLink } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

const DESKTOP = 1280;
const DAY = 24;

/** A sale on the way to its end. */
interface Sale {
  readonly order: OrderId;
  readonly link: string;
}

const sold = async (stage: Stage, name: string, ownStock = false): Promise<Sale> => {
  const email = `${name}@endings.example` as Email;
  const order = await buy(stage, email, ownStock);
  return { order, link: await guestLink(stage, email) };
};

const at = (page: Page, heading: string): Promise<void> =>
  page.getByRole("heading", { name: heading, exact: true }).waitFor(PATIENT);

/** What an order's buyer reads by the link, on a telephone, and its seller, signed in, on a large screen. */
const spectators = async (stage: Stage) => {
  const buying = await stage.enter("/cart", NARROW);
  const selling = await stage.enter("/cart", DESKTOP);
  return {
    buyer: async ({ link }: Sale, name: string, heading: string, text: string) => {
      await go(buying, link);
      await at(buying, heading);
      await buying.getByText(text).first().waitFor();
      await looksRight(buying, `ending-${name}-buyer`);
    },
    seller: async ({ order }: Sale, name: string, heading: string, text: string) => {
      const { desk } = (await stage.support.orders.order({ params: { order } })).order;
      const seller = members.find(({ id }) => id === desk?.sellerMember);
      if (seller === undefined) throw new Error(`${name} has no seller`);
      await stage.change(selling, seller.email);
      await go(selling, `/orders/${order}`);
      await at(selling, heading);
      await selling.getByText(text).first().waitFor();
      await looksRight(selling, `ending-${name}-seller`);
    },
  };
};

export const endings = (stage: () => Stage): void => {
  test(
    "R58 however a sale comes to its end, buyer and seller read what became of it and of the money",
    async () => {
      const it = stage();
      const { support } = it.support;
      const names = ["content", "silent", "upheld", "rejected", "overdue", "stalled", "astray"] as const;
      const sales = new Map<string, Sale>();
      for (const name of names) sales.set(name, await sold(it, name));
      sales.set("own", await sold(it, "own", true));
      const sale = (name: (typeof names)[number] | "own"): Sale => {
        const found = sales.get(name);
        if (found === undefined) throw new Error(`nothing was sold to ${name}`);
        return found;
      };
      for (const name of ["content", "silent", "upheld", "rejected", "own"] as const) {
        await drop(it, sale(name).order, "delivered");
      }
      await drop(it, sale("stalled").order, "stalled");
      await drop(it, sale("astray").order, "wrongZip");
      await advance(it, 4 * DAY);

      for (const name of ["upheld", "rejected"] as const) {
        const { order, link } = sale(name);
        const text = "The strap is torn where it meets the ring.";
        const payload = { kind: "NotAsDescribed", text, photos: [] } as never;
        await guestClientOf(it, link).orders.dispute({ params: { order }, payload });
      }
      const { order: content, link } = sale("content");
      await guestClientOf(it, link).orders.confirm({ params: { order: content } });
      const show = await spectators(it);
      await show.buyer(sale("astray"), "astray", "Delivery is being checked", "checking where the parcel is");
      await show.seller(sale("rejected"), "disputed", "In dispute", "The strap is torn");
      const say = (name: "upheld" | "rejected", text: string) =>
        support.decideDispute({
          params: { order: sale(name).order },
          payload: { upheld: name === "upheld", text },
        });
      await say("upheld", "The tear was not in the listing.");
      await say("rejected", "The listing shows this very tear.");
      await advance(it, 12 * DAY);

      await show.buyer(sale("content"), "content", "Confirmed", "the seller is paid");
      await show.seller(sale("content"), "content", "Confirmed", "the gift card is in your mail");
      await show.buyer(sale("silent"), "silent", "Complete", "has passed");
      await show.buyer(sale("upheld"), "upheld", "Refunded after a dispute", "Your refund has been made.");
      await show.seller(
        sale("upheld"),
        "upheld",
        "Refunded after a dispute",
        "nothing is paid for this sale",
      );
      await show.buyer(sale("rejected"), "rejected", "Dispute decided for the seller", "The sale stands");
      await show.seller(sale("overdue"), "overdue", "Shipping is overdue", "Ship by");
      await show.buyer(sale("stalled"), "stalled", "Held up on its way", "has not scanned the parcel");
      await show.buyer(sale("own"), "own", "Complete", "the sale is final");

      for (const [name, code] of [
        ["overdue", "NotShipped"],
        ["stalled", "NeverArrived"],
        ["astray", "NeverArrived"],
      ] as const) {
        const params = { order: sale(name).order };
        const payload = { reason: { code, text: "We are sorry." } } as never;
        await it.support.orders.cancel({ params, payload });
      }
      await advance(it, 1);
      await show.buyer(sale("stalled"), "lost", "Cancelled", "Your refund has been made.");
      await show.seller(sale("overdue"), "cancelled", "Cancelled", "nothing is paid for this sale");
      if (!isCampaign) return;
      await show.seller(sale("silent"), "silent", "Complete", "the gift card is in your mail");
      await show.seller(sale("rejected"), "rejected", "Dispute decided for the seller", "gift card");
      await show.buyer(sale("overdue"), "overdue", "Cancelled", "Your refund has been made.");
      await show.seller(sale("astray"), "astray", "Cancelled", "nothing is paid for this sale");
    },
    STEP,
  );
};
