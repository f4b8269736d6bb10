import { Context, type Effect, type Option } from "effect";
import type { Instant } from "../calendar/Instant.ts";
import type { Change } from "../lifecycle/Change.ts";
import type { StoredSubject, StoreUnavailable } from "./Store.ts";

/** What is due by itself (design: a timer fires once, whatever number of processes share the work). */
export class Timers extends Context.Service<
  Timers,
  {
    /**
     * Takes a page of subjects that are due at `now`, none of which another process has taken, gives each to `decide`,
     * and writes what comes of it, all within one transaction. Answers how many were taken; fewer than `limit` means
     * that nothing else is due for this process.
     */
    readonly drain: (request: {
      readonly now: Instant;
      readonly limit: number;
      readonly decide: (subject: StoredSubject) => Change;
    }) => Effect.Effect<number, StoreUnavailable>;
    /** The next moment at which some subject is due. */
    readonly next: Effect.Effect<Option.Option<Instant>, StoreUnavailable>;
  }
>()("@resale/core/ports/Timers") {}
