import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pages, read } from "./pages.ts";

/** A module made of what a page shows. */
export interface Snippet {
  readonly page: string;
  /** The name of its file. */
  readonly file: string;
  readonly text: string;
  /** Run, and held against what the page says is printed; the others are only compiled. */
  readonly runs: boolean;
}

/** A block of code, and what completes it where it is a fragment: `<!-- given …code… -->` before it, unseen by readers. */
interface Shown {
  readonly mark: string;
  readonly lines: ReadonlySet<number>;
}

const FENCE = /^```(\w*)(?: +(\S+))?$/;

/** Where the lines after one end that looks so. */
const until = (lines: ReadonlyArray<string>, from: number, end: RegExp): number => {
  let at = from + 1;
  while (at < lines.length && !end.test(lines[at] ?? "")) at++;
  return at;
};

const between = (from: number, end: number): ReadonlyArray<number> =>
  Array.from({ length: end - from - 1 }, (_, index) => from + 1 + index);

const shownIn = (lines: ReadonlyArray<string>): ReadonlyArray<Shown> => {
  const shown: Array<Shown> = [];
  let given: ReadonlyArray<number> = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line === "<!-- given") {
      const end = until(lines, at, /^-->$/);
      given = between(at, end);
      at = end;
    }
    const fence = FENCE.exec(line);
    if (fence === null) continue;
    const end = until(lines, at, /^```$/);
    if (fence[1] === "ts") {
      shown.push({ mark: fence[2] ?? "", lines: new Set([...given, ...between(at, end)]) });
      given = [];
    }
    at = end;
  }
  return shown;
};

/** The page with all else left blank: what the compiler says of a line is so of that line of the page. */
const only = (lines: ReadonlyArray<string>, shown: ReadonlyArray<Shown>): string =>
  lines
    .map((line, at) => (shown.some((one) => one.lines.has(at)) && !line.startsWith("#!") ? line : ""))
    .join("\n");

/** What a fragment makes is for whoever reads on: that nothing uses it in the fragment is no mistake. */
const leftOver = (text: string): string => {
  const names = [...text.matchAll(/^const (?:(\w+)|\{ ([^}]*) \})/gm)].flatMap(([, one, many]) =>
    one === undefined ? (many ?? "").split(", ") : [one],
  );
  return names.length === 0 ? "export {};" : `export { ${names.join(", ")} };`;
};

/**
 * The modules of a page: one of all that is marked `runnable`, in order; one for each block that `follows` what was
 * runnable before it; one for each of the others.
 */
export const snippetsOf = (page: string, text: string): ReadonlyArray<Snippet> => {
  const lines = text.split("\n");
  const shown = shownIn(lines);
  const name = page.replaceAll(/[/.]/g, "-");
  const runnable = shown.filter(({ mark }) => mark === "runnable");
  const fragments = shown.flatMap((one, at): ReadonlyArray<Snippet> => {
    if (one.mark === "runnable") return [];
    const before = shown.slice(0, at).filter(({ mark }) => mark === "runnable");
    const code = only(lines, one.mark === "follows" ? [...before, one] : [one]);
    return [{ page, file: `${name}-${at + 1}.ts`, text: `${code}\n${leftOver(code)}\n`, runs: false }];
  });
  if (runnable.length === 0) return fragments;
  const whole = { page, file: `${name}.ts`, text: `${only(lines, runnable)}\nexport {};\n`, runs: true };
  return [whole, ...fragments];
};

/** Everything that pages show. Reports of what packages promise are made of declarations, and shortened. */
export const snippets = (): ReadonlyArray<Snippet> =>
  pages()
    .filter((page) => !page.endsWith("/api.md"))
    .flatMap((page) => snippetsOf(page, read(page)));

/** Beside this package, so that what the pages import is what this package has; the root's tests are compiled with it. */
export const SHOWN: string = join(import.meta.dirname, "..", "shown");

/** Writes all modules down, where they are others than those that stand there. */
export const writeSnippets = (): ReadonlyArray<Snippet> => {
  const all = snippets();
  mkdirSync(SHOWN, { recursive: true });
  const known = new Set(all.map(({ file }) => file));
  for (const file of readdirSync(SHOWN)) if (!known.has(file)) rmSync(join(SHOWN, file));
  for (const { file, text } of all) {
    const path = join(SHOWN, file);
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
  }
  return all;
};
