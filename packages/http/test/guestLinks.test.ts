import { Ids, Links, OrderId } from "@resale/core";
import { Effect, Layer, Option, Redacted } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signGuestLinks, uuidV7 } from "../src/index.ts";
import { buyAsGuest, listPiece } from "./sale.ts";
import { linkSecret, openShop, type Shop } from "./shop.ts";

const order = OrderId.make("018f3a10-0000-7000-8000-000000000001");
const links = (options: Partial<Parameters<typeof signGuestLinks>[0]> = {}) =>
  Effect.runSync(
    Links.pipe(
      Effect.provide(signGuestLinks({ secret: linkSecret, shopUrl: "https://shop.example/", ...options })),
    ),
  );
const tokenOf = (link: string): string => decodeURIComponent(link.split("/").at(-1) ?? "");

describe("guests' links", () => {
  it("R26 name the order to whoever holds them", () => {
    const { guestOrder, orderOf } = links();
    const link = guestOrder(order);
    expect(link).toMatch(/^https:\/\/shop\.example\/guest\/018f3a10-[\w.%-]+$/);
    expect(orderOf(tokenOf(link))).toEqual(Option.some(order));
  });

  it("R26 can't be made up, changed, or taken to another order", () => {
    const { guestOrder, orderOf } = links();
    const token = tokenOf(guestOrder(order));
    const [, signature = ""] = token.split(".");
    const other = "018f3a10-0000-7000-8000-000000000002";
    const last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const respelt = [...last].map((letter) => `${order}.${signature.slice(0, -1)}${letter}`);
    const forged = [
      `${other}.${signature}`,
      `${order}.${"A".repeat(43)}`,
      `${order.toUpperCase()}.${signature}`,
      `${token}A`,
      token.slice(0, -1),
      `${order}`,
      `${order}.`,
      "",
      ".",
      ...respelt.filter((one) => one !== token),
    ];
    for (const one of forged) expect(orderOf(one), one).toEqual(Option.none());
    const elsewhere = links({ secret: Redacted.make("a third secret of the tests, 32 bytes") });
    expect(elsewhere.orderOf(token)).toEqual(Option.none());
  });

  it("R26 hold while their secret is still known", () => {
    const token = tokenOf(links().guestOrder(order));
    const secret = Redacted.make("the secret of the year that follows");
    const later = links({ secret, formerSecrets: [linkSecret] });
    expect(later.orderOf(token)).toEqual(Option.some(order));
    expect(tokenOf(later.guestOrder(order))).not.toBe(token);
    expect(() => signGuestLinks({ secret: Redacted.make("short"), shopUrl: "" })).toThrow(
      "at least 32 bytes",
    );
  });

  it("keys are unguessable, and in the order of their making", async () => {
    const ids = await Effect.runPromise(
      Effect.gen(function* () {
        const { next } = yield* Ids;
        return yield* Effect.all(Array.from({ length: 10_000 }, () => next));
      }).pipe(Effect.provide(Layer.fresh(uuidV7))),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids.slice(0, 100)) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
    const random = ids.map((id) => id.slice(20));
    expect(new Set(random).size).toBe(ids.length);
  });
});

describe("a guest's order over HTTP", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const status = async (path: string, token: string | undefined): Promise<number> => {
    const answer = await fetch(`${shop.baseUrl}${path}`, { headers: { authorization: `Guest ${token}` } });
    await answer.arrayBuffer();
    return answer.status;
  };

  it("R26 is seen through its own link alone", async () => {
    const one = await buyAsGuest(shop, [(await listPiece(shop)).listing]);
    const other = await buyAsGuest(shop, [(await listPiece(shop)).listing]);
    expect(await status(`/orders/${one.order}`, one.tokens[0])).toBe(200);
    expect(await status(`/orders/${one.order}`, other.tokens[0])).toBe(404);
    expect(await status(`/orders/${one.order}`, "forged")).toBe(404);
    expect(await status("/guest/order", other.tokens[0])).toBe(200);
    expect(await status("/guest/order", "forged")).toBe(404);
  });

  it("R24 R26 each order of one receipt has a link of its own", async () => {
    const pieces = [(await listPiece(shop)).listing, (await listPiece(shop)).listing];
    const { orders, tokens } = await buyAsGuest(shop, pieces);
    expect(new Set(tokens).size).toBe(2);
    const seen = await Promise.all(tokens.map((token) => shop.guest(token).orders.guestOrder()));
    expect(new Set(seen.map(({ order: view }) => view.id))).toEqual(new Set(orders));
    const foreign = seen.map(({ order: view }) => view.buyer?.seller);
    expect(foreign.every((name) => name !== undefined)).toBe(true);
  });

  it("R52 shows the seller nothing of the buyer, and the buyer of the seller no more than a name", async () => {
    const { listing, selling, seller } = await listPiece(shop);
    const { order: id, buyer, tokens } = await buyAsGuest(shop, [listing]);
    const params = { order: id };
    const seen = JSON.stringify([
      await selling.orders.order({ params }),
      await selling.orders.explainOrder({ params }),
      await selling.orders.myOrders({ query: { as: "Seller" } }),
      await selling.selling.myListings({ query: {} }),
    ]);
    for (const secret of [buyer, "77 Secret Lane", "Grace Hopper"]) expect(seen).not.toContain(secret);
    const guest = shop.guest(tokens[0] ?? "");
    const bought = JSON.stringify([
      await guest.orders.guestOrder(),
      await guest.catalogue.listing({ params: { listing } }),
      await shop.visitor.catalogue.listing({ params: { listing } }),
    ]);
    for (const secret of [seller.email, `"${seller.id}"`]) expect(bought).not.toContain(secret);
    expect(bought).toContain(seller.displayName);
  });
});
