import { Effect } from "effect";
import { type Actor, system } from "../access/Actor.ts";
import type { Checkout } from "../checkout/Checkout.ts";
import type { CheckoutId } from "../checkout/CheckoutId.ts";
import { checkoutView } from "../checkout/CheckoutView.ts";
import { checkoutMachine } from "../checkout/machine.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { listingMachine } from "../listing/machine.ts";
import type { PaymentToken } from "../ports/Payments.ts";
import type { Caller } from "./Caller.ts";
import { answerBefore, execute } from "./execute.ts";
import type { Known } from "./Known.ts";
import { readAs } from "./reading.ts";
import { SOON } from "./rejecting.ts";
import { askForMoney, authorisePayment } from "./tasks/authorisePayment.ts";

/**
 * The buyer pays (R21, R27). The try is written down first, then the card is asked; should this process die in between,
 * the task that was written with it goes on.
 */
export const payCheckout = Effect.fn("Buying.payCheckout")(function* (
  caller: Caller,
  id: CheckoutId,
  payment: { readonly tender: string; readonly token: PaymentToken },
) {
  const before = yield* readAs(checkoutMachine, id, caller.actor);
  let written: { readonly checkout: Checkout; readonly known: Known } | undefined;
  let attempt: number | undefined;
  if (before.state._tag === "Held") {
    const pay = { _tag: "Pay", ...payment } as const;
    attempt = yield* execute(
      caller,
      (work) =>
        Effect.map(work.apply(checkoutMachine, id, pay, caller.actor), (checkout) => {
          written = { checkout, known: work.known(checkoutMachine, id) };
          return checkout.attempt;
        }),
      [before.known],
      // Who pays twice by mistake gets the answer of the first time.
    ).pipe(Effect.catchTag("WrongState", () => Effect.undefined));
  } else {
    // The same key with another card is a mistake, whatever has come of the first (R56).
    yield* answerBefore(caller);
  }
  // A try that was not written down, since another was faster or the key was known, is none: no card is asked for it.
  const asked = Effect.suspend(() =>
    written?.checkout._tag === "Paying" && written.checkout.attempt === attempt
      ? askForMoney(written.checkout, written.known)
      : authorisePayment(id),
  );
  const after = yield* Effect.orElseSucceed(asked, () => undefined);
  if (after?._tag === "Placed") return checkoutView(after);
  const { state } = yield* readAs(checkoutMachine, id, caller.actor);
  switch (state._tag) {
    case "Placed":
      return checkoutView(state);
    case "Held":
      return yield* Effect.fail<Rejection>({
        _tag: "CardDeclined",
        reason: state.declined ?? "CardDeclined",
      });
    case "Paying":
      return yield* Effect.fail<Rejection>({ _tag: "PaymentUnderWay", retryAfter: SOON });
    case "Expired":
      return yield* Effect.fail<Rejection>({ _tag: "HoldEnded", at: state.until.at });
    case "Abandoned":
      return yield* Effect.fail<Rejection>({ _tag: "NotFound", subject: "checkout", id });
  }
});

/** The buyer lets go of what is held. */
export const abandonCheckout = Effect.fn("Buying.abandonCheckout")(function* (
  caller: Caller,
  id: CheckoutId,
) {
  return yield* execute(caller, (work) =>
    Effect.gen(function* () {
      const checkout = yield* work.apply(checkoutMachine, id, { _tag: "Abandon" }, caller.actor);
      for (const { listing } of checkout.lines) {
        yield* work.apply(listingMachine, listing, { _tag: "Release", checkout: id }, system);
      }
      return checkoutView(checkout);
    }),
  );
});

/** A checkout as its buyer, or whoever holds its key, may see it. */
export const viewCheckout = Effect.fn("Buying.viewCheckout")(function* (actor: Actor, id: CheckoutId) {
  const { state } = yield* readAs(checkoutMachine, id, actor);
  return checkoutView(state);
});
