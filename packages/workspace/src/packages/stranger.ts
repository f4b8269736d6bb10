import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Published } from "./Published.ts";
import { PNPM, said } from "./tarballs.ts";

const versionsOf = (root: string): ReadonlyMap<string, string> =>
  new Map(
    [
      ...readFileSync(join(root, "pnpm-workspace.yaml"), "utf8").matchAll(
        /^ {2}"?([@\w/.-]+)"?: ([\d.]+\S*)$/gm,
      ),
    ].map(([, name = "", version = ""]) => [name, version]),
  );

const settings = (module: string, resolution: string) => ({
  compilerOptions: {
    target: "ES2024",
    // Effect speaks of what pages and Node share, such as `CryptoKey`.
    lib: ["ES2024", "ESNext.Disposable", "DOM"],
    module,
    moduleResolution: resolution,
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    // The declarations we publish are looked at as well, not only what is taken of them.
    skipLibCheck: false,
    noEmit: true,
  },
  include: ["*.ts"],
});

const BESIDE = ["effect", "fast-check", "typescript", "@types/node", "jest"] as const;

const begun = (folder: string, root: string): ReadonlyArray<string> => {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "a-shop", private: true, type: "module", jest: { transform: {} } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const versions = versionsOf(root);
  return BESIDE.map((name) => `${name}@${versions.get(name)}`);
};

/** An empty project outside the workspace, into which npm installs the tarballs beside what the tutorial asks for. */
export const makeProject = async (
  folder: string,
  root: string,
  tarballs: ReadonlyArray<string>,
): Promise<void> => {
  const beside = begun(folder, root);
  const quiet = ["--no-audit", "--ignore-scripts", "--loglevel=error", "--prefer-offline"];
  await said("npm", ["install", ...quiet, ...tarballs, ...beside], folder);
};

/** The same by pnpm, which lets a package see only what it names. Where there is no registry, tarballs stand for each other. */
export const makePnpmProject = async (
  folder: string,
  root: string,
  packages: ReadonlyArray<Published>,
  tarballs: ReadonlyArray<string>,
): Promise<void> => {
  const beside = begun(folder, root);
  const overrides = packages.map(({ name }, index) => `  "${name}": "file:${tarballs[index]}"`);
  writeFileSync(join(folder, "pnpm-workspace.yaml"), ["overrides:", ...overrides, ""].join("\n"));
  await said("npx", ["--yes", PNPM, "add", "--ignore-scripts", ...tarballs, ...beside], folder);
};

/** Compiles the project's files as bundlers and as Node resolve modules. */
export const compile = async (
  folder: string,
  compiler = join("node_modules", "typescript", "bin", "tsc"),
): Promise<void> => {
  for (const [module, resolution] of [
    ["NodeNext", "NodeNext"],
    ["ESNext", "bundler"],
  ] as const) {
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings(module, resolution)));
    await said("node", [compiler, "--project", "."], folder);
  }
};

/** Jest, in a process of its own, on a contract as it is published: no word of Vitest, no transform. */
export const tryWithJest = async (folder: string): Promise<void> => {
  writeFileSync(
    join(folder, "members.test.js"),
    `import { MemoryMembers } from "@resale/testkit";
import { check } from "@resale/testkit/contracts/jest";
import { membersContract } from "@resale/testkit/contracts/plain";

const upsert = (told) => MemoryMembers.useSync(({ upsert }) => upsert(...told));
check(membersContract("by Jest", MemoryMembers.layer, { upsert }));
`,
  );
  const jest = join("node_modules", "jest", "bin", "jest.js");
  const report = join(folder, "jest.json");
  await said(
    "node",
    ["--experimental-vm-modules", jest, "--json", `--outputFile=${report}`, "--silent"],
    folder,
  );
  const { numPassedTests }: { readonly numPassedTests: number } = JSON.parse(readFileSync(report, "utf8"));
  if (numPassedTests < 3) throw new Error(`Jest tried ${numPassedTests} promises of a contract of three`);
};
