import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deadLinks } from "./readme.ts";

type Json = Readonly<Record<string, unknown>>;

/** A package that strangers install. */
export interface Published {
  readonly name: string;
  /** From the root: `packages/core`. */
  readonly folder: string;
  /** Source and declaration of each way in, by its specifier: `./contracts`. */
  readonly entries: ReadonlyMap<string, { readonly source: string; readonly declaration: string }>;
  readonly manifest: Json;
}

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const group = (json: Json, field: string): Json => {
  const value = json[field];
  return isJson(value) ? value : {};
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const published = (root: string, path: string): ReadonlyArray<Published> => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, path), "utf8"));
  if (!isJson(manifest) || manifest["private"] === true) return [];
  const opened = group(group(manifest, "publishConfig"), "exports");
  const entries = Object.entries(group(manifest, "exports")).map(([specifier, source]) => {
    const target = opened[specifier];
    const declaration = isJson(target) ? text(target["types"]) : "";
    return [specifier, { source: text(source), declaration }] as const;
  });
  return [{ name: text(manifest["name"]), folder: dirname(path), entries: new Map(entries), manifest }];
};

/** Every package of the workspace that is not private. */
export const publishedPackages = (root: string): ReadonlyArray<Published> =>
  globSync("packages/*/package.json", { cwd: root })
    .sort()
    .flatMap((path) => published(root, path));

const built = (source: string, ending: string): string =>
  source.replace(/^\.\/src\//, "./dist/").replace(/\.ts$/, ending);

const entryFaults = (root: string, one: Published): ReadonlyArray<string> => {
  const opened = group(group(one.manifest, "publishConfig"), "exports");
  const faults: Array<string> = [];
  for (const [specifier, { source }] of one.entries) {
    if (!existsSync(join(root, one.folder, source)))
      faults.push(`exports "${specifier}" from ${source}, which is not there`);
    const target = opened[specifier];
    const [types, code] = [built(source, ".d.ts"), built(source, ".js")];
    if (!isJson(target) || target["types"] !== types || target["default"] !== code) {
      faults.push(`publishes "${specifier}" as something else than ${types} and ${code}`);
    }
  }
  for (const specifier of Object.keys(opened)) {
    if (!one.entries.has(specifier)) faults.push(`publishes "${specifier}", which it does not export`);
  }
  return faults;
};

/** What would surprise whoever installs a package: told without building or packing anything. */
export const publishedFaults = (root: string): ReadonlyArray<string> => {
  const all = publishedPackages(root);
  const names = new Set(all.map(({ name }) => name));
  return all.flatMap((one) => {
    const { manifest } = one;
    const shipped = Object.keys({
      ...group(manifest, "dependencies"),
      ...group(manifest, "peerDependencies"),
    });
    const faults = [...entryFaults(root, one)];
    for (const field of ["description", "license"]) {
      if (manifest[field] === undefined) faults.push(`has no ${field}`);
    }
    const missing = shipped.filter((name) => name.startsWith("@resale/") && !names.has(name));
    for (const name of missing) faults.push(`needs ${name}, which is not published`);
    // Two copies of Effect in one process do not know each other's services.
    if ("effect" in group(manifest, "dependencies")) faults.push('brings "effect" itself: it is a peer');
    if (!("effect" in group(manifest, "peerDependencies"))) faults.push('does not name "effect" as a peer');
    const files = Array.isArray(manifest["files"]) ? manifest["files"].map(text) : [];
    for (const target of deadLinks(join(root, one.folder), files)) {
      faults.push(`leads from its README to ${target}, which is not packed: name the page in words`);
    }
    return faults.map((fault) => `${one.name} ${fault}`);
  });
};
