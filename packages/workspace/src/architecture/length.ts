import type { SourceFile } from "./SourceFile.ts";
import type { Violation } from "./Violation.ts";

const LIMIT = 250;

/** Files that are longer with good reason: path and reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map();

/** A file of src that wants more than 250 lines holds two concepts. */
export const length = (
  files: ReadonlyArray<SourceFile>,
  allowed: ReadonlyMap<string, string> = ALLOWED,
): ReadonlyArray<Violation> =>
  files.flatMap(({ path, part, text }) => {
    const lines = text.replace(/\n$/, "").split("\n").length;
    if (part !== "src" || lines <= LIMIT || allowed.has(path)) return [];
    return [{ file: path, rule: "length", message: `${lines} lines: over ${LIMIT}, it holds two concepts` }];
  });
