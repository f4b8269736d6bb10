import {
  type Actor,
  approveListing,
  CheckoutId,
  commandListing,
  type Email,
  type ListingCommand,
  ListingId,
  listOwnStock,
  OrderId,
  openCheckout,
  type PaymentToken,
  payCheckout,
  startListing,
  submitListing,
  type UnitId,
} from "@resale/core";
import { Effect } from "effect";
import fc from "fast-check";
import {
  aProduct,
  asBuyer,
  asMember,
  asReviewer,
  asSupport,
  asVisitor,
  someDetails,
} from "../../builders/index.ts";
import { type Known, nobody, nth, place, Wired } from "./Wired.ts";
import { LINES, lineOf, SELLERS } from "./Wiring.ts";

const allChecked = ({ program }: Known) => program.review.checklist.map(({ key }) => key);
const home = ({ program }: Known, name: string) => ({ ...program.ownStock.address, name });

export const listing = (seller: string, line: number, number: number, price: number, approved: boolean) =>
  new Wired(`${seller} lists ${line}~${number} for ${price}${approved ? ", approved" : ""}`, (known) =>
    Effect.gen(function* () {
      const actor = asMember(seller);
      const unit = `${lineOf(seller, line)}~${number}` as UnitId;
      const id = ListingId.make((yield* startListing({ actor }, unit)).id);
      known.listings.push({ id, owner: actor });
      const details = someDetails({ price, program: known.program });
      yield* commandListing({ actor }, id, { _tag: "Edit", details });
      yield* submitListing({ actor }, id);
      const approval = { revision: 2, checked: allChecked(known) };
      if (approved) yield* approveListing({ actor: asReviewer }, id, approval);
    }),
  );

/** A seller lists a unit, all the way to review, and mostly it is approved at once. */
export const list = fc
  .tuple(
    fc.constantFrom(...SELLERS),
    fc.nat({ max: LINES - 1 }),
    fc.integer({ min: 1, max: 2 }),
    fc.integer({ min: 1, max: 900_00 }),
    fc.nat({ max: 3 }),
  )
  .map(([seller, line, number, price, luck]) => listing(seller, line, number, price, luck > 0));

export const ownStock = fc.integer({ min: 1, max: 900_00 }).map(
  (price) =>
    new Wired(`support lists own stock for ${price}`, (known) =>
      Effect.gen(function* () {
        const [category] = known.program.categories;
        const details = someDetails({ price, program: known.program });
        const view = yield* listOwnStock(
          { actor: asSupport },
          aProduct({ category: category.key, name: category.label }),
          details,
        );
        known.listings.push({ id: ListingId.make(view.id), owner: asSupport });
      }),
    ),
);

export const review = fc
  .tuple(place, fc.constantFrom("Approve", "Deny", "RequestChanges", "Withdraw"), fc.boolean())
  .map(
    ([at, what, byOwner]) =>
      new Wired(`${what} of listing ${at} by its ${byOwner ? "owner" : "reviewer"}`, (known) => {
        const one = nth(known.listings, at);
        if (one === undefined) return nobody;
        const actor = byOwner ? one.owner : asReviewer;
        if (what === "Approve")
          return approveListing({ actor }, one.id, { revision: 2, checked: allChecked(known) });
        const commands: Record<typeof what, ListingCommand> = {
          Deny: { _tag: "Deny", revision: 2, reason: { code: "Other", text: "" } },
          RequestChanges: {
            _tag: "RequestChanges",
            revision: 2,
            changes: [{ field: "photos", problem: "blurred" }],
          },
          Withdraw: { _tag: "Withdraw" },
        };
        return commandListing({ actor }, one.id, commands[what]);
      }),
  );

/** Somebody holds pieces, and pays, lets go, or sits still. A payment may be sent twice under one key (R56). */
export const buying = (places: ReadonlyArray<number>, guest: boolean, token: string, twice: boolean) =>
  new Wired(
    `${guest ? "a guest" : "grace"} buys ${places.join(", ")} by ${token}${twice ? " twice" : ""}`,
    (known) =>
      Effect.gen(function* () {
        const actor: Actor = guest ? asVisitor : asBuyer;
        const listings = [...new Set(places.flatMap((at) => nth(known.listings, at)?.id ?? []))];
        const shipTo = home(known, "Grace Hopper");
        const cart = { listings, email: "grace@example.com" as Email, name: "Grace Hopper", shipTo };
        const id = CheckoutId.make((yield* openCheckout({ actor }, cart)).id);
        known.checkouts.push({ id, buyer: actor });
        if (token === "none") return;
        const idempotency = { scope: "model", key: id, fingerprint: token };
        const payment = { tender: "Card", token: token as PaymentToken };
        const pay = payCheckout({ actor, idempotency }, id, payment);
        const paid = yield* pay;
        for (const order of paid.orders) {
          const key = OrderId.make(order);
          known.orders.push({ id: key, buyer: guest ? { _tag: "Guest", order: key } : actor });
        }
        if (twice) yield* pay;
      }),
  );

export const buy = fc
  .tuple(
    fc.array(place, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    fc.constantFrom("tok_visa", "tok_visa", "tok_visa", "tok_declined", "none"),
    fc.boolean(),
  )
  .map(([places, guest, token, twice]) => buying(places, guest, token, twice));
