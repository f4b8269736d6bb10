import {
  approveListing,
  CheckoutId,
  checkoutMachine,
  comeToRest,
  commandListing,
  instant,
  ListingId,
  labelOf,
  listingMachine,
  OrderId,
  openCheckout,
  orderMachine,
  type PaymentToken,
  payCheckout,
  readAs,
  startListing,
  submitListing,
  type TrackingNumber,
} from "@resale/core";
import { Effect } from "effect";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Act, CrowdOrders } from "./crowd.ts";
import { clockAt, START } from "./engine.ts";
import { allFacts, faultsOfSubjects } from "./facts.ts";
import { buyerOf, detailsOf, sellerOf, signedIn, stock, unitOf } from "./goods.ts";
import { faultsOfCards } from "./money.ts";
import { startPeer } from "./Peers.ts";
import { openScene, type Scene } from "./Scene.ts";
import type { SharedClock } from "./SharedClock.ts";

const PROCESSES = 4;
/** Of each piece by its seller, in each process. */
const EDITS = 6;
/** Some pieces are under review, some for sale, the others were sold and never sent. */
const UNDER_REVIEW = [0, 1, 2];
const FOR_SALE = [3, 4, 5, 6, 7, 8];
const NEVER_SENT = [9, 10, 11, 12, 13, 14];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const system = { _tag: "System" } as const;
const visitor = { actor: { _tag: "Visitor" } } as const;

const submitted = Effect.fnUntraced(function* (n: number) {
  const seller = { actor: signedIn(sellerOf(n)) };
  const listing = ListingId.make((yield* startListing(seller, unitOf(n))).id);
  yield* commandListing(seller, listing, { _tag: "Edit", details: detailsOf(n) });
  yield* submitListing(seller, listing);
  return { n, listing };
});

const approved = Effect.fnUntraced(function* (n: number) {
  const { listing } = yield* submitted(n);
  const checked = ["Photos", "Wear", "Grade", "Authenticity"];
  const reviewer = { actor: { _tag: "Reviewer", id: "rita" } } as const;
  yield* approveListing(reviewer, listing, { revision: 2, checked });
  return { n, listing };
});

const sold = Effect.fnUntraced(function* (n: number) {
  const { listing } = yield* approved(n);
  const held = yield* openCheckout(visitor, { listings: [listing], ...buyerOf(n) });
  const payment = { tender: "Card", token: "tok_visa" as PaymentToken };
  yield* payCheckout(visitor, CheckoutId.make(held.id), payment);
  return listing;
});

const orderOf = (id: string) =>
  Effect.map(readAs(orderMachine, OrderId.make(id), system), ({ state }) => state);

const ordersOf = Effect.map(allFacts, (facts) => [
  ...new Set(facts.flatMap(({ subject: { kind, id } }) => (kind === "order" ? [id] : []))),
]);

/** A shop on the fifth day after some sales: what is under review, and the parcels that nobody has seen. */
const prepared = Effect.fnUntraced(function* (clock: SharedClock) {
  yield* stock([...UNDER_REVIEW, ...FOR_SALE, ...NEVER_SENT]);
  yield* Effect.forEach(NEVER_SENT, sold);
  yield* comeToRest();
  const now = instant(START + 7 * DAY);
  clock.set(now);
  yield* comeToRest();
  const market = [
    ...(yield* Effect.forEach(UNDER_REVIEW, submitted)),
    ...(yield* Effect.forEach(FOR_SALE, approved)),
  ];
  const overdue = yield* Effect.forEach(yield* ordersOf, (id) =>
    Effect.gen(function* () {
      const order = yield* orderOf(id);
      expect(order._tag).toBe("ShipmentOverdue");
      const tracking: TrackingNumber | undefined = labelOf(order)?.tracking;
      if (tracking === undefined) throw new Error("no label");
      return { order: OrderId.make(id), tracking, scans: [{ at: now, status: "Accepted" as const }] };
    }),
  );
  return { market, overdue };
});

/** What a process was at when it ended is taken up by others when its lease has ended. */
const settled = Effect.fnUntraced(function* (clock: SharedClock) {
  for (const hour of [1, 2, 3]) {
    clock.set(instant(START + 7 * DAY + hour * HOUR));
    yield* comeToRest();
  }
});

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const crowd = async (orders: Omit<CrowdOrders, "number">): Promise<ReadonlyArray<Act>> => {
  const peers = Array.from({ length: PROCESSES }, (_, number) =>
    startPeer("crowd.ts", { ...orders, number } as CrowdOrders),
  );
  await Promise.all(peers.map(({ begun }) => begun));
  for (const { child } of peers) child.stdin?.end("go\n");
  const ended = await Promise.all(peers.map((peer) => peer.ended));
  expect(
    ended.map(({ how }) => how),
    JSON.stringify(ended),
  ).toEqual(peers.map(() => 0));
  return ended.flatMap(({ said }): ReadonlyArray<Act> => JSON.parse(said.trim().split("\n").at(-1) ?? ""));
};

const doneOn = (acts: ReadonlyArray<Act>, what: Act["act"], on: string): number =>
  acts.filter(({ act, on: subject, came }) => act === what && subject === on && came === "Done").length;

test("R39 R55 sellers, reviewers, buyers, operators and carriers at once, in four processes: every state is what its facts say", async () => {
  const run = scene.runtime.runPromise;
  const clock = clockAt(scene.place.folder);
  const { market, overdue } = await run(prepared(clock));
  const acts = await crowd({ ...scene.place, edits: EDITS, market, overdue });
  await run(settled(clock));
  // Whoever lost was told what had come between; nobody was told to try it elsewhere.
  const refusals = new Set(acts.map(({ act, came }) => `${act}: ${came}`));
  const clear = ["RevisionChanged", "WrongState", "ListingsUnavailable", "Done"];
  expect(
    [...refusals].filter((one) => !clear.some((tag) => one.endsWith(tag)) && one !== "buys: Busy"),
  ).toEqual([]);
  for (const act of ["edits", "approves", "buys"]) expect(refusals).toContain(`${act}: Done`);

  // A scan and a cancellation: one of them has won, and of four operators one at most was told it was they.
  for (const { order } of overdue) {
    const { _tag } = await run(orderOf(order));
    expect(["Cancelled", "InTransit"]).toContain(_tag);
    expect(doneOn(acts, "cancels", order), _tag).toBe(_tag === "Cancelled" ? 1 : 0);
  }
  // Every piece has found one buyer, whoever changed it meanwhile, and one of all who tried was told it was they.
  const sales = await run(ordersOf);
  for (const { listing } of market) {
    expect(doneOn(acts, "buys", listing)).toBe(1);
    const { state } = await run(readAs(listingMachine, listing, system));
    expect(state._tag).toBe("Sold");
  }
  expect(sales).toHaveLength(overdue.length + market.length);

  const ledgers = await run(
    Effect.forEach(sales, (id) =>
      Effect.gen(function* () {
        const order = yield* orderOf(id);
        const checkout = (yield* readAs(checkoutMachine, order.checkout, system)).state;
        return { order, checkout };
      }),
    ),
  );
  expect(await run(faultsOfCards(ledgers))).toEqual([]);
  expect(await run(faultsOfSubjects)).toEqual([]);
});
