import { instant } from "@resale/core";
import { Clock, Effect } from "effect";

/** The engine's clock: the one its use cases ask. */
export const now = Effect.map(Clock.currentTimeMillis, (milliseconds) => instant(Math.trunc(milliseconds)));
