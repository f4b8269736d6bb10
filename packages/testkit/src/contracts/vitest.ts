import { afterAll, describe, it } from "vitest";
import { walk } from "./walk.ts";

/** Tries a contract with Vitest. */
export const check = walk({ describe, it: (name, run, timeout) => it(name, { timeout }, run), afterAll });
