import { abandonCheckout, openCheckout, Programs, payCheckout, quoteCart, viewCheckout } from "@resale/core";
import { Effect } from "effect";
import type { HandlersOf } from "../Handlers.ts";

export const buying: HandlersOf<"buying"> = {
  quote: ({ payload }) =>
    Effect.gen(function* () {
      const quote = yield* quoteCart(payload.listings, payload.shipTo);
      const { currency } = (yield* Programs).current;
      return { ...quote, currency };
    }),
  openCheckout: ({ caller, payload }) => openCheckout(caller, payload),
  checkout: ({ caller, params }) => viewCheckout(caller.actor, params.checkout),
  pay: ({ caller, params, payload }) => payCheckout(caller, params.checkout, payload),
  abandon: ({ caller, params }) => abandonCheckout(caller, params.checkout),
};
