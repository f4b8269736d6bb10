import { listingMachine, orderMachine, type Role, type Row } from "@resale/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LivingShop, livingShop } from "./fuzz/livingShop.ts";
import { addressOf, bodies, operations } from "./requests.ts";

/** For each route that gives a subject a command, which one it gives: what the core's table says of it, is to hold. */
const commands: Readonly<Record<string, readonly ["order" | "listing", string]>> = {
  "selling.editListing": ["listing", "Edit"],
  "selling.submitListing": ["listing", "Submit"],
  "selling.withdrawListing": ["listing", "Withdraw"],
  "selling.acceptPrice": ["listing", "AcceptPrice"],
  "review.approve": ["listing", "Approve"],
  "review.deny": ["listing", "Deny"],
  "review.requestChanges": ["listing", "RequestChanges"],
  "orders.bookPickup": ["order", "BookPickup"],
  "orders.cancelPickup": ["order", "CancelPickup"],
  "orders.cancel": ["order", "Cancel"],
  "orders.confirm": ["order", "Confirm"],
  "orders.dispute": ["order", "OpenDispute"],
  "orders.rate": ["order", "Rate"],
  "support.wait": ["order", "Wait"],
  "support.verifyDelivery": ["order", "VerifyDelivery"],
  "support.decideDispute": ["order", "DecideDispute"],
  "support.moderateRating": ["order", "ModerateRating"],
  "support.repeatSide": ["order", "Repeat"],
  "support.releasePayout": ["order", "ReleasePayout"],
  "support.dropPayout": ["order", "DropPayout"],
  "support.returnReceived": ["order", "RecordReturnReceived"],
  "support.closeIntercept": ["order", "CloseIntercept"],
  "support.sendLink": ["order", "SendLink"],
  "support.revokeLinks": ["order", "RevokeLinks"],
};

const rows = { order: orderMachine.table, listing: listingMachine.table } as const;
const rowOf = (kind: "order" | "listing", command: string): Row => {
  const row = new Map<string, Row>(Object.entries(rows[kind])).get(command);
  if (row === undefined) throw new Error(`no command is called ${command}`);
  return row;
};

/** What each of the shop's people is to the order that was bought by a guest, and to the piece that waits for review. */
const roles: Readonly<Record<string, { readonly order?: Role; readonly listing?: Role }>> = {
  visitor: {},
  otherMember: {},
  owner: {},
  wrongRole: {},
  submitter: { listing: "Seller" },
  guest: { order: "Buyer" },
  guestOfDelivered: {},
  reviewer: { order: "Reviewer", listing: "Reviewer" },
  support: { order: "Support", listing: "Support" },
};
const impostors = ["guestTooLate", "forger", "mumbler"];

const nobody = "00000000-0000-4000-8000-000000000000";

describe("every route, and everybody", () => {
  let living: LivingShop;
  let about: { readonly order: string; readonly listing: string };
  beforeAll(async () => {
    living = await livingShop();
    about = {
      order: living.words["order"]?.[0] ?? "",
      listing: living.words["listing"]?.at(-1) ?? "",
    };
  });
  afterAll(() => living.close());

  const ask = async (
    id: string,
    actor: string,
    given: { readonly order?: string; readonly listing?: string },
  ) => {
    const operation = operations().find((one) => one.id === id);
    if (operation === undefined) throw new Error(`no operation ${id}`);
    const authorization = living.actors[actor];
    const answer = await living.app.inject({
      method: operation.method as "GET",
      url: addressOf(operation, given),
      headers: {
        ...(operation.hasBody ? { "content-type": "application/json" } : {}),
        ...(authorization === undefined ? {} : { authorization }),
      },
      ...(operation.hasBody ? { payload: JSON.stringify(bodies[id] ?? {}) } : {}),
    });
    const text = answer.body.replaceAll(/urn:request:[\w-]+/g, "").replaceAll(/[0-9a-f-]{36}/g, "");
    return { status: answer.statusCode, text };
  };

  it("R54 each command that people may give has a route, and each such route is in the table", () => {
    const people: ReadonlyArray<Role> = ["Seller", "Buyer", "Reviewer", "Support"];
    const open = (["order", "listing"] as const).flatMap((kind) =>
      Object.entries<Row>(rows[kind])
        .filter(([, { by, moves }]) => by.some((role) => people.includes(role)) && !("Nothing" in moves))
        .map(([command]) => `${kind} ${command}`),
    );
    expect(
      Object.values(commands)
        .map((one) => one.join(" "))
        .sort(),
    ).toEqual(open.sort());
  });

  it.each(Object.entries(commands))(
    "R54 %s is answered as the table says of %o",
    async (id, [kind, command]) => {
      const { by } = rowOf(kind, command);
      for (const [actor, role] of Object.entries(roles).filter(
        ([name]) => !by.includes(roles[name]?.[kind] ?? "Anyone"),
      )) {
        const { status, text } = await ask(id, actor, about);
        const nothing = await ask(id, actor, { order: nobody, listing: nobody });
        if (role[kind] !== undefined) expect(status, actor).toBe(403);
        else if (actor === "visitor") expect(status, actor).toBe(401);
        else expect(status, actor).toBe(404);
        // What is not theirs reads, to the letter, like what does not exist.
        if (role[kind] === undefined) expect({ status, text }, actor).toEqual(nothing);
      }
      for (const actor of impostors) expect((await ask(id, actor, about)).status, actor).toBe(401);
      for (const [actor, role] of Object.entries(roles)) {
        const mine = role[kind];
        if (mine === undefined || !by.includes(mine)) continue;
        const { status } = await ask(id, actor, about);
        expect([401, 403, 404], `${actor} of ${id}`).not.toContain(status);
        if (status >= 300) continue;
        // Whoever's command was taken has changed things: the others are asked about a fresh shop.
        await living.close();
        living = await livingShop();
        about = { order: living.words["order"]?.[0] ?? "", listing: living.words["listing"]?.at(-1) ?? "" };
      }
    },
    60_000,
  );

  it.each([
    "orders.order",
    "orders.explainOrder",
    "orders.labelPdf",
    "orders.labelQr",
    "catalogue.listing",
    "selling.explainListing",
  ])(
    "R15 R54 %s shows what is somebody's to those alone, and to all others that there is nothing",
    async (id) => {
      const kind = id.startsWith("orders") ? "order" : "listing";
      for (const [actor, role] of Object.entries(roles)) {
        const theirs = await ask(id, actor, about);
        const nothing = await ask(id, actor, { order: nobody, listing: nobody });
        if (role[kind] === undefined) expect(theirs, actor).toEqual(nothing);
        else expect([200, 409], actor).toContain(theirs.status);
      }
      for (const actor of impostors) expect((await ask(id, actor, about)).status, actor).toBe(401);
    },
  );

  it("R54 lets in nobody who comes with a proof that does not hold, anywhere but where nobody is asked", async () => {
    const anonymous = /^(health|webhooks|sandbox)\.|^photos\.(photo|putUpload)$/;
    for (const { id } of operations().filter((one) => !anonymous.test(one.id))) {
      for (const actor of impostors) expect((await ask(id, actor, about)).status, `${actor} ${id}`).toBe(401);
    }
  });
});
