import { catalogue } from "./catalogue/catalogue.ts";
import { commits } from "./commits/commits.ts";
import { scale } from "./commits/scale.ts";
import { decisions } from "./decisions/decisions.ts";
import { growth } from "./growth/growth.ts";
import type { Group } from "./harness/Bench.ts";
import { http } from "./http/http.ts";
import { timers } from "./timers/timers.ts";

/** All groups of figures, in the order in which they are measured. */
export const groups: ReadonlyArray<Group> = [decisions, commits, scale, timers, catalogue, http, growth];
