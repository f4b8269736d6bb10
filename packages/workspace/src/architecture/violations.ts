import { arrows } from "./arrows.ts";
import { cycles } from "./cycles.ts";
import { dependencies } from "./dependencies.ts";
import { folders } from "./folders.ts";
import { length } from "./length.ts";
import { lockfile } from "./lockfile.ts";
import { manifests } from "./Manifest.ts";
import { purity } from "./purity.ts";
import { projectReferences } from "./references.ts";
import { sourceFiles, type TextFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";

/** All that is out of order among a workspace's files: its modules, package.json and tsconfig.json files, lockfile. */
export const violations = (files: ReadonlyArray<TextFile>): ReadonlyArray<Violation> => {
  const sources = sourceFiles(files);
  const packages = manifests(files);
  return [
    ...arrows(sources, packages),
    ...purity(sources),
    ...folders(sources),
    ...dependencies(sources, packages),
    ...cycles(sources),
    ...length(sources),
    ...projectReferences(files, packages),
    ...lockfile(files),
  ];
};
