import { Context, type Effect } from "effect";
import type { CivilDate } from "../calendar/Deadline.ts";
import type { Figure } from "../figures/Figure.ts";
import type { StoreUnavailable } from "./Store.ts";

/** What the brand counts of its marketplace, day by day: made from the events, and made anew from them at will. */
export class Figures extends Context.Service<
  Figures,
  {
    /** The position up to which events were counted. */
    readonly position: Effect.Effect<number, StoreUnavailable>;
    /**
     * Adds what lies between two positions; no two figures are of the same day and kind. False, if the position is not
     * `from` any more: somebody else has counted it, and nothing has changed.
     */
    readonly record: (counted: {
      readonly from: number;
      readonly to: number;
      readonly figures: ReadonlyArray<Figure>;
    }) => Effect.Effect<boolean, StoreUnavailable>;
    /** From the first day to the last, both with them, in the order of days. */
    readonly read: (days: {
      readonly from: CivilDate;
      readonly to: CivilDate;
    }) => Effect.Effect<ReadonlyArray<Figure>, StoreUnavailable>;
  }
>()("@resale/core/ports/Figures") {}
