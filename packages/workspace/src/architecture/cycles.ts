import { posix } from "node:path";
import type { SourceFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";

const neighbours = (file: SourceFile): ReadonlyArray<string> =>
  file.imports
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier }) => posix.join(posix.dirname(file.path), specifier));

/** Circles of imports inside a package, types included: two files that need each other are one concept or a wrong cut. */
export const cycles = (files: ReadonlyArray<SourceFile>): ReadonlyArray<Violation> => {
  const graph = new Map(files.map((file) => [file.path, neighbours(file)]));
  const finished = new Set<string>();
  const found: Array<Violation> = [];
  const follow = (path: string, trail: ReadonlyArray<string>): void => {
    if (finished.has(path)) return;
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      const circle = [...trail.slice(seenAt), path].join(" → ");
      found.push({ file: path, rule: "cycles", message: `imports go in a circle: ${circle}` });
      return;
    }
    for (const next of graph.get(path) ?? []) follow(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of [...graph.keys()].sort()) follow(path, []);
  return found;
};
