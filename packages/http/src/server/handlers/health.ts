import { Store } from "@resale/core";
import { Effect } from "effect";
import type { HandlersOf } from "../Handlers.ts";

export const health: HandlersOf<"health"> = {
  live: () => Effect.succeed({ status: "ok" }),
  ready: () =>
    Effect.as(
      Store.use((store) => store.answer("health", "ready")),
      { status: "ok" as const },
    ),
};
