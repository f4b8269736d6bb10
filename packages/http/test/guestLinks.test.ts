import {
  comeToRest,
  DAY,
  type Email,
  type GuestLink,
  Ids,
  instant,
  Links,
  MINUTE,
  OrderId,
  preLoved,
} from "@resale/core";
import { asSupport, email, MemoryMailer } from "@resale/testkit";
import { Effect, Layer, Option, Redacted } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signGuestLinks, uuidV7 } from "../src/index.ts";
import { buyAsGuest, listPiece } from "./sale.ts";
import { linkSecret, openShop, type Shop } from "./shop.ts";

const order = OrderId.make("018f3a10-0000-7000-8000-000000000001");
const link: GuestLink = { order, generation: 3, until: instant(Date.UTC(2027, 1, 1)) };
const links = (options: Partial<Parameters<typeof signGuestLinks>[0]> = {}) =>
  Effect.runSync(
    Links.pipe(
      Effect.provide(signGuestLinks({ secret: linkSecret, shopUrl: "https://shop.example/", ...options })),
    ),
  );
const tokenOf = (href: string): string => decodeURIComponent(href.split("/").at(-1) ?? "");

describe("guests' links", () => {
  it("R26 name the order, the generation and the end to whoever holds them", () => {
    const { guestOrder, linkOf } = links();
    const href = guestOrder(link);
    expect(href).toMatch(/^https:\/\/shop\.example\/guest\/018f3a10-[\w.%-]+$/);
    expect(linkOf(tokenOf(href))).toEqual(Option.some(link));
  });

  it("R26 can't be made up, changed, prolonged, or taken to another order", () => {
    const { guestOrder, linkOf } = links();
    const token = tokenOf(guestOrder(link));
    const [, , until = "", signature = ""] = token.split(".");
    const other = "018f3a10-0000-7000-8000-000000000002";
    const last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const respelt = [...last].map((letter) => `${order}.3.${until}.${signature.slice(0, -1)}${letter}`);
    const forged = [
      `${other}.3.${until}.${signature}`,
      `${order}.4.${until}.${signature}`,
      `${order}.03.${until}.${signature}`,
      `${order}.3.0${until}.${signature}`,
      `${order}.3.${until.toUpperCase()}.${signature}`,
      `${order}.3.${(link.until + 1).toString(36)}.${signature}`,
      `${order}.3.${until}.${"A".repeat(43)}`,
      `${order.toUpperCase()}.3.${until}.${signature}`,
      `${token}A`,
      token.slice(0, -1),
      `${order}.${signature}`,
      `${order}`,
      `${order}.`,
      "",
      "...",
      ...respelt.filter((one) => one !== token),
    ];
    for (const one of forged) expect(linkOf(one), one).toEqual(Option.none());
    const elsewhere = links({ secret: Redacted.make("a third secret of the tests, 32 bytes") });
    expect(elsewhere.linkOf(token)).toEqual(Option.none());
  });

  it("R26 hold while their secret is still known", () => {
    const token = tokenOf(links().guestOrder(link));
    const secret = Redacted.make("the secret of the year that follows");
    const later = links({ secret, formerSecrets: [linkSecret] });
    expect(later.linkOf(token)).toEqual(Option.some(link));
    expect(tokenOf(later.guestOrder(link))).not.toBe(token);
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
    expect(await status(`/orders/${one.order}`, "forged")).toBe(401);
    expect(await status("/guest/order", other.tokens[0])).toBe(200);
    expect(await status("/guest/order", "forged")).toBe(401);
  });

  const linksTo = async (to: Email): Promise<ReadonlyArray<string>> => {
    await shop.runtime.runPromise(comeToRest());
    const mailer = await shop.runtime.runPromise(MemoryMailer);
    return mailer.to(to).flatMap(({ mail }) => (mail._tag === "GuestLink" ? [tokenOf(mail.order)] : []));
  };
  const ask = (to: string, about?: string) =>
    fetch(`${shop.baseUrl}/guest/link`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(about === undefined ? { email: to } : { email: to, order: about }),
    });
  /** What the answer says, but for the number of the request. */
  const saysOf = async (token: string) => {
    const answer = await fetch(`${shop.baseUrl}/guest/order`, {
      headers: { authorization: `Guest ${token}` },
    });
    const { instance, ...problem } = JSON.parse(await answer.text());
    expect(instance).toMatch(/^urn:request:/);
    return { status: answer.status, challenge: answer.headers.get("www-authenticate"), problem };
  };

  it.each([
    [-1, 200],
    [0, 401],
    [1, 401],
  ])("R26 is seen until the link's end, %+i ms: %i", async (milliseconds, expected) => {
    const { order: id } = await buyAsGuest(shop, [(await listPiece(shop)).listing]);
    const made = links().guestOrder({
      order: id,
      generation: 0,
      until: instant(shop.clock.now - milliseconds),
    });
    expect(await status("/guest/order", tokenOf(made))).toBe(expected);
  });

  it("R26 says the same of a link that is forged, has ended, was revoked, or is of no order, and how to get another", async () => {
    const { order: id, tokens } = await buyAsGuest(shop, [(await listPiece(shop)).listing]);
    const desk = await shop.as(asSupport);
    const until = instant(shop.clock.now + DAY);
    const nothing = OrderId.make("00000000-0000-4000-8000-000000000000");
    await desk.support.revokeLinks({ params: { order: id } });
    const forged = await saysOf("forged");
    const ended = links().guestOrder({ order: id, generation: 1, until: instant(shop.clock.now) });
    expect(forged.status).toBe(401);
    expect(forged.challenge).toBe('Guest realm="resale"');
    expect(forged.problem).toMatchObject({
      type: "/problems/link-not-valid",
      detail: expect.stringContaining("Ask for a new one"),
    });
    expect(await saysOf(tokenOf(ended))).toEqual(forged);
    expect(await saysOf(tokens[0] ?? "")).toEqual(forged);
    expect(await saysOf(tokenOf(links().guestOrder({ order: nothing, generation: 0, until })))).toEqual(
      forged,
    );
    expect(await status("/photos", tokens[0])).not.toBe(201);
    const { open } = await desk.orders.explainOrder({ params: { order: id } });
    expect(open).toEqual(expect.arrayContaining(["RevokeLinks", "SendLink"]));
    const { events } = await desk.support.story({ params: { order: id } });
    expect(events.map(({ event }) => event)).toContainEqual({
      _tag: "LinksRevoked",
      at: expect.any(Number),
    });
  });

  it("R26 is followed again by a new link, mailed to the address it was bought with and to no other", async () => {
    const { order: id, buyer, tokens } = await buyAsGuest(shop, [(await listPiece(shop)).listing]);
    const desk = await shop.as(asSupport);
    await desk.support.revokeLinks({ params: { order: id } });
    const stranger = email(`${crypto.randomUUID().slice(0, 8)}@elsewhere.example`);
    const answers = [await ask(stranger, id), await ask(stranger), await ask(buyer, crypto.randomUUID())];
    expect(await linksTo(buyer)).toEqual([]);
    answers.push(await ask(buyer.toUpperCase(), id), await ask(buyer), await ask(buyer, id));
    for (const answer of answers) {
      expect(answer.status).toBe(204);
      expect(await answer.text()).toBe("");
    }
    const [fresh, ...more] = await linksTo(buyer);
    expect(more).toEqual([]);
    expect(await linksTo(stranger)).toEqual([]);
    expect(await status("/guest/order", tokens[0])).toBe(401);
    expect(await status("/guest/order", fresh)).toBe(200);
    const { life, again } = preLoved.guestLinks;
    expect(again).toEqual({ _tag: "Elapsed", milliseconds: 10 * MINUTE });
    shop.clock.set(shop.clock.now + 10 * MINUTE);
    expect((await ask(buyer)).status).toBe(204);
    expect(await linksTo(buyer)).toHaveLength(2);
    await desk.support.sendLink({ params: { order: id } });
    const last = (await linksTo(buyer))[2] ?? "";
    expect(links().linkOf(last)).toMatchObject({
      value: {
        order: id,
        generation: 1,
        until: shop.clock.now + ("milliseconds" in life ? life.milliseconds : 0),
      },
    });
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
