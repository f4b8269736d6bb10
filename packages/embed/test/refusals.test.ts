import { ResaleClosed, ResaleRejected } from "@resale/embed";
import { PostgresStore } from "@resale/postgres";
import { freshId, unitOf } from "@resale/testkit";
import { Redacted } from "effect";
import { describe, expect, it } from "vitest";
import { ada, aShop, asAda, asRita, bag, buyBag, listBag, shipTo } from "./aShop.ts";

const toTheEnd = async (events: AsyncIterable<unknown>): Promise<void> => {
  for await (const _ of events);
};

/** Nobody listens there. */
const NOBODY = "postgres://nobody@127.0.0.1:1/nothing";

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("what is refused", () => {
  it("R54 is one class whose rejection narrows by its tag, in core's own words", async () => {
    await using resale = aShop().resale;
    const error = await caught(resale.selling.start(unitOf(bag)));
    if (!ResaleRejected.is(error, "NotAllowed")) throw error;
    const allowed: ReadonlyArray<string> = error.rejection.allowed;
    expect(allowed).toEqual(["Member"]);
    expect(error.message).toBe("Sell is not for Visitor, but for Member.");
    expect(ResaleRejected.is(error, "NotFound")).toBe(false);
    expect(ResaleRejected.is(new Error("other"))).toBe(false);
  });

  it("names every field at fault, and never what stood there", async () => {
    await using resale = aShop().resale;
    const cart = { listings: ["x"], email: "secret", name: "", shipTo: { ...shipTo, zip: "1" } };
    const error = await caught(resale.buying.open(cart));
    if (!ResaleRejected.is(error, "Invalid")) throw error;
    const fields = error.rejection.faults.map(({ field }) => field);
    expect(fields).toEqual(["listings[0]", "email", "name", "shipTo.zip"]);
    expect(error.message).not.toContain("secret");
  });

  it("names an input that is told by its place, and each element of a list", async () => {
    await using resale = aShop().resale;
    const said = async (promise: Promise<unknown>) => {
      const error = await caught(promise);
      return ResaleRejected.is(error, "Invalid") ? error.rejection.faults : error;
    };
    expect(await said(resale.orders.view("nope"))).toEqual([{ field: "order", problem: "is to be a UUID" }]);
    expect(await said(resale.buying.quote(["nope"], shipTo))).toEqual([
      { field: "listings[0]", problem: "is to be a UUID" },
    ]);
    expect(await said(resale.listings.deny(freshId(), undefined as never))).toMatchObject([
      { field: "command" },
    ]);
    expect(() => resale.as({ _tag: "Admin" } as never)).toThrow(
      /^actor: is to be somebody whose _tag is one of Visitor, Member, Guest, Reviewer/,
    );
  });

  it("R15 what is not yours is not found", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    const { id } = await resale.as(asAda).selling.start(unitOf(bag));
    for (const other of [id, freshId()]) {
      const error = await caught(resale.listings.view(other));
      expect(ResaleRejected.is(error, "NotFound")).toBe(true);
    }
  });

  it("R56 a repeat under one key gets the first answer, other content is refused", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    const order = await buyBag(shop, await listBag(shop));
    const support = resale.as({ _tag: "Support", id: "sam" });
    const because = { reason: { code: "SellerCannotShip", text: "" } };
    const options = { idempotencyKey: "once" };
    const first = await support.orders.cancel(order, because, options);
    expect(await support.orders.cancel(order, because, options)).toEqual(first);
    const other = { reason: { code: "SellerCannotShip", text: "again" } };
    const error = await caught(support.orders.cancel(order, other, options));
    expect(ResaleRejected.is(error, "KeyReused")).toBe(true);
    const without = await caught(support.orders.cancel(order, because));
    expect(ResaleRejected.is(without, "WrongState")).toBe(true);
  });

  it("a call that is given up is rejected with the signal's reason", async () => {
    await using resale = aShop().resale;
    const reason = new Error("closed the page");
    const signal = AbortSignal.abort(reason);
    await expect(resale.as(asRita).review.queue({ limit: 10 }, { signal })).rejects.toBe(reason);
  });

  it("tells whoever runs the shop what was wrong with its own part, and the one who asked nothing of it", async () => {
    const members = {
      get: () => {
        throw new Error("db down: password wrong");
      },
      byEmail: async () => ({ ...ada, membership: "Gold" }) as never,
    };
    const shop = aShop({ members });
    await using resale = shop.resale;
    const error = await caught(resale.as(asAda).selling.start(unitOf(bag)));
    expect(error).toMatchObject({
      message: "members can't be reached just now. Try again in 2 seconds.",
      rejection: { _tag: "Unreachable" },
      cause: { _tag: "ProviderUnavailable", provider: "members", reason: "db down: password wrong" },
    });
  });

  it("no call is answered once the engine is closed: those before, those under way, those after", async () => {
    const { resale } = aShop();
    await resale.ready();
    const under = caught(toTheEnd(resale.events()));
    await Promise.all([resale.close(), resale.close()]);
    expect(await under).toBeUndefined();
    const after = [
      resale.orders.view(freshId()),
      resale.ready(),
      resale.workers.start(),
      resale.workers.runDue(),
      resale.sandbox.comeToRest(),
      toTheEnd(resale.events()),
    ];
    for (const call of after) {
      const error = await caught(call);
      expect(error).toBeInstanceOf(ResaleClosed);
      expect(String(error)).toBe("ResaleClosed: This engine was closed.");
    }
    await resale.close();
  });

  it("a store that can't be opened says why in one sentence", async () => {
    await using resale = aShop({ store: PostgresStore.layer({ url: Redacted.make(NOBODY) }) }).resale;
    await expect(resale.ready()).rejects.toThrow(/Failed to connect: .*ECONNREFUSED/);
  });

  it("a part that cannot be built says so to whoever calls first", async () => {
    const mailer = { send: "not a function" } as never;
    await using resale = aShop({ mailer }).resale;
    await expect(resale.ready()).rejects.toThrow("mailer.send must be a function");
  });
});
