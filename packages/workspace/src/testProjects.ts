import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One Vitest project: the tests of one package or example, under the name of its folder. */
export interface TestProject {
  readonly root: string;
  readonly test: {
    readonly name: string;
    readonly include: Array<string>;
    readonly globalSetup: Array<string>;
    readonly isolate: boolean;
    /** Milliseconds. */
    readonly testTimeout: number;
    readonly hookTimeout: number;
  };
}

/** Of what hangs, not of what is slow: a busy machine is no reason to fail. */
const PATIENCE = 60_000;

const TESTS = "test/**/*.test.ts";

const dependsOn = (folder: string, name: string): boolean => {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return [manifest.name, ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })].includes(
    name,
  );
};

/**
 * The test projects under a workspace's root: every package and example that has a file of tests.
 * Those that know `@resale/postgres` share one PostgreSQL server for the whole run.
 */
export const projects = (root: string): Array<TestProject> =>
  globSync(["packages/*/package.json", "examples/*/package.json"], { cwd: root })
    .map((manifest) => dirname(manifest))
    .filter((folder) => globSync(TESTS, { cwd: join(root, folder) }).length > 0)
    .sort()
    .map((folder) => ({
      root: join(root, folder),
      test: {
        name: folder.replace(/^packages\//, ""),
        include: [TESTS],
        globalSetup: dependsOn(join(root, folder), "@resale/postgres")
          ? [join(root, "packages/postgres/src/testing/globalSetup.ts")]
          : [],
        // A process for each file would load the same code two hundred times, which takes longer than what it proves.
        isolate: false,
        testTimeout: PATIENCE,
        hookTimeout: 2 * PATIENCE,
      },
    }));
