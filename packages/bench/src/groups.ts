import { commits } from "./commits/commits.ts";
import { decisions } from "./decisions/decisions.ts";
import type { Group } from "./harness/Bench.ts";
import { timers } from "./timers/timers.ts";

/** All groups of figures, in the order in which they are measured. */
export const groups: ReadonlyArray<Group> = [decisions, commits, timers];
