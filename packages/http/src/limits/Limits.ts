import type { Actor } from "@resale/core";
import type { Budget } from "./budgets.ts";

/** What a request of somebody we know is paid from, beside what its address pays. */
export interface Limits {
  /** After how many seconds somebody may ask again; nothing, if now. */
  readonly wait: (actor: Actor, budget: Budget | "none") => number | undefined;
}
