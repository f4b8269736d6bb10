import { type Payments, type ProviderError, ProviderRefused } from "@resale/core";
import { Effect } from "effect";
import type Stripe from "stripe";
import { type Asking, endingOf, type Failed, keyReused, refused } from "./asking.ts";
import { CAPTURE_KEY, KEY, lookAt, ours } from "./intent.ts";

type Port = Payments["Service"];
type Once = { readonly idempotencyKey: string };

/** What a payment shows, after Stripe did not simply do what was asked: done, not to be done, or still to do. */
type Look = (intent: Stripe.PaymentIntent) => "Done" | "ToDo" | ProviderRefused;

/** Taking the money that is held, letting it go, giving it back. */
export const moving = (asking: Asking) => {
  /**
   * Moves a payment from one state to the next, which Stripe allows once whatever the key: so where it failed and would
   * only repeat so under the key, the payment is looked at, and moved under a second key if it has not been.
   */
  const step = (
    key: string,
    payment: string,
    look: Look,
    call: (stripe: Stripe, once: Once) => Promise<Stripe.PaymentIntent>,
  ): Effect.Effect<void, ProviderError> => {
    const heal = (failed: Failed): Effect.Effect<void, ProviderError> => {
      const moved = failed.code === "payment_intent_unexpected_state" || failed.code.startsWith("charge_");
      const stuck = failed.isReplayed && failed.ending._tag === "OutcomeUnknown";
      if (!(moved || stuck)) return Effect.fail(endingOf(failed));
      return Effect.flatMap(lookAt(asking, payment), (intent) => {
        const seen = look(intent);
        if (seen === "Done") return Effect.void;
        if (seen instanceof ProviderRefused) return Effect.fail(seen);
        if (!stuck) return Effect.fail(endingOf(failed));
        return Effect.asVoid(Effect.mapError(asking.act(`${key}/again`, call), endingOf));
      });
    };
    return Effect.catch(Effect.asVoid(asking.act(key, call)), heal);
  };

  const capture: Port["capture"] = Effect.fn("StripePayments.capture")(function* ({ key, payment, amount }) {
    const id = yield* ours(payment);
    if (amount <= 0) return yield* refused(`amount: ${amount} cents cannot be captured`);
    yield* step(
      key,
      id,
      ({ status, metadata, amount_received }) => {
        if (status === "requires_capture") return "ToDo";
        const isOurs = status === "succeeded" && metadata[CAPTURE_KEY] === key;
        if (!isOurs) return refused(`nothing is held: the payment is ${status}`);
        return amount_received === amount ? "Done" : keyReused(key);
      },
      (stripe, once) =>
        stripe.paymentIntents.capture(
          id,
          { amount_to_capture: amount, metadata: { [CAPTURE_KEY]: key } },
          once,
        ),
    );
  });

  const cancel: Port["cancel"] = Effect.fn("StripePayments.cancel")(function* ({ key, payment }) {
    const id = yield* ours(payment);
    yield* step(
      key,
      id,
      ({ status }) => {
        if (status === "canceled") return "Done";
        return status === "succeeded" ? refused("the payment was captured: it can only be refunded") : "ToDo";
      },
      (stripe, once) => stripe.paymentIntents.cancel(id, {}, once),
    );
  });

  /** The refund that was made under a key: Stripe forgets its keys after a day, an operator may repeat a task later. */
  const refundOf = (payment: string, key: string) =>
    asking.read(async (stripe) => {
      for await (const refund of stripe.refunds.list({ payment_intent: payment, limit: 100 })) {
        if (refund.metadata?.[KEY] === key) return refund;
      }
      return undefined;
    });

  const refund: Port["refund"] = Effect.fn("StripePayments.refund")(function* ({ key, payment, amount }) {
    const id = yield* ours(payment);
    if (amount <= 0) return yield* refused(`amount: ${amount} cents cannot be given back`);
    const before = yield* Effect.mapError(refundOf(id, key), endingOf);
    if (before !== undefined && before.amount !== amount) return yield* keyReused(key);
    const made =
      before ??
      (yield* asking
        .act(key, (stripe, once) =>
          stripe.refunds.create({ payment_intent: id, amount, metadata: { [KEY]: key } }, once),
        )
        .pipe(Effect.mapError(endingOf)));
    if (made.status === "failed" || made.status === "canceled") {
      return yield* refused(`the refund ${made.id} did not arrive: it is ${made.status}`);
    }
  });

  return { capture, cancel, refund };
};
