import { Store, StoreUnavailable } from "@resale/core";
import { Effect } from "effect";
import type { HandlersOf } from "../Handlers.ts";

/** A process that is about to end still lives, and is not ready: whoever sends requests sends them elsewhere. */
export const healthOf = (isStopping: () => boolean): HandlersOf<"health"> => ({
  live: () => Effect.succeed({ status: "ok" }),
  ready: () =>
    isStopping()
      ? Effect.fail(new StoreUnavailable({ reason: "the server stops" }))
      : Effect.as(
          Store.use((store) => store.answer("health", "ready")),
          { status: "ok" as const },
        ),
});
