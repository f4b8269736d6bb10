import type { OrderId } from "@resale/core";
import { members } from "@resale/seed";
import type { Page } from "playwright-core";
import { NARROW } from "../extent.ts";
import { looksAlike, looksRight } from "../looking.ts";
import { buyHeld, guestLink, holdPiece } from "../shopping.ts";
import type { Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

const DESKTOP = 1280;

/** A sale on the way to its end. */
export interface Sale {
  readonly order: OrderId;
  readonly link: string;
}

/** A sale for each name: held one after the other, and then all on their way at once. */
export const sold = async <Name extends string>(
  stage: Stage,
  names: ReadonlyArray<Name>,
  ownStock: Name,
): Promise<(name: Name) => Sale> => {
  const sales = new Map<Name, Promise<Sale>>();
  for (const name of names) {
    const email = `${name}@endings.example`;
    const { checkout } = await holdPiece(stage, email, name === ownStock);
    const sale = async (): Promise<Sale> => ({
      order: await buyHeld(stage, checkout),
      link: await guestLink(stage, email),
    });
    sales.set(name, sale());
  }
  const made = new Map(
    await Promise.all([...sales].map(async ([name, sale]) => [name, await sale] as const)),
  );
  return (name) => {
    const found = made.get(name);
    if (found === undefined) throw new Error(`nothing was sold to ${name}`);
    return found;
  };
};

/** Screens that are laid out as no other one of a test is; a campaign looks at all. */
const LOOKED_AT = new Set([
  "ending-astray-buyer",
  "ending-disputed-seller",
  "ending-overdue-seller",
  "ending-late-support",
  "ending-upheld-buyer",
]);

const read = async (page: Page, name: string, heading: string, text: string | RegExp): Promise<void> => {
  await page.getByRole("heading", { name: heading, exact: true }).waitFor();
  await page.getByText(text).first().waitFor();
  await (LOOKED_AT.has(name) ? looksRight : looksAlike)(page, name);
};

/**
 * What an order's buyer reads by the link, on a telephone, its seller, signed in, on a large screen, and support, who
 * looks at the order as a whole.
 */
export const spectators = async (stage: Stage) => {
  const buying = await stage.enter("/cart", NARROW);
  const selling = await stage.enter("/cart", DESKTOP);
  const helping = await stage.enter("/cart", DESKTOP, { as: "Sam" });
  return {
    buyer: async ({ link }: Sale, name: string, heading: string, text: string | RegExp) => {
      await go(buying, link);
      await read(buying, `ending-${name}-buyer`, heading, text);
    },
    seller: async ({ order }: Sale, name: string, heading: string, text: string | RegExp) => {
      const { desk } = (await stage.support.orders.order({ params: { order } })).order;
      const seller = members.find(({ id }) => id === desk?.sellerMember);
      if (seller === undefined) throw new Error(`${name} has no seller`);
      await stage.change(selling, seller.email);
      await go(selling, `/orders/${order}`);
      await read(selling, `ending-${name}-seller`, heading, text);
    },
    /** What was sold and is on its way back may be listed anew: by the very button that begins with it. */
    relisted: async ({ order }: Sale) => {
      await selling.getByText("Once the piece is back with you").waitFor();
      await selling.getByRole("link", { name: "list it again" }).click();
      const { item } = (await stage.support.orders.order({ params: { order } })).order;
      const button = selling
        .getByRole("button", { name: `Sell this: ${item.title}` })
        .and(selling.locator(":focus"));
      await button.waitFor();
    },
    support: async ({ order }: Sale, name: string, heading: string, text: string | RegExp) => {
      await go(helping, `/desk/order/${order}`);
      await read(helping, `ending-${name}-support`, heading, text);
    },
  };
};
