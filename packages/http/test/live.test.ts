import { DAY, OrderId } from "@resale/core";
import { makeClient, makeLightClient, RequestRefused } from "@resale/http/client";
import { asReviewer, asSupport, signedIn, someDetails } from "@resale/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSeller, buyAsGuest, checked, listPiece } from "./sale.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

/** One event after the other, as they come. */
const reader = <A>(told: AsyncIterable<A>) => {
  const events = told[Symbol.asyncIterator]();
  return {
    next: async (): Promise<A> => {
      const { value, done } = await events.next();
      if (done === true) throw new Error("there is nothing more");
      return value;
    },
    close: () => events.return?.(),
  };
};

/** The lines of a stream until `enough`, and the answer's head. */
const linesOf = async (
  url: string,
  headers: Record<string, string>,
  enough: (lines: ReadonlyArray<string>) => boolean,
) => {
  const abort = new AbortController();
  const answer = await fetch(url, { headers, signal: abort.signal });
  const lines: Array<string> = [];
  const decoder = new TextDecoder();
  for await (const bytes of answer.body ?? []) {
    lines.push(...decoder.decode(bytes, { stream: true }).split("\n"));
    if (enough(lines)) break;
  }
  abort.abort();
  return { answer, lines };
};

const idIn = (lines: ReadonlyArray<string>): string =>
  lines.find((line) => line.startsWith("id: "))?.slice(4) ?? "";
const hasData = (lines: ReadonlyArray<string>): boolean => lines.some((line) => line.startsWith("data: "));

describe.each([
  ["the client that checks answers", makeClient],
  ["the light client", makeLightClient],
])("who looks on, by %s", (_, client) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(undefined, {}, client);
  });
  afterAll(() => shop.close());

  it("sees an order as it is, and again after each change, until it is at rest", async () => {
    const { listing, selling } = await listPiece(shop);
    const { order, tokens } = await buyAsGuest(shop, [listing]);
    const buyer = shop.guest(tokens[0] ?? "");
    const [bought, sold] = [
      reader(buyer.live.guestOrder()),
      reader(selling.live.order({ params: { order } })),
    ];
    expect((await bought.next()).order.state).toBe("AwaitingShipment");
    const seen = await sold.next();
    expect(JSON.stringify(seen)).not.toContain("77 Secret Lane");
    const { tracking } = seen.order;
    await shop.scan({ tracking, status: "Accepted" });
    expect((await bought.next()).order.state).toBe("InTransit");
    await shop.scan({ tracking, status: "Delivered" });
    expect((await sold.next()).order.state).toMatch(/InTransit|Delivered/);
    const desk = await shop.as(asSupport);
    await desk.sandbox.advance({ payload: { _tag: "By", milliseconds: 4 * DAY } });
    let last = await bought.next();
    while (last.order.state !== "ConfirmedAutomatically") last = await bought.next();
    expect(last.version).toBeGreaterThan(seen.version);
    await Promise.all([bought.close(), sold.close()]);
  });

  it("is told what has changed since the event they saw last, and nothing twice", async () => {
    const { listing, selling } = await listPiece(shop);
    const url = `${shop.baseUrl}/listings/${listing}/live`;
    const first = await linesOf(url, {}, hasData);
    expect(first.answer.headers.get("content-type")).toContain("text/event-stream");
    expect(first.lines).toContain("event: changed");
    const seen = idIn(first.lines);
    const read = await fetch(`${shop.baseUrl}/listings/${listing}`);
    expect(read.headers.get("etag")).toBe(`"${seen}"`);

    const again = linesOf(url, { "last-event-id": seen }, hasData);
    await selling.selling.withdrawListing({ params: { listing } });
    const { lines } = await again;
    const data = JSON.parse(lines.find((line) => line.startsWith("data: "))?.slice(6) ?? "null");
    expect(idIn(lines)).not.toBe(seen);
    expect(data.listing?.state ?? data.status).not.toBe("Live");
  });

  it("R15 is told that a listing is gone once others may not see it, and nothing more", async () => {
    const { listing, selling } = await listPiece(shop);
    const shopper = reader(shop.visitor.live.listing({ params: { listing } }));
    expect((await shopper.next()).listing.state).toBe("Live");
    await selling.selling.editListing({
      params: { listing },
      payload: someDetails({ price: 90_00 }),
    });
    await expect(shopper.next()).rejects.toBeInstanceOf(RequestRefused);
  });

  it("R54 is refused as elsewhere: what is somebody else's is not found", async () => {
    const { listing } = await listPiece(shop);
    const { order } = await buyAsGuest(shop, [listing]);
    const stranger = `Bearer ${await tokenOf({ sub: "stranger", email: "stranger@members.example" })}`;
    const statusOf = async (path: string, authorization?: string) => {
      const answer = await fetch(`${shop.baseUrl}${path}`, {
        headers: authorization === undefined ? {} : { authorization },
      });
      await answer.body?.cancel();
      return answer.status;
    };
    expect(await statusOf(`/orders/${order}/live`, stranger)).toBe(404);
    expect(await statusOf(`/orders/${OrderId.make(crypto.randomUUID())}/live`, stranger)).toBe(404);
    expect(await statusOf(`/orders/${order}/live`)).toBe(401);
    expect(await statusOf("/guest/order/live", stranger)).toBe(403);
    expect(await statusOf("/review/live", stranger)).toBe(403);
  });

  it("R13 sees the queue grow and shrink, whoever decides", async () => {
    const reviewing = await shop.as(asReviewer);
    const queue = reader(reviewing.live.reviewQueue());
    const waiting = (await queue.next()).length;
    const { seller, unit } = await aSeller(shop);
    const { selling } = await shop.as(signedIn(seller));
    const { id } = await selling.startListing({ payload: { unit } });
    const params = { listing: id };
    await selling.editListing({ params, payload: someDetails({ price: 100_00 }) });
    await selling.submitListing({ params });
    expect((await queue.next()).map((listing) => listing.id)).toContain(id);
    const other = await shop.as(asReviewer);
    await other.review.approve({ params, payload: { revision: 2, checked } });
    expect(await queue.next()).toHaveLength(waiting);
    await queue.close();
  });

  it("is one of so many, and is told to come back when there are too many", async () => {
    const narrow = await openShop(undefined, { lookingOn: { most: 2, ofOne: 1 } });
    const { listing } = await listPiece(narrow);
    const url = `${narrow.baseUrl}/listings/${listing}/live`;
    const abort = new AbortController();
    await fetch(url, { signal: abort.signal });
    const second = await fetch(url);
    expect(second.status).toBe(429);
    expect(second.headers.get("retry-after")).toBe("10");
    abort.abort();
    for (;;) {
      const next = await fetch(url);
      await next.body?.cancel();
      if (next.status === 200) break;
    }
    await narrow.close();
  });

  it("holds up no server that is to stop", async () => {
    const other = await openShop();
    const { listing } = await listPiece(other);
    const answer = await fetch(`${other.baseUrl}/listings/${listing}/live`);
    const ended = answer.text();
    await other.close();
    expect(await ended).toContain("event: changed");
  });
});
