import { CivilDate, countEvents } from "@resale/core";
import { asReviewer, signedIn } from "@resale/testkit";
import { Effect } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buyAsGuest, listPiece } from "./sale.ts";
import { openShop, type Shop } from "./shop.ts";

const query = { from: CivilDate.make("2026-11-01"), to: CivilDate.make("2026-11-30") };

describe("the brand's figures over HTTP", () => {
  let shop: Shop;
  let seller: Parameters<typeof signedIn>[0];
  beforeAll(async () => {
    shop = await openShop();
    const listed = await listPiece(shop);
    seller = listed.seller;
    await listPiece(shop);
    await buyAsGuest(shop, [listed.listing]);
    await shop.runtime.runPromise(Effect.repeat(countEvents(), { while: (more) => more }));
  });
  afterAll(() => shop.close());

  it("count what was listed and sold, by day, grade and price", async () => {
    const figures = await (await shop.as(asReviewer)).figures.figures({ query });
    const [listed] = figures.filter(({ figure }) => figure === "Listed");
    const [sold] = figures.filter(({ figure }) => figure === "Sold");
    expect(listed).toMatchObject({
      day: "2026-11-23",
      band: 100_00,
      ownStock: false,
      count: 2,
      cents: 200_00,
    });
    expect(sold).toMatchObject({ day: "2026-11-23", count: 1, cents: 100_00 });
    expect(sold?.grade).toBe(listed?.grade);
  });

  it("come as a table that spreadsheets read", async () => {
    const bytes = await (await shop.as(asReviewer)).figures.figuresCsv({ query });
    const [head, ...lines] = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
    expect(head).toBe("day,figure,grade,band,ownStock,count,cents,took");
    expect(lines.find((line) => line.includes(",Sold,"))).toMatch(
      /^2026-11-23,Sold,\w+,10000,false,1,10000,\d+$/,
    );
  });

  it("are the brand's own, and say which day is wrong", async () => {
    const member = await shop.as(signedIn(seller));
    await expect(member.figures.figures({ query })).rejects.toMatchObject({ problem: { status: 403 } });
    const turned = { from: query.to, to: query.from };
    const reviewer = await shop.as(asReviewer);
    await expect(reviewer.figures.figures({ query: turned })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "to" }] },
    });
  });
});
