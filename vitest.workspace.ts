import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { projects } from "./packages/workspace/src/testProjects.ts";
import { TestReporter } from "./packages/workspace/src/testReporter.ts";

export default defineConfig({
  test: {
    projects: projects(import.meta.dirname),
    reporters: ["default", new TestReporter()],
    // One more than there are cores: much of the time a test waits for a server or a browser.
    maxWorkers: availableParallelism() + 1,
  },
});
