import {
  type Actor,
  advanceClock,
  approveListing,
  CheckoutId,
  comeToRest,
  commandListing,
  DAY,
  Email,
  format,
  instant,
  ListingId,
  OrderId,
  openCheckout,
  PaymentToken,
  payCheckout,
  plus,
  preLoved,
  receiveScans,
  startListing,
  submitListing,
  TrackingNumber,
  verifyJournal,
  viewOrder,
} from "@resale/core";
import {
  aMember,
  anAddress,
  aPurchase,
  MemoryMembers,
  MemoryPurchases,
  makeWorld,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";

/**
 * A whole sale on the engine in memory: every port has an adapter that forgets, and the clock is ours. Put your own
 * members, payments and mail in their places, and the same calls run a marketplace.
 */
export const sell = async (say: (line: string) => void): Promise<void> => {
  const { runtime, clock } = makeWorld(preLoved);
  const ada = aMember({ displayName: "Ada M." });
  const bag = aPurchase();
  const seller: Actor = { _tag: "Member", id: ada.id, email: ada.email };
  const reviewer: Actor = { _tag: "Reviewer", id: "rita" };
  const support: Actor = { _tag: "Support", id: "sam" };
  const guest: Actor = { _tag: "Visitor" };

  await runtime.runPromise(
    Effect.gen(function* () {
      // Your shop's members and what they bought.
      (yield* MemoryMembers).upsert(ada);
      (yield* MemoryPurchases).upsert(ada.id, bag);

      // A member sells, a reviewer approves.
      const draft = yield* startListing({ actor: seller }, unitOf(bag));
      const listing = ListingId.make(draft.id);
      yield* commandListing({ actor: seller }, listing, { _tag: "Edit", details: someDetails() });
      yield* submitListing({ actor: seller }, listing);
      const checked = preLoved.review.checklist.map(({ key }) => key);
      const live = yield* approveListing({ actor: reviewer }, listing, { revision: 2, checked });
      say(`${live.title} is live at ${format(live.price ?? bag.paid, preLoved.currency)}.`);

      // Anyone buys.
      const email = Email.make("grace@example.com");
      const cart = { listings: [listing], email, name: "Grace", shipTo: anAddress() };
      const held = yield* openCheckout({ actor: guest }, cart);
      const card = { tender: "Card", token: PaymentToken.make("tok_visa") };
      const paid = yield* payCheckout({ actor: guest }, CheckoutId.make(held.id), card);
      say(`Grace pays ${format(paid.total, preLoved.currency)}: price, shipping and tax.`);
      const order = OrderId.make(paid.orders[0] ?? "");
      yield* comeToRest();

      // The carrier brings it; the buyer says nothing for three days.
      const { order: sold } = yield* viewOrder(support, order);
      const tracking = TrackingNumber.make(sold.tracking ?? "");
      const now = instant(clock.now);
      yield* receiveScans("USPS", tracking, [{ at: now, status: "Accepted" }]);
      yield* advanceClock(plus(now, 2 * DAY));
      yield* receiveScans("USPS", tracking, [{ at: instant(clock.now), status: "Delivered" }]);
      yield* advanceClock(plus(instant(clock.now), 3 * DAY));

      const { order: done } = yield* viewOrder(support, order);
      const payout = done.seller?.payout ?? bag.paid;
      say(`${done.state}: Ada gets ${format(payout, preLoved.currency)} in store credit.`);
      const { faults, orders } = yield* verifyJournal();
      say(`The journal of ${orders} order holds ${faults.length} faults.`);
    }),
  );
  await runtime.dispose();
};
