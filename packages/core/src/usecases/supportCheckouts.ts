import { Effect } from "effect";
import type { Actor } from "../access/Actor.ts";
import { type Email, foldEmail } from "../address/Email.ts";
import type { CheckoutId } from "../checkout/CheckoutId.ts";
import { deskCheckoutView } from "../checkout/DeskCheckoutView.ts";
import { checkoutMachine } from "../checkout/machine.ts";
import { History } from "../ports/Store.ts";
import { Tasks } from "../ports/Tasks.ts";
import { findAs, readAs, staffOnly } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** What somebody has gone to pay for, newest first, also where no order came of it: their hold ended, or they let go (R21). */
export const findCheckouts = Effect.fn("Support.findCheckouts")(function* (
  actor: Actor,
  query: { readonly email: Email; readonly limit: number; readonly after?: string },
) {
  yield* staffOnly(actor, "FindCheckouts");
  const found = yield* findAs(checkoutMachine, { ...query, email: foldEmail(query.email) });
  return found.map(({ state }) => deskCheckoutView(state));
});

/** The whole story of a payment: its facts, and the side effects that wait for it (R55). */
export const checkoutStory = Effect.fn("Support.checkoutStory")(function* (actor: Actor, id: CheckoutId) {
  yield* staffOnly(actor, "CheckoutStory");
  const { state } = yield* readAs(checkoutMachine, id, actor);
  const history = yield* History;
  const tasks = yield* Tasks;
  const [events, pending] = yield* Effect.all([
    history.of({ kind: "checkout", id }),
    tasks.list({ subject: id, limit: 200 }),
  ]).pipe(Effect.mapError(rejectionOf));
  return { checkout: deskCheckoutView(state), events, tasks: pending };
});
