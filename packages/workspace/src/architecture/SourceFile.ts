import { type Node, type Program, parseSync } from "oxc-parser";
import { type ImportOf, importsOf } from "./importsOf.ts";

/** A file of the workspace as text: what the whole check is a function of. */
export interface TextFile {
  /** Path from the workspace's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A parsed module and where it stands in the house. */
export interface SourceFile extends TextFile {
  /** `packages/core`, `examples/server`. */
  readonly home: string;
  readonly part: "src" | "test";
  /** Path inside its part: `usecases/confirm.ts`. */
  readonly inner: string;
  readonly program: Program;
  readonly imports: ReadonlyArray<ImportOf>;
}

const PLACE = /^((?:packages|examples)\/[^/]+)\/(?:(src|test)\/)?(.+\.(?:m?[jt]s|[jt]sx))$/;

const place = (path: string): Pick<SourceFile, "home" | "part" | "inner"> | undefined => {
  const [, home, part, inner] = PLACE.exec(path) ?? [];
  if (home === undefined || inner === undefined) return undefined;
  return { home, part: part === "test" ? "test" : "src", inner };
};

/** The modules among the files, parsed once; anything outside packages and examples is left out. */
export const sourceFiles = (files: ReadonlyArray<TextFile>): ReadonlyArray<SourceFile> =>
  files.flatMap((file) => {
    const where = place(file.path);
    if (where === undefined) return [];
    const { program, errors } = parseSync(file.path, file.text);
    if (errors.length > 0) throw new SyntaxError(`${file.path}: ${errors.map((e) => e.message).join("; ")}`);
    return [{ ...file, ...where, program, imports: importsOf(program, file.text) }];
  });

/** The line, counted from 1, at which a node starts. */
export const lineOf = (text: string, node: Pick<Node, "start">): number =>
  text.slice(0, node.start).split("\n").length;
