import { defineConfig } from "vitest/config";
import { projects } from "./packages/workspace/src/testProjects.ts";
import { TestReporter } from "./packages/workspace/src/testReporter.ts";

export default defineConfig({
  test: { projects: projects(import.meta.dirname), reporters: ["default", new TestReporter()] },
});
