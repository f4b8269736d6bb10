import { posix } from "node:path";
import type { Manifest } from "./Manifest.ts";
import type { TextFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";

const references = (file: TextFile): ReadonlySet<string> => {
  const parsed: { references?: ReadonlyArray<{ path: string }> } = JSON.parse(file.text);
  const folder = posix.dirname(file.path);
  return new Set((parsed.references ?? []).map(({ path }) => posix.join(folder, path)));
};

/** TypeScript builds every package after those it depends on: the root and each package name them. */
export const projectReferences = (
  files: ReadonlyArray<TextFile>,
  packages: ReadonlyArray<Manifest>,
): ReadonlyArray<Violation> => {
  const configs = new Map(files.map((file) => [file.path, file]));
  const built = packages.filter(({ home }) => home !== "" && configs.has(`${home}/tsconfig.json`));
  const missing = (path: string, wanted: ReadonlyArray<Manifest>): ReadonlyArray<Violation> => {
    const config = configs.get(path);
    const named = config === undefined ? new Set<string>() : references(config);
    return wanted
      .filter(({ home }) => !named.has(home))
      .map(({ home }) => {
        const reference = posix.relative(posix.dirname(path), home);
        return { file: path, rule: "references", message: `add { "path": "${reference}" } to "references"` };
      });
  };
  return [
    ...missing("tsconfig.json", built),
    ...built.flatMap(({ home, shipped }) =>
      missing(
        `${home}/tsconfig.json`,
        built.filter(({ name }) => shipped.has(name)),
      ),
    ),
  ];
};
