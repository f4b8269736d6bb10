import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moduleOf, pages, printedBy, read, root, targetsOf } from "../src/pages.ts";
import { headingsOf } from "../src/site/anchors.ts";
import { questions } from "../src/site/sidebar.ts";

/** Beside this package, so that what the pages import is what this package has. */
const folder = join(import.meta.dirname, "..", `shown-${process.pid}`);
const bin = join(root, "node_modules", ".bin");

const shown = pages().flatMap((page) => {
  const text = moduleOf(read(page));
  return text === undefined ? [] : [{ page, text, file: `${page.replaceAll(/[/.]/g, "-")}.ts` }];
});

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

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of shown) writeFileSync(join(folder, file), text);
  const settings = {
    extends: "../../../tsconfig.test.json",
    compilerOptions: { lib: ["ES2024", "ESNext.Disposable"] },
    include: ["."],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what the docs show", () => {
  it("compiles as strictly as our own code", { timeout: 240_000 }, () => {
    const { stdout, status } = spawnSync(join(bin, "tsc"), ["--project", folder], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  for (const { page, file } of shown) {
    it(`${page} runs, and prints what it says`, { timeout: 120_000 }, () => {
      const { stdout, stderr } = spawnSync(process.execPath, [join(folder, file)], { encoding: "utf8" });
      expect(stderr).toBe("");
      expect(stdout).toBe(printedBy(read(page)));
    });
  }

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
