import {
  CountryCode,
  Email,
  format,
  type ListingId,
  type OrderId,
  PaymentToken,
  type PostalAddress,
  preLoved,
  RegionCode,
  Zip,
} from "@resale/core";
import type { ResaleClient } from "@resale/http/client";
import type { Stage } from "./Stage.ts";

/** Somebody without an account: an e-mail address, and where to send the parcel (R26). */
export interface Guest {
  readonly name: string;
  readonly email: Email;
  readonly shipTo: PostalAddress;
}

/** A guest nobody has met yet. */
export const aGuest = (name = "Olive Marchetti", zip = "60614"): Guest => ({
  name,
  email: Email.make(`${name.split(" ")[0]?.toLowerCase()}.${crypto.randomUUID().slice(0, 8)}@guests.example`),
  shipTo: {
    name,
    line1: "2204 North Halsted Street",
    line2: "Apartment 3",
    city: "Chicago",
    region: RegionCode.make("IL"),
    zip: Zip.make(zip),
    country: CountryCode.make("US"),
  },
});

/** One order, as its buyer holds it: by the link that was mailed. */
export interface Bought {
  readonly order: OrderId;
  readonly token: string;
  readonly buying: ResaleClient;
}

export const card = (token: string) => ({ tender: "Card", token: PaymentToken.make(token) });

/** The guest's tokens among a mail's links, each once, in the order in which they stand there. */
export const guestTokens = (text: string): ReadonlyArray<string> => [
  ...new Set([...text.matchAll(/\/guest\/([\w.%-]+)/g)].map(([, token = ""]) => decodeURIComponent(token))),
];

/** Puts pieces into a cart and goes to the checkout: they are held, nothing is paid yet (R20, R21). */
export const checkOut = async (stage: Stage, guest: Guest, listings: ReadonlyArray<ListingId>) => {
  const { shop, teller } = stage;
  await stage.follow(guest.email);
  const first = guest.name.split(" ")[0] ?? guest.name;
  const { shipTo } = guest;
  const quote = await shop.visitor.buying.quote({ payload: { listings, shipTo } });
  teller.step(
    first,
    `asks what it costs to ${shipTo.city}: ${format(quote.total, quote.currency)} with shipping and tax.`,
  );
  const { email, name } = guest;
  const held = await shop.visitor.buying.openCheckout({ payload: { listings, email, name, shipTo } });
  teller.step(first, "goes to the checkout, as a guest. Nobody else can buy it now.");
  teller.deadline("Held", held.heldUntil);
  return held;
};

/** Buys pieces with a card, and opens the receipt's links (R24, R26). */
export const buy = async (
  stage: Stage,
  listings: ReadonlyArray<ListingId>,
  guest: Guest = aGuest(),
): Promise<{ readonly guest: Guest; readonly orders: ReadonlyArray<Bought> }> => {
  const { shop, teller } = stage;
  const held = await checkOut(stage, guest, listings);
  const payload = card("tok_visa");
  const placed = await shop.visitor.buying.pay({ params: { checkout: held.id }, payload });
  teller.step(
    guest.name.split(" ")[0] ?? "",
    `pays ${format(placed.total, preLoved.currency)} by card: price, shipping and tax.`,
  );
  await stage.rest();
  return { guest, orders: await ordersOf(stage, guest, placed.orders) };
};

/** The orders behind the links of the receipt. */
export const ordersOf = async (
  { shop }: Stage,
  { email }: Guest,
  orders: ReadonlyArray<OrderId>,
): Promise<ReadonlyArray<Bought>> => {
  const tokens = (await shop.mailbox(email)).flatMap(({ text }) => guestTokens(text));
  return orders.map((order) => {
    const token = tokens.find((one) => one.startsWith(order));
    if (token === undefined) {
      throw new Error(
        `No mail to ${email} holds the link to the order. Does the server send its mails elsewhere?`,
      );
    }
    return { order, token, buying: shop.guest(token) };
  });
};
