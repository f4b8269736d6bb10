import { globSync } from "node:fs";

/** Every file of tests under a workspace's root, by package and example. */
export const testFiles = (root: string): ReadonlyArray<string> =>
  globSync(["packages/*/test/**/*.test.ts", "examples/*/test/**/*.test.ts"], {
    cwd: root,
    exclude: (name) => name === "node_modules",
  }).sort();

/** What starts servers, browsers and databases of its own waits for them longest. */
const LONG = [
  "examples/storefront/",
  "packages/postgres/test/embedded",
  "examples/server/test/startUp",
  "examples/server/test/campaign/",
  "packages/cli/test/process",
  "packages/mail/test/browser",
];

/** The order in which files had better begin: what takes longest first, so that nobody waits for it at the end. */
export const longestFirst = <A>(files: ReadonlyArray<A>, nameOf: (file: A) => string): Array<A> => {
  const rank = (file: A): number => {
    const found = LONG.findIndex((part) => nameOf(file).includes(part));
    return found === -1 ? LONG.length : found;
  };
  return [...files].sort((one, other) => rank(one) - rank(other));
};
