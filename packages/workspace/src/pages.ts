import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A fenced block of a page: its language, the word behind it, and what stands in it. */
export interface Block {
  readonly language: string;
  readonly mark: string;
  readonly text: string;
}

/** The repository's root. */
export const root: string = join(import.meta.dirname, "..", "..", "..");

/** Every page that people read, by its path from the root. */
export const pages = (): ReadonlyArray<string> =>
  globSync(["*.md", "docs/**/*.md", "packages/*/*.md", "examples/*/*.md"], { cwd: root }).sort();

export const read = (page: string): string => readFileSync(join(root, page), "utf8");

export const blocksOf = (text: string): ReadonlyArray<Block> =>
  [...text.matchAll(/^```(\w+)(?: +(\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", mark = "", inside = ""]) => ({
      language,
      mark,
      text: inside,
    }),
  );

/** What the page says is printed. */
export const printedBy = (text: string): string =>
  blocksOf(text)
    .filter(({ mark }) => mark === "printed")
    .map((block) => block.text)
    .join("");

/** Where a page leads to within the repository: a file, a heading (`#…`), or a heading of a file. */
export const targetsOf = (text: string): ReadonlyArray<string> => {
  const prose = text
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, " "));
  return [...prose.matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
};
