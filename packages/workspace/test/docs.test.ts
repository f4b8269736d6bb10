import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksOf, moduleOf, pages, printedBy, read, root } from "../src/pages.ts";

/** Beside this package, so that what the pages import is what this package has. */
const folder = join(import.meta.dirname, "..", `shown-${process.pid}`);
const bin = join(root, "node_modules", ".bin");

const shown = pages().flatMap((page) => {
  const text = moduleOf(read(page));
  return text === undefined ? [] : [{ page, text, file: `${page.replaceAll(/[/.]/g, "-")}.ts` }];
});

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

  it("leads only to what is there", () => {
    const broken = pages().flatMap((page) =>
      linksOf(read(page))
        .filter((target) => !existsSync(join(root, dirname(page), decodeURIComponent(target))))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("a link that leads nowhere would be seen, code would not be taken for one", () => {
    const text = "[a](./b.md#c) [d](https://e) `[f](g)`\n```ts\n[h](i)\n```\n[j](k/l)";
    expect(linksOf(text)).toEqual(["./b.md", "k/l"]);
  });
});
