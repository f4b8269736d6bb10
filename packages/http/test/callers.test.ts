import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CallerKind, callers } from "../src/contract/index.ts";
import { call, operations } from "./requests.ts";
import { buyAsGuest, listPiece } from "./sale.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

const kindsOf = (id: string): ReadonlyArray<CallerKind> => {
  const [group = "", name = ""] = id.split(".");
  const groups: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<CallerKind>>>>> = callers;
  return groups[group]?.[name] ?? [];
};

describe("for whom an operation is said to be", () => {
  let shop: Shop;
  let who: ReadonlyArray<readonly [CallerKind, string | undefined]>;
  let guest = "";
  beforeAll(async () => {
    shop = await openShop();
    const { tokens } = await buyAsGuest(shop, [(await listPiece(shop)).listing]);
    guest = tokens[0] ?? "";
    who = [
      ["Visitor", undefined],
      ["Member", `Bearer ${await tokenOf({ sub: "mallory", email: "mallory@example.com" })}`],
      ["Guest", `Guest ${guest}`],
      ["Reviewer", `Bearer ${await tokenOf({ sub: "rita", roles: ["reviewer"] })}`],
      ["Support", `Bearer ${await tokenOf({ sub: "sam", roles: "support" })}`],
    ];
  });
  afterAll(() => shop.close());

  it("R54 is for whom it is: nobody else comes in, and none of them is turned away by what they are", async () => {
    const { listing } = await listPiece(shop);
    const { order, checkout } = await buyAsGuest(shop, [(await listPiece(shop)).listing]);
    const about = { listing, order, checkout };
    const wrong: Array<string> = [];
    // What ends a listing or an order comes last.
    const ends = ["selling.withdrawListing", "orders.cancel"];
    const all = operations().filter(({ id }) => !kindsOf(id).includes("Provider"));
    const inOrder = [...all].sort((one, other) => ends.indexOf(one.id) - ends.indexOf(other.id));
    for (const operation of inOrder) {
      for (const [kind, authorization] of who) {
        const answer = await call(shop.baseUrl, operation, { about, authorization });
        if (operation.id.startsWith("live.")) await answer.body?.cancel();
        const { status } = answer;
        const isSaid = kindsOf(operation.id).includes(kind);
        const isTurnedAway = status === 401 || status === 403;
        // What belongs to somebody else is not found, for those it is for as for all others.
        if (isSaid ? isTurnedAway : !isTurnedAway && status !== 404)
          wrong.push(`${operation.id} ${kind} ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
