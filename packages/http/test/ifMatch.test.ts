import { CivilDate, ListingId } from "@resale/core";
import { signedIn, someDetails } from "@resale/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RequestRefused } from "../src/client/index.ts";
import { aSeller, buyAsGuest, listPiece } from "./sale.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

describe("a change of what was read", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const draft = async () => {
    const { seller, unit } = await aSeller(shop);
    const client = await shop.as(signedIn(seller));
    const { id } = await client.selling.startListing({ payload: { unit } });
    const bearer = `Bearer ${await tokenOf({ sub: seller.id, email: seller.email })}`;
    const read = async () => {
      const answer = await fetch(`${shop.baseUrl}/listings/${id}`, { headers: { authorization: bearer } });
      await answer.body?.cancel();
      return answer.headers.get("etag") ?? "";
    };
    const edit = (ifMatch: string | undefined, price: number) =>
      fetch(`${shop.baseUrl}/selling/listings/${id}/details`, {
        method: "PUT",
        headers: {
          authorization: bearer,
          "content-type": "application/json",
          ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
        },
        body: JSON.stringify(someDetails({ price })),
      });
    const price = async () => (await client.selling.myListings({ query: {} })).entries[0]?.details.price;
    return { id, client, read, edit, price };
  };

  it("is made with the tag of what stands, and refused with the tag of what stood: nothing is changed", async () => {
    const { read, edit, price } = await draft();
    const first = await read();
    expect(first).toMatch(/^"1\./);
    expect((await edit(first, 90_00)).status).toBe(200);
    const stale = await edit(first, 80_00);
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({
      type: "/problems/version-changed",
      rejection: { _tag: "VersionChanged", subject: "listing", seen: [1], current: 2 },
      fields: [{ field: "if-match" }],
      wayOut: expect.stringContaining("Read it again"),
    });
    expect(await price()).toBe(90_00);
    expect((await edit(await read(), 70_00)).status).toBe(200);
  });

  it("is made whatever stands without a tag, with `*`, and with one of several tags", async () => {
    const { edit, price } = await draft();
    expect((await edit(undefined, 90_00)).status).toBe(200);
    expect((await edit("*", 80_00)).status).toBe(200);
    expect((await edit('"7.x", W/"3.weakened-on-its-way"', 70_00)).status).toBe(200);
    expect(await price()).toBe(70_00);
    const nonsense = await edit("3", 60_00);
    expect(nonsense.status).toBe(400);
    expect(await nonsense.json()).toMatchObject({ fields: [{ field: "if-match" }] });
  });

  it("of many at once with the same tag one is made", async () => {
    const { read, edit } = await draft();
    const tag = await read();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => edit(tag, 50_00 + index)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 11 }, () => 412),
    ]);
  });

  it("R56 gives a repeat under its key the first answer, though its tag is stale by then", async () => {
    const { id, client } = await draft();
    const change = {
      params: { listing: ListingId.make(id) },
      payload: someDetails({ price: 90_00 }),
      key: crypto.randomUUID(),
      version: 1,
    };
    const first = await client.selling.editListing(change);
    expect(await client.selling.editListing(change)).toEqual(first);
    const anew = client.selling.editListing({ ...change, key: crypto.randomUUID() });
    await expect(anew).rejects.toMatchObject({ problem: { status: 412 } });
  });

  it("R54 tells nobody the version of what is not theirs", async () => {
    const { id } = await draft();
    const { seller } = await aSeller(shop);
    const stranger = await shop.as(signedIn(seller));
    const attempt = stranger.selling.withdrawListing({
      params: { listing: ListingId.make(id) },
      version: 99,
    });
    const error = await attempt.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RequestRefused);
    expect((error as RequestRefused).problem.status).toBe(404);
  });

  it("is asked of orders by the typed client as well", async () => {
    const { listing, selling } = await listPiece(shop);
    const { order } = await buyAsGuest(shop, [listing]);
    const params = { order };
    const { version } = await selling.orders.order({ params });
    const payload = { date: CivilDate.make("2026-11-25") };
    const stale = selling.orders.bookPickup({ params, payload, version: version - 1 });
    await expect(stale).rejects.toMatchObject({ problem: { status: 412 } });
    expect((await selling.orders.bookPickup({ params, payload, version })).seller?.pickup._tag).toBe(
      "Wanted",
    );
  });
});
