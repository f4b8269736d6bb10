import { createResale, type Parts, preLoved } from "@resale/embed";
import {
  aMember,
  aPurchase,
  MemoryCarrier,
  MemoryPayments,
  MemoryPhotos,
  MemoryStore,
  MemoryStoreCredit,
  MemoryTax,
  SettableClock,
  START,
  settableClockLayer,
  silentWorld,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Layer } from "effect";

export const ada = aMember();
export const bag = aPurchase();
export const asAda = { _tag: "Member", id: ada.id, email: ada.email } as const;
export const asRita = { _tag: "Reviewer", id: "rita" } as const;
export const asSam = { _tag: "Support", id: "sam" } as const;

export const shipTo = {
  name: "Grace Hopper",
  line1: "2 Elm Street",
  city: "New York",
  region: "NY",
  zip: "10001",
  country: "US",
};

/** A shop that keeps its members, its purchases and its mail itself, in plain functions. */
export const aShop = (own: Partial<Parts> = {}) => {
  const clock = new SettableClock(START);
  const sent: Array<{ readonly to: string; readonly what: string }> = [];
  const resale = createResale({
    program: preLoved,
    store: MemoryStore.layer,
    members: {
      get: (id) => (id === ada.id ? ada : undefined),
      byEmail: async (email) => (email === ada.email ? ada : null),
    },
    purchases: {
      ofMember: async (member) => (member === ada.id ? [bag] : []),
      line: async (member, line) => (member === ada.id && line === bag.id ? bag : undefined),
    },
    payments: MemoryPayments.layer,
    tax: MemoryTax.layer,
    storeCredit: MemoryStoreCredit.layer,
    carrier: MemoryCarrier.layer,
    photos: MemoryPhotos.layer,
    mailer: {
      send: ({ to, mail }) => {
        sent.push({ to, what: mail._tag });
      },
    },
    links: {
      share: (listing) => `https://shop.example/${listing}`,
      manage: (listing) => `https://shop.example/selling/${listing}`,
      order: (order) => `https://shop.example/orders/${order}`,
      guestOrder: (link) => `https://shop.example/guest/${btoa(JSON.stringify(link))}`,
      desk: (kind, id) => `https://shop.example/desk/${kind}/${id}`,
      linkOf: (token) => JSON.parse(atob(token)),
    },
    ...own,
    sandbox: Layer.merge(silentWorld, settableClockLayer(clock)),
  });
  return { resale, clock, sent };
};
export type Shop = ReturnType<typeof aShop>;

/** Ada's bag, approved and for sale. */
export const listBag = async ({ resale }: Shop): Promise<string> => {
  const member = resale.as(asAda);
  const { id } = await member.selling.start(unitOf(bag));
  await member.listings.edit(id, { details: someDetails() });
  await member.listings.submit(id);
  const checked = preLoved.review.checklist.map(({ key }) => key);
  await resale.as(asRita).listings.approve(id, { revision: 2, checked });
  return id;
};

/** The order of a guest who bought it. */
export const buyBag = async (shop: Shop, listing: string): Promise<string> => {
  const { buying, sandbox } = shop.resale;
  const cart = { listings: [listing], email: "grace@example.com", name: "Grace", shipTo };
  const { id } = await buying.open(cart);
  const { orders } = await buying.pay(id, { tender: "Card", token: "tok_visa" });
  await sandbox.comeToRest();
  return orders[0] ?? "";
};
