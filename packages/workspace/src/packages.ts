import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { publishedFaults, publishedPackages } from "./packages/Published.ts";
import { makeTools } from "./packages/ranges.ts";
import { aloneFaults, sizeFaults } from "./packages/sizes.ts";
import { compile, makePnpmProject, makeProject, tryWithJest } from "./packages/stranger.ts";
import { pack, said } from "./packages/tarballs.ts";
import { printedBy } from "./pages.ts";
import { sideBySide } from "./sideBySide.ts";
import { snippetsOf } from "./snippets.ts";

// Everything a stranger would meet: the packages as published, installed by npm into an empty project.
const root = join(import.meta.dirname, "..", "..", "..");
const writes = process.argv.includes("--write");
// With every change what is packed is tried by what is at hand; compilers, Nodes and installers of other kinds are fetched.
const isQuick = process.argv.includes("--quick");
const ATTW = join(root, "packages", "workspace", "node_modules", ".bin", "attw");
const TUTORIAL = join(root, "docs", "tutorial", "first-sale.md");
const folder = mkdtempSync(join(tmpdir(), "resale-packages-"));
const faults: Array<string> = [...publishedFaults(root)];

const step = async (name: string, act: () => unknown): Promise<void> => {
  const began = performance.now();
  try {
    await act();
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.stdout.write(`${name} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
};

const packages = publishedPackages(root);

const looksWell = async (tarball: string): Promise<void> => {
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
  });
  const told = messages.map((message) => formatMessage(message, pkg) ?? message.code);
  if (told.length > 0) throw new Error(told.join("\n"));
  await said(ATTW, [tarball, "--profile", "esm-only", "--no-emoji", "--no-color"], root);
};

try {
  await step("API reports", () =>
    said("node", ["packages/workspace/src/api.ts", writes ? "--write" : "--check"], root),
  );
  const tarballs = await sideBySide(packages, availableParallelism(), async (one) => {
    const tarball = await pack(one, root, folder);
    await step(`${one.name}: publint, are the types wrong`, () => looksWell(tarball));
    return tarball;
  });
  const tutorial = readFileSync(TUTORIAL, "utf8");
  const program = snippetsOf(TUTORIAL, tutorial).find(({ runs }) => runs)?.text ?? "";
  const runTutorial = async (project: string, node = "node") => {
    const printed = await said(node, ["first-sale.ts"], project);
    if (printed !== printedBy(tutorial)) throw new Error(`it printed\n${printed}`);
  };
  const project = join(folder, "project");
  await step("npm install into an empty project", () => makeProject(project, root, tarballs));
  writeFileSync(join(project, "first-sale.ts"), program);
  await step("compile as bundlers and as Node resolve", () => compile(project));
  await step("run the tutorial", () => runTutorial(project));
  if (!isQuick) {
    const { compilers, nodes } = await makeTools(join(folder, "tools"));
    for (const { name, file } of compilers) await step(`compile by ${name}`, () => compile(project, file));
    for (const { name, file } of nodes) {
      await step(`run the tutorial on ${name}`, () => runTutorial(project, file));
    }
    await step("try a contract by Jest", () => tryWithJest(project));
    const other = join(folder, "by-pnpm");
    await step("pnpm install into an empty project", () => makePnpmProject(other, root, packages, tarballs));
    writeFileSync(join(other, "first-sale.ts"), program);
    await step("compile and run what pnpm installed", async () => {
      await compile(other);
      await runTutorial(other);
    });
  }
  await step("run core as pages and workers do", async () => faults.push(...(await aloneFaults(project))));
  await step("bundle core for browsers", async () =>
    faults.push(...(await sizeFaults(project, root, writes))),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const fault of faults) process.stdout.write(`\n${fault}\n`);
process.stdout.write(`\n${packages.length} packages, ${faults.length} faults\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
