import { type Duration, Effect, Result } from "effect";
import { MINUTE } from "../calendar/Instant.ts";
import { orderMachine } from "../order/machine.ts";
import { labelOf, type OrderState } from "../order/Order.ts";
import { Carrier } from "../ports/Carrier.ts";
import { findAs } from "./reading.ts";
import { receiveScans } from "./receiveScans.ts";
import { whileClockRuns } from "./standstill.ts";

/** While an order is in one of these, its parcel may have something to tell. */
const UNDER_WAY: ReadonlyArray<OrderState> = [
  "AwaitingShipment",
  "ShipmentOverdue",
  "InTransit",
  "TransitStalled",
  "DeliveryUnverified",
];

/** How long the carrier is left alone when it can't answer and does not say until when, in milliseconds. */
const TROUBLE = MINUTE;

/** What came of asking for a page of parcels. */
export interface Followed {
  readonly asked: number;
  /** The order after which to go on; none, when all were asked for. */
  readonly next: string | undefined;
  /** How many milliseconds the carrier wants to be left alone, if it could not answer. */
  readonly pause: number | undefined;
}

/**
 * Asks the carrier for a page of parcels under way, and tells their orders: webhooks may be lost, and some carriers have
 * none. When it can't answer, it is asked for that parcel again later; one it refuses to speak of is passed over.
 */
export const askForParcels = Effect.fn("Carriers.ask")(function* (page: {
  readonly limit: number;
  readonly after?: string | undefined;
}) {
  const { limit, after } = page;
  const carrier = yield* Carrier;
  const query = { status: UNDER_WAY, limit, ...(after === undefined ? {} : { after }) };
  const orders = yield* findAs(orderMachine, query);
  let asked = 0;
  let last = after;
  for (const { state } of orders) {
    const label = labelOf(state);
    if (label !== undefined) {
      const told = yield* Effect.result(carrier.track(label.tracking));
      if (Result.isSuccess(told)) {
        asked += 1;
        if (told.success.length > 0) yield* receiveScans(label.carrier, label.tracking, told.success);
      } else if (told.failure._tag === "ProviderUnavailable") {
        const followed: Followed = { asked, next: last, pause: told.failure.retryAfter ?? TROUBLE };
        return followed;
      }
    }
    last = state.id;
  }
  const followed: Followed = { asked, next: orders.length < limit ? undefined : last, pause: undefined };
  return followed;
});

/** Asks for every parcel under way, and again after so long, for as long as the process lives. */
export const followParcels = Effect.fn("Carriers.follow")(function* (how: {
  readonly every: Duration.Input;
  readonly page: number;
}) {
  let after: string | undefined;
  const once = Effect.suspend(() => whileClockRuns(askForParcels({ limit: how.page, after }))).pipe(
    Effect.catchCause((cause) =>
      Effect.as(Effect.logError("parcels could not be followed", cause), {
        asked: 0,
        next: after,
        pause: TROUBLE,
      }),
    ),
    Effect.flatMap(({ next, pause }) => {
      after = next;
      if (pause !== undefined) return Effect.sleep(pause);
      return next === undefined ? Effect.sleep(how.every) : Effect.void;
    }),
  );
  return yield* Effect.forever(once);
});
