import type { TestProject } from "vitest/node";
import { startTestServer, type TestServer } from "./TestServer.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly postgres: TestServer;
  }
}

interface Shared {
  readonly server: ReturnType<typeof startTestServer>;
  users: number;
}

// Vitest loads this file once for each project: what they share has to be out of reach of modules.
const KEY = Symbol.for("@resale/postgres/testing");
const registry = globalThis as { [KEY]?: Shared };

/** Vitest's global setup: one server for all projects of a run, ended after the last of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  registry[KEY] ??= { server: startTestServer(), users: 0 };
  const shared = registry[KEY];
  shared.users += 1;
  const { url, run, close } = await shared.server;
  project.provide("postgres", { url, run });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete registry[KEY];
    await close();
  };
}
