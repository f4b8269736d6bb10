import { packageOf } from "./importsOf.ts";
import type { Manifest } from "./Manifest.ts";
import type { SourceFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";

const VERSION = /^(?:catalog:[a-z]*|workspace:\*)$/;

const undeclared = (file: SourceFile, home: Manifest, name: string): string | undefined => {
  if (name === home.name || home.shipped.has(name)) return undefined;
  const isShipped = file.part === "src" && !home.isPrivate;
  if (!isShipped && home.dev.has(name)) return undefined;
  return `"${name}" is not declared in ${home.path}${isShipped && home.dev.has(name) ? " but for development" : ""}`;
};

const versions = ({ path, shipped, dev }: Manifest): ReadonlyArray<Violation> =>
  [...shipped, ...dev]
    .filter(([, range]) => !VERSION.test(range))
    .map(([name, range]) => ({
      file: path,
      rule: "dependencies",
      message: `"${name}": "${range}" must be "catalog:…" or "workspace:*"`,
    }));

/** Every import is declared where it is used, and every version stands in the catalog. */
export const dependencies = (
  files: ReadonlyArray<SourceFile>,
  packages: ReadonlyArray<Manifest>,
): ReadonlyArray<Violation> => [
  ...packages.flatMap(versions),
  ...files.flatMap((file) => {
    const home = packages.find((candidate) => candidate.home === file.home);
    return file.imports.flatMap(({ specifier, line }): ReadonlyArray<Violation> => {
      const name = packageOf(specifier);
      if (name === undefined) return [];
      const message = home === undefined ? `${file.home} has no package.json` : undeclared(file, home, name);
      return message === undefined ? [] : [{ file: file.path, line, rule: "dependencies", message }];
    });
  }),
];
