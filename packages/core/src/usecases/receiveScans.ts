import { Effect } from "effect";
import type { Actor } from "../access/Actor.ts";
import { orderMachine } from "../order/machine.ts";
import { OrderId } from "../order/OrderId.ts";
import type { Scan, TrackingNumber } from "../shipping/Scan.ts";
import { execute } from "./execute.ts";
import { findAs } from "./reading.ts";

/**
 * A carrier tells of a parcel, by webhook or when asked. Numbers are used again: the orders of the last months that had
 * it are told, and each knows what is its own (R37). Scans of a parcel that is none of ours are let go.
 */
export const receiveScans = Effect.fn("Carriers.receiveScans")(function* (
  carrier: string,
  tracking: TrackingNumber,
  scans: ReadonlyArray<Scan>,
) {
  const actor: Actor = { _tag: "Carrier", name: carrier };
  const found = yield* findAs(orderMachine, { tracking, limit: 5 });
  yield* Effect.forEach(
    found,
    ({ state }) =>
      execute({ actor }, (work) =>
        Effect.as(
          work.apply(orderMachine, OrderId.make(state.id), { _tag: "RecordScans", tracking, scans }, actor),
          null,
        ),
      ),
    { discard: true },
  );
  return found.length;
});
