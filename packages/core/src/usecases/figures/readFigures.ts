import { Effect } from "effect";
import type { Actor } from "../../access/Actor.ts";
import type { CivilDate } from "../../calendar/Deadline.ts";
import { invalid } from "../../lifecycle/Rejection.ts";
import { Figures } from "../../ports/Figures.ts";
import { staffOnly } from "../reading.ts";
import { rejectionOf } from "../rejecting.ts";

/** What was counted from the first day to the last, both with them, for the brand's staff. */
export const readFigures = Effect.fn("Figures.read")(function* (
  actor: Actor,
  days: { readonly from: CivilDate; readonly to: CivilDate },
) {
  yield* staffOnly(actor, "ReadFigures");
  if (days.to < days.from) {
    return yield* Effect.fail(invalid({ field: "to", problem: "is before the first day" }));
  }
  return yield* Effect.mapError((yield* Figures).read(days), rejectionOf);
});
