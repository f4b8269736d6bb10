import { posix } from "node:path";
import { packageOf } from "./importsOf.ts";
import type { Manifest } from "./Manifest.ts";
import type { SourceFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";

/** Modules of `effect` that are not marked stable: core builds on none of them. */
export const UNSTABLE_MODULES: ReadonlySet<string> = new Set([
  "Arbitrary",
  "ByteSize",
  "Bytes",
  "ChannelSchema",
  "ErrorReporter",
  "ExecutionPlan",
  "FileSystem",
  "Glob",
  "Graph",
  "HashRing",
  "LayerMap",
  "LayerRef",
  "Newtype",
  "PartitionedSemaphore",
  "Path",
  "PlatformError",
  "SemVer",
  "SemVerRange",
  "Stdio",
  "Terminal",
  "TextDiff",
  "TxChunk",
  "Version",
]);

const CORE = "packages/core";
const TESTKIT = "packages/testkit";
const TESTKIT_MAY = new Set(["@resale/core", "effect", "@effect/vitest", "chai", "fast-check", "vitest"]);

/** What simulated providers stand on: a room below the adapters, that any of them may use. */
const SIMULATOR = "@resale/simulator";

/** Packages that put others together, as examples do. */
const COMPOSERS = new Set(["packages/bench", "packages/cli", "packages/workspace"]);

const ofCore = (specifier: string, names: ReadonlyArray<string>): string | undefined => {
  if (specifier !== "effect") return `core imports only "effect", not "${specifier}"`;
  const unstable = names.filter((name) => UNSTABLE_MODULES.has(name));
  if (unstable.length > 0) return `${unstable.join(", ")} of "effect" is not stable yet`;
  if (names.includes("*")) return 'name what is taken from "effect": a whole module hides what is unstable';
  return undefined;
};

const broken = (file: SourceFile, specifier: string, names: ReadonlyArray<string>): string | undefined => {
  const name = packageOf(specifier);
  if (file.home === CORE) return ofCore(specifier, names);
  if (name === undefined) return undefined;
  if (file.home === TESTKIT) {
    return TESTKIT_MAY.has(name) ? undefined : `testkit imports only ${[...TESTKIT_MAY].join(", ")}`;
  }
  if (file.home.startsWith("examples/") || COMPOSERS.has(file.home)) return undefined;
  if (!name.startsWith("@resale/") || name === "@resale/core" || name === SIMULATOR) return undefined;
  return `packages know core and ${SIMULATOR} alone; only examples put "${name}" together with this one`;
};

const strays = (file: SourceFile, specifier: string): string | undefined => {
  const target = posix.join(posix.dirname(file.path), specifier);
  if (!target.startsWith(`${file.home}/`))
    return "a relative path leaves its package; import the package by name";
  if (file.part === "src" && target.startsWith(`${file.home}/test/`)) return "src imports from test";
  return undefined;
};

const opens = (specifier: string, packages: ReadonlyArray<Manifest>): string | undefined => {
  const owner = packages.find(({ name }) => name === packageOf(specifier));
  if (owner === undefined || owner.entries.has(specifier)) return undefined;
  return `"${specifier}" is not among the exports of ${owner.name}`;
};

/** Who may import whom: core nobody but `effect`, packages core, examples and tests everybody, all by their exports. */
export const arrows = (
  files: ReadonlyArray<SourceFile>,
  packages: ReadonlyArray<Manifest>,
): ReadonlyArray<Violation> =>
  files.flatMap((file) =>
    file.imports.flatMap(({ specifier, names, line }) => {
      const message = specifier.startsWith(".")
        ? strays(file, specifier)
        : ((file.part === "src" ? broken(file, specifier, names) : undefined) ?? opens(specifier, packages));
      return message === undefined ? [] : [{ file: file.path, line, rule: "arrows" as const, message }];
    }),
  );
