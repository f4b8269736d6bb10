import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { pages, printedBy, read, root, targetsOf } from "../src/pages.ts";
import { headingsOf } from "../src/site/anchors.ts";
import { questions } from "../src/site/sidebar.ts";
import { SHOWN, snippetsOf, writeSnippets } from "../src/snippets.ts";

const run = writeSnippets().filter(({ runs }) => runs);

const fileOf = (page: string, target: string): string => {
  const [file = ""] = target.split("#");
  return file === "" ? page : posix.join(posix.dirname(page), decodeURIComponent(file));
};

const reached = (page: string): ReadonlyArray<string> =>
  targetsOf(read(page)).map((target) => fileOf(page, target));

const isBroken = (page: string, text: string, target: string): boolean => {
  const file = fileOf(page, target);
  if (file !== page && !existsSync(join(root, file))) return true;
  const [, anchor] = target.split("#");
  if (anchor === undefined || !file.endsWith(".md")) return false;
  return !headingsOf(file === page ? text : read(file)).some((heading) => heading.anchor === anchor);
};

const brokenTargets = (page: string, text: string): ReadonlyArray<string> =>
  targetsOf(text)
    .filter((target) => isBroken(page, text, target))
    .map((target) => `${page}: ${target}`);

/** What a module prints while it is loaded, as a process would. */
const printedWhile = async (file: string): Promise<string> => {
  const lines: Array<string> = [];
  const print = (...values: ReadonlyArray<unknown>) => void lines.push(`${format(...values)}\n`);
  const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")];
  for (const spy of spies) spy.mockImplementation(print);
  try {
    await import(pathToFileURL(join(SHOWN, file)).href);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lines.join("");
};

describe("what the docs show", () => {
  for (const { page, file } of run) {
    it(`${page} runs, and prints what it says`, async () => {
      expect(await printedWhile(file)).toBe(printedBy(read(page)));
    });
  }

  it("is compiled as a part of the house's tests, all of it", () => {
    const settings = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
    expect(settings.include).toContain("packages/workspace/shown");
    const blocks = pages()
      .filter((page) => !page.endsWith("/api.md"))
      .flatMap((page) => [...read(page).matchAll(/^```tsx?\b.*\n([\s\S]*?)^```$/gm)]);
    const modules = readdirSync(SHOWN).map((file) => readFileSync(join(SHOWN, file), "utf8"));
    const missing = blocks
      .map(([, code = ""]) => code.replace(/^#!.*$/m, "").trimEnd())
      .filter((code) => !modules.some((text) => text.includes(code)));
    expect(missing).toEqual([]);
    expect(blocks.length).toBeGreaterThan(20);
  });

  it("a fragment is completed by what is given, in the page's own lines, and what follows by what is run", () => {
    const page = [
      "# Title",
      "```ts runnable",
      "const one = 1;",
      "```",
      "<!-- given",
      "declare const two: number;",
      "-->",
      "```ts follows",
      "const three = one + two;",
      "```",
      "```sh",
      "const no = 1;",
      "```",
      "```ts",
      "const { four, five } = read({ six: 6 });",
      "```",
    ].join("\n");
    expect(snippetsOf("docs/a.md", page)).toEqual([
      {
        page: "docs/a.md",
        file: "docs-a-md.ts",
        text: expect.stringMatching(/^\n\nconst one = 1;\n+export/),
        runs: true,
      },
      {
        page: "docs/a.md",
        file: "docs-a-md-2.ts",
        text: expect.stringMatching(
          /^\n\nconst one = 1;\n\n\ndeclare const two: number;\n\n\nconst three = one \+ two;\n+export \{ one, three \};\n$/,
        ),
        runs: false,
      },
      {
        page: "docs/a.md",
        file: "docs-a-md-3.ts",
        text: expect.stringMatching(/^\n{14}const \{ four, five \} = read.*\n+export \{ four, five \};\n$/),
        runs: false,
      },
    ]);
  });

  it("leads only to what is there, and to headings that are there", () => {
    expect(pages().flatMap((page) => brokenTargets(page, read(page)))).toEqual([]);
  });

  it("a link that leads nowhere would be seen, code would not be taken for one", () => {
    const text = "[a](./b.md#c) [d](https://e) `[f](g)`\n```ts\n[h](i)\n```\n[j](k/l) [m](#n)";
    expect(targetsOf(text)).toEqual(["./b.md#c", "k/l", "#n"]);
    const broken = "[a](gone.md) [b](operate.md#gone) [c](operate.md#logs) [d](#gone) [e](#here)\n\n## Here";
    expect(brokenTargets("docs/how-to/a.md", broken)).toEqual([
      "docs/how-to/a.md: gone.md",
      "docs/how-to/a.md: operate.md#gone",
      "docs/how-to/a.md: #gone",
    ]);
  });
});

describe("the home page", () => {
  const home = read("docs/index.md");
  const asked = questions(home).map(({ page }) => `docs/${page}`);

  it("leads from a question to every how-to within two clicks", () => {
    const far = pages().filter((page) => page.startsWith("docs/how-to/") && !asked.includes(page));
    expect(far).toEqual([]);
  });

  it("leads to every other page within two clicks of it", () => {
    const second = asked.filter((page) => page.endsWith(".md")).flatMap((page) => reached(page));
    const near = new Set([...asked, ...second]);
    const far = pages().filter(
      (page) => /^docs\/(?:tutorial|reference|explanation)\//.test(page) && !near.has(page),
    );
    expect(far).toEqual([]);
  });

  it("asks no question twice", () => {
    const words = questions(home).map((one) => one.asked);
    expect(words).toEqual([...new Set(words)]);
  });
});
