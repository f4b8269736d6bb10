import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { said } from "./tarballs.ts";

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

/** An empty project outside the workspace, into which npm installs the tarballs beside what the tutorial asks for. */
export const makeProject = (folder: string, root: string, tarballs: ReadonlyArray<string>): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "a-shop", private: true, type: "module" }),
  );
  const versions = versionsOf(root);
  const beside = ["effect", "fast-check", "typescript", "@types/node"].map(
    (name) => `${name}@${versions.get(name)}`,
  );
  said(
    "npm",
    ["install", "--no-audit", "--ignore-scripts", "--loglevel=error", ...tarballs, ...beside],
    folder,
  );
};

/** Compiles the project's files as bundlers and as Node resolve modules. */
export const compile = (folder: string): void => {
  for (const [module, resolution] of [
    ["NodeNext", "NodeNext"],
    ["ESNext", "bundler"],
  ] as const) {
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings(module, resolution)));
    said(join("node_modules", ".bin", "tsc"), ["--project", "."], folder);
  }
};
