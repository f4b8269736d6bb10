import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createResale, preLoved } from "@resale/embed";
import {
  anAddress,
  MemoryCarrier,
  MemoryPayments,
  MemoryStore,
  MemoryStoreCredit,
  MemoryTax,
  someDetails,
  testLinks,
} from "@resale/testkit";
import { HttpWebhooks } from "@resale/webhooks";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { makeApp } from "../src/app.ts";
import { mailer, members, purchases } from "../src/parts.ts";
import { Shop } from "../src/Shop.ts";

const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const listening = async (server: ReturnType<typeof createServer>): Promise<string> => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** A warehouse that believes nothing but what is signed. */
const warehouse = async () => {
  const heard: Array<string> = [];
  const signer: { secret: string } = { secret: "" };
  const host = await listening(
    createServer((request, response) => {
      let body = "";
      request.on("data", (part) => {
        body += part;
      });
      request.on("end", () => {
        const headers = request.headers as Record<string, string>;
        const { type } = new Webhook(signer.secret).verify(body, headers) as { type: string };
        heard.push(type);
        response.writeHead(204).end();
      });
    }),
  );
  return { host, heard, signer };
};

const open = async () => {
  const shop = new Shop();
  for (const name of ["ada", "grace"]) {
    shop.accounts.set(name, { id: name, name, email: `${name}@shop.example`, address: anAddress({ name }) });
  }
  shop.sales.push({
    number: "A-100",
    account: "ada",
    sku: "T-1",
    name: "Canvas tote",
    listPrice: 250_00,
    paid: 199_00,
    at: new Date("2026-01-10T12:00:00Z"),
  });
  const hears = await warehouse();
  const resale = createResale({
    program: preLoved,
    store: MemoryStore.layer,
    members: members(shop),
    purchases: purchases(shop),
    mailer: mailer(shop),
    payments: MemoryPayments.layer,
    tax: MemoryTax.layer,
    storeCredit: MemoryStoreCredit.layer,
    carrier: MemoryCarrier.layer,
    links: testLinks,
    webhooks: HttpWebhooks.layer({ allowedHosts: [hears.host] }),
  });
  closing.push(resale.close);
  const host = await listening(createServer(makeApp(shop, resale)));
  const call = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const response = await fetch(`http://${host}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text === "" ? undefined : JSON.parse(text) };
  };
  const signIn = async (name: string) => {
    const { json } = await call("POST", `/sign-in/${name}`, {});
    return { "x-session": json.session, "x-browser": name };
  };
  return { shop, resale, hears, call, signIn };
};

describe("a shop with accounts, carts and mail of its own", () => {
  it("sells what it once sold, and tells its warehouse", async () => {
    const { shop, resale, hears, call, signIn } = await open();
    const support = resale.as({ _tag: "Support", id: "sam" });
    const made = await support.subscribers.subscribe({
      url: `http://${hears.host}/`,
      events: ["order"],
      include: "personal",
    });
    hears.signer.secret = made.secret;

    const ada = await signIn("ada");
    const { json: units } = await call("GET", "/resale/purchases", ada);
    const listed = await call("POST", "/resale/listings", ada, {
      unit: units[0].unit,
      details: someDetails(),
    });
    expect(listed.status).toBe(201);
    const checked = preLoved.review.checklist.map(({ key }) => key);
    const rita = resale.as({ _tag: "Reviewer", id: "rita" });
    await rita.listings.approve(listed.json.id, { revision: 2, checked });

    const grace = await signIn("grace");
    const { json: found } = await call("GET", "/resale/pieces", grace);
    await call("PUT", `/resale/cart/${found.entries[0].listing}`, grace);
    const buyer = { email: "grace@shop.example", name: "grace", shipTo: anAddress({ name: "grace" }) };
    const holding = () => call("POST", "/resale/checkouts", { ...grace, "idempotency-key": "k" }, buyer);
    const held = await holding();
    expect(held.status).toBe(201);
    expect(await holding()).toEqual(held);
    const paying = (token: string, key: string) =>
      call(
        "POST",
        `/resale/checkouts/${held.json.id}/payment`,
        { ...grace, "idempotency-key": key },
        { token },
      );
    expect(await paying("tok_declined", "first card")).toMatchObject({
      status: 409,
      json: { rejection: { _tag: "CardDeclined" } },
    });
    const paid = await paying("tok_visa", "second card");
    expect(paid).toMatchObject({ status: 200, json: { orders: [expect.any(String)] } });
    expect(await paying("tok_visa", "second card")).toEqual(paid);
    await resale.workers.runDue();

    const order = paid.json.orders[0];
    const { order: sold } = await support.orders.view(order);
    const at = Date.now();
    await resale.carriers.receiveScans("Any", sold.tracking ?? "", [
      { at, status: "Accepted" },
      { at: at + 1, status: "Delivered" },
    ]);
    const confirmed = await call("POST", `/resale/orders/${order}/confirmation`, grace);
    expect(confirmed.json.state).toBe("Confirmed");
    await resale.workers.runDue();

    expect((await support.orders.view(order)).order.seller?.payoutState).toBe("Issued");
    expect(hears.heard).toEqual(
      expect.arrayContaining(["order.Placed", "order.Delivered", "order.Confirmed"]),
    );
    expect(shop.outbox.map(({ to, subject }) => `${to} ${subject}`)).toEqual(
      expect.arrayContaining(["ada@shop.example Pre-Loved: ItemSold about Canvas tote"]),
    );
  });

  it("R54 tells what is refused as the shop's pages need it", async () => {
    const { call, signIn } = await open();
    const stranger = await call("GET", "/resale/purchases", {});
    expect(stranger).toMatchObject({ status: 403, json: { rejection: { _tag: "NotAllowed" } } });
    const ada = await signIn("ada");
    const wrong = await call("POST", "/resale/listings", ada, { unit: "B-1~1", details: {} });
    expect(wrong).toMatchObject({ status: 409, json: { rejection: { _tag: "NotInPurchaseHistory" } } });
    const none = await call("GET", "/resale/orders/nonsense", ada);
    expect(none).toMatchObject({ status: 422, json: { rejection: { _tag: "Invalid" } } });
  });
});
