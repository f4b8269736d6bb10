// One of several processes in which everybody acts upon the same pieces at once.
import { once } from "node:events";
import { flushCompileCache } from "node:module";
import {
  approveListing,
  CheckoutId,
  cents,
  commandListing,
  commandOrder,
  type Listing,
  ListingId,
  listingMachine,
  type OrderId,
  openCheckout,
  type PaymentToken,
  payCheckout,
  readAs,
  receiveScans,
  runTasks,
  runTimers,
  type Scan,
  type TrackingNumber,
} from "@resale/core";
import { Effect, Fiber, Layer, Result } from "effect";
import { engineAt, type Manner, type Place } from "./engine.ts";
import { buyerOf, detailsOf, sellerOf, signedIn } from "./goods.ts";

/** What one process is told. */
export interface CrowdOrders extends Place, Manner {
  readonly number: number;
  /** How often each piece is changed by its seller. */
  readonly edits: number;
  /** Pieces under review, by number. */
  readonly market: ReadonlyArray<{ readonly n: number; readonly listing: string }>;
  /** Orders that are overdue, each with its parcel's number and what the carrier has to tell. */
  readonly overdue: ReadonlyArray<{
    readonly order: OrderId;
    readonly tracking: TrackingNumber;
    readonly scans: ReadonlyArray<Scan>;
  }>;
}

/** What somebody did to a subject, and what came of it: `Done`, or the tag of the refusal. */
export interface Act {
  readonly act: "edits" | "approves" | "buys" | "cancels" | "scans";
  readonly on: string;
  readonly came: string;
}

const MOST_ROUNDS = 500;

const told: CrowdOrders = JSON.parse(process.argv[2] ?? "");
const visitor = { actor: { _tag: "Visitor" } } as const;
const support = { actor: { _tag: "Support", id: `sam-${told.number}` } } as const;
const reviewer = { actor: { _tag: "Reviewer", id: `rita-${told.number}` } } as const;
const checked = ["Photos", "Wear", "Grade", "Authenticity"];
const acts: Array<Act> = [];

const noted = <A, E extends { readonly _tag: string }, R>(
  act: Act["act"],
  on: string,
  effect: Effect.Effect<A, E, R>,
) =>
  Effect.map(Effect.result(effect), (result) => {
    acts.push({ act, on, came: Result.isSuccess(result) ? "Done" : result.failure._tag });
  });

const stateOf = (listing: ListingId) =>
  Effect.map(readAs(listingMachine, listing, { _tag: "System" }), ({ state }): Listing => state);

/** What is for sale goes back to review by it (R16). */
const edit = Effect.fnUntraced(function* (n: number, listing: ListingId, round: number) {
  const seller = { actor: signedIn(sellerOf(n)) };
  const price = cents(70_00 + 100 * told.number + round);
  yield* commandListing(seller, listing, { _tag: "Edit", details: { ...detailsOf(n), price } });
});

const approve = Effect.fnUntraced(function* (listing: ListingId) {
  const state = yield* stateOf(listing);
  const revision = "revision" in state ? state.revision : 0;
  yield* approveListing(reviewer, listing, { revision, checked });
});

const buy = Effect.fnUntraced(function* (listing: ListingId, round: number) {
  const held = yield* openCheckout(visitor, {
    listings: [listing],
    ...buyerOf(told.number * 1_000 + round),
  });
  const payment = { tender: "Card", token: "tok_visa" as PaymentToken };
  yield* payCheckout(visitor, CheckoutId.make(held.id), payment);
});

/** Again and again, until the piece is sold. */
const untilSold = <R>(listing: ListingId, once: (round: number) => Effect.Effect<void, never, R>) =>
  Effect.gen(function* () {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      yield* once(round);
      if ((yield* stateOf(listing))._tag === "Sold") return;
    }
  });

const market = Effect.forEach(
  told.market,
  ({ n, listing }) => {
    const id = ListingId.make(listing);
    const edits = Array.from({ length: told.edits }, (_, round) =>
      noted("edits", listing, edit(n, id, round)),
    );
    return Effect.all(
      [
        Effect.all(edits),
        untilSold(id, () => noted("approves", listing, approve(id))),
        untilSold(id, (round) => noted("buys", listing, buy(id, round))),
      ],
      { concurrency: "unbounded" },
    );
  },
  { concurrency: "unbounded" },
);

/** Half of the processes are the operator first, half the carrier; they meet in the middle. */
const operatorFirst = told.number % 2 === 0;
const parcels = Effect.forEach(
  operatorFirst ? told.overdue : told.overdue.toReversed(),
  ({ order, tracking, scans }) => {
    const reason = { code: "NotShipped", text: "Nothing was sent." };
    const cancelling = noted("cancels", order, commandOrder(support, order, { _tag: "Cancel", reason }));
    const scanning = noted("scans", order, receiveScans("USPS (simulated)", tracking, scans));
    return Effect.all(operatorFirst ? [cancelling, scanning] : [scanning, cancelling]);
  },
);

const working = Effect.forever(
  Effect.andThen(
    Effect.ignore(runTimers(20)),
    Effect.andThen(Effect.ignore(runTasks(20)), Effect.sleep("5 millis")),
  ),
);

await Effect.runPromise(
  Effect.scoped(
    Effect.gen(function* () {
      const services = yield* Layer.build(engineAt(told, told));
      process.stdout.write("begun\n");
      flushCompileCache();
      yield* Effect.promise(() => once(process.stdin, "data"));
      const worker = yield* Effect.forkChild(Effect.provide(working, services));
      yield* Effect.provide(Effect.all([market, parcels], { concurrency: "unbounded" }), services);
      yield* Fiber.interrupt(worker);
      process.stdout.write(`${JSON.stringify(acts)}\n`);
    }),
  ),
);
process.exit(0);
