import {
  abandonCheckout,
  checkoutMachine,
  openCheckout,
  Programs,
  payCheckout,
  paymentKey,
  quoteCart,
  readAs,
  viewCheckout,
} from "@resale/core";
import { Effect, Option, Redacted } from "effect";
import type { CardForm } from "../Engine.ts";
import { type HandlersOf, Reply } from "../Handlers.ts";

/** For this buyer's page alone: kept by nobody. */
const unkept = { "cache-control": "no-store" };

export const buyingWith = (form: CardForm | undefined): HandlersOf<"buying"> => ({
  quote: ({ payload }) =>
    Effect.gen(function* () {
      const quote = yield* quoteCart(payload.listings, payload.shipTo);
      const { currency } = (yield* Programs).current;
      return { ...quote, currency };
    }),
  openCheckout: ({ caller, payload }) => openCheckout(caller, payload),
  checkout: ({ caller, params }) => viewCheckout(caller.actor, params.checkout),
  paymentForm: ({ caller, params: { checkout } }) =>
    Effect.gen(function* () {
      const { state } = yield* readAs(checkoutMachine, checkout, caller.actor);
      const asked =
        state._tag === "Paying" && form !== undefined
          ? yield* form.actionOf(paymentKey(checkout, state.attempt))
          : Option.none();
      const { provider = null, publishableKey = null } = form ?? {};
      const clientSecret = Option.getOrNull(Option.map(asked, Redacted.value));
      return new Reply({ provider, publishableKey, clientSecret }, unkept);
    }),
  pay: ({ caller, params, payload }) => payCheckout(caller, params.checkout, payload),
  abandon: ({ caller, params }) => abandonCheckout(caller, params.checkout),
});
