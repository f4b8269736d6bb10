import { comeToRest, DAY, HOUR, type PaymentToken } from "@resale/core";
import { anAddress, asSupport, email, MemoryMailer, MemoryPayments } from "@resale/testkit";
import { Effect, Redacted } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CarrierNews, jwtAuthentication } from "../src/index.ts";
import { listPiece } from "./sale.ts";
import { audience, issuer, openShop, orderId, type Shop, tokenOf, tokenSecret } from "./shop.ts";

const address = "77 Canary Lane";
const buyer = email("canary.buyer@buyers.example");
const name = "Canaria Buyer";
const cardToken = "tok_canary_of_this_card" as PaymentToken;
const words = "canary words of a dispute";

/** What a database says when a statement fails: with all that it was given. */
const failed = () =>
  Object.assign(new Error(`insert into orders values ('${address}', '${buyer}') failed`), {
    _tag: "SqlError",
    code: "23505",
    detail: `Key (email)=(${buyer}) already exists.`,
    parameters: [address, buyer, cardToken],
    cause: Object.assign(new Error(`duplicate key: ${buyer}`), { where: address, name: "DatabaseError" }),
  });

describe("the log of a whole sale, with all that went wrong in it", () => {
  let shop: Shop;
  const canaries = new Map<string, string>([
    ["the address", address],
    ["the buyer's e-mail address", buyer],
    ["the buyer's name", name],
    ["the card's token", cardToken],
    ["the words of a dispute", words],
    ["the secret of the tokens", tokenSecret],
  ]);
  beforeAll(async () => {
    const known = jwtAuthentication({ key: { secret: Redacted.make(tokenSecret) }, issuer, audience });
    shop = await openShop(undefined, {
      authenticate: (request) => {
        if (request.headers["x-break"] === "now") throw failed();
        return known(request);
      },
      webhooks: {
        carrier: (): Effect.Effect<ReadonlyArray<CarrierNews>> => Effect.die(failed()),
      },
    });
  });
  afterAll(() => shop.close());

  const guestPaths = async (token: string, checkout: string) => {
    for (const path of [`/guest/${token}`, `/guest/${token}/x?email=${buyer}`, `/checkouts/${checkout}`]) {
      await (await fetch(`${shop.baseUrl}${path}`)).arrayBuffer();
    }
  };

  it("R26 R48 R52 names nobody, and holds nothing by which anybody is let in or pays", async () => {
    const { listing, seller, selling } = await listPiece(shop);
    canaries.set("the seller's e-mail address", seller.email);
    const shipTo = anAddress({ name, line1: address, zip: "10001", city: "New York" });
    const open = { listings: [listing], email: buyer, name, shipTo };
    const { id } = await shop.visitor.buying.openCheckout({ payload: open });
    canaries.set("the key of the checkout", id);
    const params = { checkout: id };
    const declined = { tender: "Card", token: "tok_declined" as PaymentToken };
    await shop.visitor.buying.pay({ params, payload: declined }).catch(() => undefined);
    const paid = await shop.visitor.buying.pay({ params, payload: { tender: "Card", token: cardToken } });
    await shop.runtime.runPromise(comeToRest());
    const order = orderId(paid.orders[0]);
    const mailer = await shop.runtime.runPromise(MemoryMailer);
    const receipt = mailer.to(buyer).find(({ mail }) => mail._tag === "Receipt")?.mail;
    const link = receipt?._tag === "Receipt" ? (receipt.lines[0]?.order ?? "") : "";
    const token = decodeURIComponent(link.split("/").at(-1) ?? "");
    canaries.set("the guest's link", token);
    canaries.set("the signature of the guest's link", token.split(".").at(-1) ?? "");
    const guest = shop.guest(token);
    await guest.orders.guestOrder();
    await guestPaths(token, id);

    const desk = await shop.as(asSupport);
    const bearer = await tokenOf({ sub: "canary", email: "canary@members.example" });
    canaries.set("a bearer's token", bearer);
    const { secret } = await desk.subscriptions.subscribe({ payload: { url: "https://erp.example/canary" } });
    canaries.set("the secret of a subscription", secret);
    await desk.support.findOrders({ payload: { email: buyer } });
    await desk.orders.order({ params: { order } });
    const shown = await selling.orders.labelPdf({ params: { order } });
    expect(shown.length).toBeGreaterThan(0);

    const broken = (path: string, init: RequestInit = {}) =>
      fetch(`${shop.baseUrl}${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${bearer}`,
          cookie: `a=${token}`,
          "x-break": "now",
          ...init.headers,
        },
      });
    expect((await broken(`/orders?as=Buyer&after=${buyer}`)).status).toBe(500);
    const told = await broken("/webhooks/carrier", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ address }),
    });
    expect(told.status).toBe(500);
    for (const answer of [await broken("/orders"), await broken("/catalogue")]) {
      const text = await answer.text();
      for (const [what, canary] of canaries) expect(text, what).not.toContain(canary);
    }
    const bad = { kind: 5, text: words, address, email: buyer };
    await fetch(`${shop.baseUrl}/orders/${order}/dispute`, {
      method: "POST",
      headers: { authorization: `Guest ${token}`, "content-type": "application/json" },
      body: JSON.stringify(bad),
    });
    await guest.orders
      .dispute({ params: { order }, payload: { kind: "Damaged", text: words, photos: [] } })
      .catch(() => undefined);
    await desk.support.revokeLinks({ params: { order } });
    await guest.orders.guestOrder().catch(() => undefined);
    await fetch(`${shop.baseUrl}/guest/link`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: buyer, order }),
    });
    await desk.sandbox.advance({ payload: { _tag: "By", milliseconds: 3 * DAY + HOUR } });
    const payments = await shop.runtime.runPromise(MemoryPayments);
    expect(payments).toBeDefined();
    shop.app.log.error(failed());
    shop.app.log.error({ err: failed() });
    shop.app.log.warn({ err: failed() }, failed().message);

    const log = shop.lines.join("");
    const defects = shop.lines.filter((line) => line.includes('"defect"'));
    expect(defects.length).toBeGreaterThanOrEqual(3);
    for (const line of defects) {
      expect(JSON.parse(line).err).toMatchObject({
        type: "SqlError",
        message: "23505",
        stack: expect.stringContaining("canaries.test.ts"),
        cause: { type: "DatabaseError" },
      });
    }
    expect(log).toContain("/guest/[hidden]");
    expect(log.split("\n").length).toBeGreaterThan(40);
    for (const [what, canary] of canaries) {
      expect(canary.length, what).toBeGreaterThan(8);
      expect(
        shop.lines.filter((line) => line.includes(canary)),
        what,
      ).toEqual([]);
      expect(log.includes(encodeURIComponent(canary)), what).toBe(false);
    }
  });
});
