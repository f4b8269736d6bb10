import { Effect, Option } from "effect";
import { system } from "../../access/Actor.ts";
import { checkoutMachine } from "../../checkout/machine.ts";
import type { ListingId } from "../../listing/ListingId.ts";
import { listingMachine } from "../../listing/machine.ts";
import type { OrderId } from "../../order/OrderId.ts";
import { Members } from "../../ports/Members.ts";
import { Payments } from "../../ports/Payments.ts";
import { ProviderUnavailable } from "../../ports/Provider.ts";
import { StoreCredit } from "../../ports/StoreCredit.ts";
import { readAs } from "../reading.ts";
import { tell } from "../tell.ts";
import { orderOf, tellOrder } from "./shipOrder.ts";

/** Has the seller's gift card issued, once per order, to the address the loyalty account has now (R2, R48). */
export const issueCredit = Effect.fn("Tasks.issueCredit")(function* (id: OrderId) {
  const { payout, seller, terms } = yield* orderOf(id);
  if (payout._tag !== "Pending" || seller._tag !== "Member") return;
  const member = Option.getOrUndefined(yield* (yield* Members).get(seller.id));
  if (member === undefined) {
    return yield* tellOrder(id, {
      _tag: "RecordPayoutFailed",
      reason: "the seller's loyalty account is gone",
      definite: false,
    });
  }
  const { email, displayName: recipient } = member;
  const request = {
    key: `payout.${id}.${payout.refusals}`,
    amount: payout.amount,
    currency: terms.currency,
    email,
    recipient,
  };
  const credit = yield* StoreCredit;
  yield* credit.issue(request).pipe(
    Effect.flatMap((reference) => tellOrder(id, { _tag: "RecordPayout", reference, to: email })),
    Effect.catchTag("ProviderRefused", ({ reason }) =>
      tellOrder(id, { _tag: "RecordPayoutFailed", reason, definite: true }),
    ),
  );
});

/** Gives the buyer everything back, once per order (R45, R51). */
export const refundOrder = Effect.fn("Tasks.refundOrder")(function* (id: OrderId) {
  const { refund, checkout, chargeback } = yield* orderOf(id);
  if (refund._tag !== "Wanted" || chargeback === "Open") return;
  const { state } = yield* readAs(checkoutMachine, checkout, system);
  if (state._tag !== "Placed") {
    return yield* new ProviderUnavailable({ provider: "payments", reason: `the checkout is ${state._tag}` });
  }
  const { payment } = state;
  yield* (yield* Payments)
    .refund({ key: `refund.${id}.${refund.refusals}`, payment, amount: refund.amount })
    .pipe(
      Effect.flatMap(() => tellOrder(id, { _tag: "RecordRefund" })),
      Effect.catchTag("ProviderRefused", ({ reason }) =>
        tellOrder(id, { _tag: "RecordRefundFailed", reason, definite: true }),
      ),
    );
});

/** The sold listing is finished with its order (R45, R51). */
export const closeListing = Effect.fn("Tasks.closeListing")(function* (
  id: ListingId,
  order: OrderId,
  completed: boolean,
) {
  const { state } = yield* readAs(listingMachine, id, system);
  if (state._tag !== "Sold" || state.order !== order) return;
  yield* tell(listingMachine, id, { _tag: "Close", order, completed });
});
