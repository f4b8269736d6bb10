import * as core from "@resale/core";
import { actorTable, createResale, type Group, hostTable } from "@resale/embed";
import { SchemaAST } from "effect";
import { expect, it } from "vitest";
import { aShop } from "./aShop.ts";

/** The orders and listings that people give commands to, by the names of their methods. */
const given = (table: Readonly<Record<string, { readonly by: ReadonlyArray<string> }>>) => {
  const people = ["Seller", "Buyer", "Reviewer", "Support"];
  return Object.entries(table)
    .filter(([, { by }]) => people.some((person) => by.includes(person)))
    .map(([tag]) => tag.slice(0, 1).toLowerCase() + tag.slice(1));
};

it("R54 whatever people may ask of an order or a listing is a method, and nothing else is", async () => {
  await using resale = aShop().resale;
  expect(createResale).toBeTypeOf("function");
  const orders = Object.keys(resale.orders);
  expect(orders).toEqual(expect.arrayContaining(given(core.orderTable)));
  // A listing is started from a purchase that is looked up, and by nothing that is said of one (R3).
  expect(Object.keys(resale.listings)).not.toContain("start");
  const listings = [...Object.keys(resale.listings), ...Object.keys(resale.selling)];
  expect(listings).toEqual(expect.arrayContaining(given(core.listingTable)));
  for (const providers of ["recordPaid", "recordScans", "recordPayout", "place", "recordMail"]) {
    expect(orders).not.toContain(providers);
  }
});

it("R54 a command that another gives is refused by its name, whoever the method belongs to", async () => {
  const shop = aShop();
  await using resale = shop.resale;
  const wrong = resale
    .as({ _tag: "Reviewer", id: "rita" })
    .listings.withdraw(core.ListingId.make(crypto.randomUUID()));
  await expect(wrong).rejects.toMatchObject({ name: "ResaleRejected" });
});

it("every input has a name, by which a refusal speaks of it", () => {
  const groups: Readonly<Record<string, Group>> = { ...actorTable, ...hostTable };
  const nameless = Object.entries(groups).flatMap(([group, rows]) =>
    Object.entries(rows).flatMap(([method, { takes }]) =>
      takes.flatMap(({ ast }, at) =>
        SchemaAST.resolveTitle(ast) === undefined ? [`${group}.${method}: ${at}`] : [],
      ),
    ),
  );
  expect(nameless).toEqual([]);
});
