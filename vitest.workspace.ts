import { defineConfig } from "vitest/config";
import { projects } from "./packages/workspace/src/vitest-projects.ts";

export default defineConfig({ test: { projects: projects(import.meta.dirname) } });
