import {
  approveListing,
  comeToRest,
  commandListing,
  ListingId,
  startListing,
  submitListing,
} from "@resale/core";
import { CardSimulator } from "@resale/payments";
import { Effect } from "effect";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BuyersOrders } from "./buyers.ts";
import { allFacts } from "./facts.ts";
import { detailsOf, sellerOf, signedIn, stock, unitOf } from "./goods.ts";
import { startPeer } from "./Peers.ts";
import { openScene, type Scene } from "./Scene.ts";

const PROCESSES = 4;
const BUYERS = 25;

const onSale = Effect.gen(function* () {
  yield* stock([0]);
  const seller = { actor: signedIn(sellerOf(0)) };
  const listing = ListingId.make((yield* startListing(seller, unitOf(0))).id);
  yield* commandListing(seller, listing, { _tag: "Edit", details: detailsOf(0) });
  yield* submitListing(seller, listing);
  const reviewer = { actor: { _tag: "Reviewer", id: "rita" } } as const;
  const checked = ["Photos", "Wear", "Grade", "Authenticity"];
  yield* approveListing(reviewer, listing, { revision: 2, checked });
  return listing;
});

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const start = (at: number, listing: ListingId) => {
  const buyers = Array.from({ length: BUYERS }, (_, n) => at * BUYERS + n);
  const store = { readConnections: 1, writeConnections: 2 };
  const orders: BuyersOrders = { ...scene.place, store, listing, buyers };
  return startPeer("buyers.ts", orders);
};

test("R21 R27 of a hundred buyers of one bag in four processes one has it, 99 are refused by name, one pays", async () => {
  const listing = await scene.runtime.runPromise(onSale);
  const peers = Array.from({ length: PROCESSES }, (_, at) => start(at, listing));
  await Promise.all(peers.map(({ begun }) => begun));
  for (const { child } of peers) child.stdin?.end("go\n");
  const ended = await Promise.all(peers.map((peer) => peer.ended));
  const ways = ended.map(({ how }) => how);
  expect(ways, JSON.stringify(ended)).toEqual(peers.map(() => 0));
  const outcomes = ended.flatMap(({ said }): ReadonlyArray<string> => JSON.parse(said.split("\n")[1] ?? ""));
  const counts = Map.groupBy(outcomes, (outcome) => outcome);
  expect(Object.fromEntries([...counts].map(([outcome, { length }]) => [outcome, length]))).toEqual({
    Bought: 1,
    ListingsUnavailable: PROCESSES * BUYERS - 1,
  });
  await scene.runtime.runPromise(comeToRest());
  const ledger = await scene.runtime.runPromise(Effect.flatMap(CardSimulator, (cards) => cards.ledger));
  expect(ledger.map(({ kind }) => kind)).toEqual(["Authorised", "Captured"]);
  const facts = await scene.runtime.runPromise(allFacts);
  const subjects = new Set(facts.map(({ subject: { kind, id } }) => `${kind} ${id}`));
  expect([...subjects].map((name) => name.split(" ")[0]).sort()).toEqual(["checkout", "listing", "order"]);
});
