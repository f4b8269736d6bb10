import {
  approveListing,
  type Caller,
  CheckoutId,
  checkoutMachine,
  commandListing,
  ListingId,
  listingMachine,
  openCheckout,
  type PaymentToken,
  payCheckout,
  readAs,
  startListing,
  submitListing,
} from "@resale/core";
import { Effect } from "effect";
import { buyerOf, detailsOf, sellerOf, signedIn, unitOf } from "./goods.ts";
import { isOver, stepOrder } from "./orders.ts";

/** Every call has a key made of what it is for: another process, or a later one, that says the same gets its answer. */
export const as = (actor: Caller["actor"], key: string): Caller => ({
  actor,
  idempotency: { scope: "campaign", key, fingerprint: key },
});

const system = { _tag: "System" } as const;
const visitor = { _tag: "Visitor" } as const;
const reviewer = { _tag: "Reviewer", id: "rita" } as const;
const checked = ["Photos", "Wear", "Grade", "Authenticity"];

/** Some cards are declined at first, some answers get lost. */
const tokenOf = (n: number, attempt: number): PaymentToken =>
  (attempt > 0
    ? "tok_visa"
    : n % 4 === 1
      ? "tok_answer_lost"
      : n % 4 === 3
        ? "tok_declined"
        : "tok_visa") as PaymentToken;

/** The listing of the n-th piece: begun by whoever asks first. */
const listingOf = (n: number) =>
  Effect.map(startListing(as(signedIn(sellerOf(n)), `start.${n}`), unitOf(n)), ({ id }) =>
    ListingId.make(id),
  );

/**
 * Does what is next in the n-th sale, if it is somebody's turn: any number of processes may do so at once. Tells how the
 * sale stands.
 */
export const stepSale = Effect.fnUntraced(function* (n: number) {
  const listing = yield* listingOf(n);
  const { state, version } = yield* readAs(listingMachine, listing, system);
  const seller = signedIn(sellerOf(n));
  switch (state._tag) {
    case "Draft":
      yield* commandListing(as(seller, `edit.${n}`), listing, { _tag: "Edit", details: detailsOf(n) });
      yield* submitListing(as(seller, `submit.${n}`), listing);
      return "Acted" as const;
    case "Submitted":
      yield* approveListing(as(reviewer, `approve.${n}`), listing, { revision: state.revision, checked });
      return "Acted" as const;
    case "Live":
      yield* openCheckout(as(visitor, `hold.${n}.${version}`), { listings: [listing], ...buyerOf(n) });
      return "Acted" as const;
    case "Reserved": {
      const checkout = CheckoutId.make(state.checkout);
      const { state: held } = yield* readAs(checkoutMachine, checkout, system);
      if (held._tag !== "Held") return "Waits" as const;
      const token = tokenOf(n, held.attempt);
      const caller = as(visitor, `pay.${checkout}.${held.attempt}`);
      yield* Effect.catchTag(
        payCheckout(caller, checkout, { tender: "Card", token }),
        "CardDeclined",
        () => Effect.void,
      );
      return "Acted" as const;
    }
    case "Sold":
      return yield* stepOrder(n, state.order);
    case "Closed":
      return (yield* isOver(state.order)) ? ("Over" as const) : yield* stepOrder(n, state.order);
    default:
      return yield* Effect.die(new Error(`sale ${n} is ${state._tag}: nobody wanted that`));
  }
});
