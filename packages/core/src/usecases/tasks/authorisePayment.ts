import { Effect, Option } from "effect";
import { system } from "../../access/Actor.ts";
import { type Checkout, paymentKey } from "../../checkout/Checkout.ts";
import type { CheckoutId } from "../../checkout/CheckoutId.ts";
import { checkoutMachine } from "../../checkout/machine.ts";
import { coverPhoto } from "../../listing/Details.ts";
import { type Listing, productOf } from "../../listing/Listing.ts";
import { listingMachine } from "../../listing/machine.ts";
import type { Item } from "../../mail/Mail.ts";
import { orderMachine } from "../../order/machine.ts";
import { type PaymentReference, Payments } from "../../ports/Payments.ts";
import { execute } from "../execute.ts";
import { type Known, unborn } from "../Known.ts";
import { readAs } from "../reading.ts";
import { tell } from "../tell.ts";
import type { Unit } from "../Unit.ts";

type Line = Checkout["lines"][number];
type Paying = Extract<Checkout, { readonly _tag: "Paying" }>;

const itemOf = (work: Unit, listing: Listing, { title, price }: Line): Item => {
  const photo = "details" in listing ? coverPhoto(work.program, listing.details)?.photo.id : undefined;
  const item = { title: title || productOf(listing).name, price, currency: work.program.currency };
  return photo === undefined ? item : { ...item, photo };
};

/** A paid checkout becomes orders, one for each listing, in the same commit (R24, R27). */
const placeOrders = Effect.fnUntraced(function* (work: Unit, checkout: Checkout) {
  for (const line of checkout.lines) {
    const { listing: id, order, seller, price, charge, tax } = line;
    const command = { _tag: "Sell", checkout: checkout.id, order } as const;
    const listing = yield* work.apply(listingMachine, id, command, system);
    const from = "shipFrom" in listing ? listing.shipFrom : null;
    yield* work.apply(
      orderMachine,
      order,
      {
        _tag: "Place",
        order,
        checkout: checkout.id,
        listing: id,
        item: itemOf(work, listing, line),
        seller,
        buyer: checkout.buyer,
        shipTo: checkout.shipTo,
        shipFrom: from ?? work.program.ownStock.address,
        terms: { price, charge, tax, currency: checkout.currency },
      },
      system,
    );
  }
});

/**
 * What the card provider said is written down; in time it places the orders, too late it is let go (R21). Answers the
 * checkout as it is then.
 */
const recordAuthorised = (
  { id, lines, attempt }: Paying,
  payment: PaymentReference,
  checkoutKnown: Known,
) => {
  let checkout: Checkout | undefined;
  const known = [checkoutKnown, ...lines.map(({ order }) => unborn("order", order))];
  const record = (work: Unit) =>
    Effect.gen(function* () {
      yield* work.prepare(
        { machine: checkoutMachine, ids: [id] },
        { machine: listingMachine, ids: lines.map(({ listing }) => listing) },
        { machine: orderMachine, ids: lines.map(({ order }) => order) },
      );
      const before = yield* work.state(checkoutMachine, id);
      const command = { _tag: "RecordAuthorised", attempt, payment } as const;
      const after = yield* work.apply(checkoutMachine, id, command, system);
      if (before?._tag === "Paying" && after._tag === "Placed") yield* placeOrders(work, after);
      checkout = after;
      return null;
    });
  return Effect.map(execute({ actor: system }, record, known), () => checkout);
};

/**
 * Asks the card provider for the money of a checkout that is being paid; every try has its own key (R27). Answers the
 * checkout with its orders, where the provider said yes.
 */
export const askForMoney = Effect.fn("Payments.askForMoney")(function* (checkout: Paying, known: Known) {
  const payments = yield* Payments;
  const { id, attempt, total: amount, currency, token } = checkout;
  const key = paymentKey(id, attempt);
  const declined = ({ reason }: { readonly reason: string }) =>
    Effect.as(
      tell(checkoutMachine, id, { _tag: "RecordDeclined", attempt, reason }),
      Option.none<PaymentReference>(),
    );
  const asked = payments.authorise({ key, amount, currency, token }).pipe(
    Effect.map(Option.some),
    Effect.catchTags({
      PaymentDeclined: declined,
      ProviderRefused: declined,
      OutcomeUnknown: (unknown) =>
        Effect.flatMap(payments.find(key), (found) =>
          Option.isSome(found) && found.value.status === "Authorised"
            ? Effect.succeed(Option.some(found.value.reference))
            : Effect.fail(unknown),
        ),
    }),
  );
  const payment = yield* asked;
  return Option.isSome(payment) ? yield* recordAuthorised(checkout, payment.value, known) : undefined;
});

/** The same for a checkout whose buyer may have gone since. */
export const authorisePayment = Effect.fn("Tasks.authorisePayment")(function* (id: CheckoutId) {
  const { state, known } = yield* readAs(checkoutMachine, id, system);
  return state._tag === "Paying" ? yield* askForMoney(state, known) : undefined;
});
