import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";

const source = (of: string) => join(import.meta.dirname, "..", of, "src");
const testkit = source("testkit");

/** From what is tried in a moment to what lives a whole life: most mutants have fallen before it comes to that. */
const LAST = ["usecases", "subscriptions", "lifecycle", "model"];
const lateness = (file: string): number => LAST.findIndex((folder) => file.includes(`/test/${folder}/`));

class QuickFirst extends BaseSequencer {
  override sort(files: Parameters<BaseSequencer["sort"]>[0]): ReturnType<BaseSequencer["sort"]> {
    return Promise.resolve(files.toSorted((a, b) => lateness(a.moduleId) - lateness(b.moduleId)));
  }
}

const tests = (process.env["RESALE_MUTATION_TESTS"] ?? "**/*").split("\n");

/** Core's own tests, and the testkit under them, on the core that stands beside them: a copy in which something is wrong. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@resale\/core$/, replacement: join(source("core"), "index.ts") },
      { find: /^@resale\/testkit$/, replacement: join(testkit, "index.ts") },
      { find: /^@resale\/testkit\/(arbitraries|contracts|model)$/, replacement: `${testkit}/$1/index.ts` },
    ],
  },
  test: {
    // By their whole paths: Stryker has no ear for `dir`.
    include: tests.map((some) => `**/packages/core/test/${some}.test.ts`),
    // Nothing in core is kept between tests: its modules are loaded once for all of them.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 30_000,
  },
});
