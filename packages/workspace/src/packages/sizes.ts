import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, ranAlone } from "./bundle.ts";

/** What a page may want of core, from the least to all of it. */
const WANTED = [
  ["message", "Words for a refusal", 'export { messageOf } from "@resale/core";'],
  [
    "price",
    "The recommended price, with the reference Program",
    'export { recommend, preLoved } from "@resale/core";',
  ],
  [
    "decide",
    "Every decision about an order, in the browser",
    'export { decide, explain, orderMachine, preLoved } from "@resale/core";',
  ],
  ["core", "All of core", 'export * from "@resale/core";'],
] as const;

const PAGE = join("docs", "reference", "sizes.md");
/** In hundredths: what a size may differ by from what is written, before somebody looks at it. */
const LEEWAY = 10;

const written = (root: string): ReadonlyMap<string, number> => {
  const file = join(root, PAGE);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return new Map(
    [...text.matchAll(/^\| (.+?) +\| +([\d.]+) kB/gm)].map(([, what = "", size]) => [what, Number(size)]),
  );
};

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

const ASKED = `import { decide, orderMachine, preLoved, recommend } from "@resale/core";
const piece = { msrp: 10000, grade: "Good", purchasedAt: 0 };
export const price = recommend(preLoved, piece, 1800000000000).price;
const context = { now: 0, actor: { _tag: "Visitor" }, program: preLoved };
export const refusal = decide(orderMachine, "o", undefined, { _tag: "Confirm" }, context).failure._tag;`;

/** Core recommends and decides in a page and in a worker, where there is no Node. */
export const aloneFaults = async (folder: string): Promise<ReadonlyArray<string>> => {
  const answered = JSON.stringify(await ranAlone(folder, "asked", ASKED));
  const right = JSON.stringify({ price: 2000, refusal: "NotFound" });
  return answered === right ? [] : [`core answered ${answered} in a browser, where ${right} is right`];
};

/** Bundles parts of core for browsers: nothing of Node may be left in them, and a part must be smaller than the whole. */
export const sizeFaults = async (
  folder: string,
  root: string,
  writes: boolean,
): Promise<ReadonlyArray<string>> => {
  const faults: Array<string> = [];
  const before = written(root);
  const rows: Array<string> = [];
  let last = 0;
  for (const [name, what, source] of WANTED) {
    const { gzipped, bytes, foreign } = await bundled(folder, name, source);
    if (foreign !== undefined) faults.push(`${what}: needs ${foreign} of Node`);
    if (gzipped <= last) faults.push(`${what}: is no larger than what is less: nothing is shaken off`);
    last = gzipped;
    const was = before.get(what) ?? 0;
    const now = bytes / 1000;
    if (!writes && Math.abs(now - was) > (was * LEEWAY) / 100) {
      faults.push(`${what}: ${kB(bytes)} kB, where ${was} kB is written in ${PAGE}`);
    }
    rows.push(`| ${what} | ${kB(bytes)} kB | ${kB(gzipped)} kB |`);
  }
  if (writes) writeFileSync(join(root, PAGE), page(rows));
  return faults;
};

const page = (rows: ReadonlyArray<string>): string => `# What core weighs in a browser

Bundled and minified with all that it needs of \`effect\`, for pages and workers; nothing in it is Node's. Written by
\`npm run packages -- --write\`, which bundles what would be published; without \`--write\` it fails where a size has moved by
more than ${LEEWAY} %.

| what is imported | minified | gzipped |
| --- | ---: | ---: |
${rows.join("\n")}
`;
