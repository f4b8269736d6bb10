import { Effect } from "effect";
import { Programs } from "../ports/Programs.ts";
import { Store } from "../ports/Store.ts";
import { programOf } from "./programOf.ts";

/** So many of the newest checkouts and orders are asked: a version that was left out is most often the one before. */
const NEWEST = 100;

/** Dies of a `ProgramUnknown`, if one of the newest checkouts or orders lives under a Program that is not known (R57). */
export const checkPrograms = Effect.fn("Programs.check")(function* () {
  const store = yield* Store;
  const programs = yield* Programs;
  for (const kind of ["checkout", "order"] as const) {
    const newest = yield* store.find({ kind, limit: NEWEST });
    for (const { state } of newest) programOf(programs, kind, state);
  }
});
