import { Predicate } from "effect";
import { type Runner, walk } from "./walk.ts";

/** A function that Jest puts beside every test; Mocha and Bun do the same for those they have. */
const jests = (name: keyof Runner): ((...given: ReadonlyArray<unknown>) => void) => {
  const found: unknown = Reflect.get(globalThis, name);
  if (!Predicate.isFunction(found)) throw new Error(`there is no global \`${name}\`: is this run by Jest?`);
  return (...given) => {
    Reflect.apply(found, undefined, given);
  };
};

/** Tries a contract with Jest, which is to load modules as such: `node --experimental-vm-modules`. */
export const check = walk({ describe: jests("describe"), it: jests("it"), afterAll: jests("afterAll") });
