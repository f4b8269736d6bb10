import { after, describe, it } from "node:test";
import { walk } from "./walk.ts";

/** Tries a contract with Node's own test runner. */
export const check = walk({
  describe: (name, body) => {
    describe(name, body);
  },
  it: (name, run, timeout) => {
    it(name, { timeout }, run);
  },
  afterAll: (close) => after(close),
});
