import type { StoredEvent } from "@resale/core";
import { withoutTokens } from "./withoutTokens.ts";

/** An event as the brand's staff reads it. */
export const eventView = (event: StoredEvent): StoredEvent => ({
  ...event,
  event: withoutTokens(event.event),
  cause:
    event.cause._tag === "Command"
      ? { ...event.cause, command: withoutTokens(event.cause.command) }
      : event.cause,
});
