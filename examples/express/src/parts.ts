import type { PlainOf } from "@resale/embed";
import type { Account, Sale, Shop } from "./Shop.ts";

const memberOf = ({ id, email, name, address }: Account) => ({
  id,
  email,
  displayName: name,
  membership: "Active" as const,
  address,
});

const lineOf = ({ number, sku, name, listPrice, paid, at }: Sale) => ({
  id: number,
  product: { sku, name, category: "Handbags", ownBrand: true, msrp: listPrice },
  paid,
  quantity: 1,
  refunded: 0,
  purchasedAt: at.getTime(),
  channel: { _tag: "Online" as const },
});

/** Every account of this shop may sell. */
export const members = (shop: Shop): PlainOf<"members"> => ({
  get: (id) => {
    const account = shop.accounts.get(id);
    return account && memberOf(account);
  },
  byEmail: (email) => {
    const wanted = email.toLowerCase();
    const account = [...shop.accounts.values()].find((one) => one.email.toLowerCase() === wanted);
    return account && memberOf(account);
  },
});

/** What this shop sold, newest first. */
export const purchases = (shop: Shop): PlainOf<"purchases"> => {
  const of = (account: string) =>
    shop.sales
      .filter((sale) => sale.account === account)
      .sort((one, other) => other.at.getTime() - one.at.getTime());
  return {
    ofMember: (member) => of(member).map(lineOf),
    line: (member, line) =>
      of(member)
        .filter(({ number }) => number === line)
        .map(lineOf)[0],
  };
};

/** Mail in this shop's own words and by its own way; the engine says what there is to tell. */
export const mailer = (shop: Shop): PlainOf<"mailer"> => ({
  send: ({ to, mail, program }) => {
    const piece = "item" in mail ? ` about ${mail.item.title}` : "";
    shop.send(to, `${program.name}: ${mail._tag}${piece}`, JSON.stringify(mail));
  },
});
