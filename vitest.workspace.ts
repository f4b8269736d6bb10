import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { longestFirst, testFiles } from "./packages/workspace/src/testFiles.ts";
import { TestReporter } from "./packages/workspace/src/testReporter.ts";

class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    return longestFirst(await super.sort(files), ({ moduleId }) => moduleId);
  }
}

/** Of what hangs, not of what is slow: a busy machine is no reason to fail. In milliseconds. */
const PATIENCE = 60_000;

// One project: what workers have loaded of the core, they use again for every package.
export default defineConfig({
  test: {
    include: [...testFiles(import.meta.dirname)],
    // A process for each file would load the same code two hundred times, which takes longer than what it proves.
    isolate: false,
    // One PostgreSQL server for the whole run.
    globalSetup: ["packages/postgres/src/testing/globalSetup.ts"],
    testTimeout: 2 * PATIENCE,
    hookTimeout: 2 * PATIENCE,
    expect: { poll: { timeout: PATIENCE } },
    sequence: { sequencer: LongestFirst },
    reporters: ["default", new TestReporter()],
    // One more than there are cores: much of the time a test waits for a server or a browser. With two more, each takes longer.
    maxWorkers: availableParallelism() + 1,
  },
});
