import type { TextFile } from "./SourceFile.ts";

/** What the check needs of one package.json. */
export interface Manifest {
  readonly path: string;
  /** `packages/core`; empty for the root. */
  readonly home: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Specifiers that `exports` opens, `@resale/postgres/embedded`. */
  readonly entries: ReadonlySet<string>;
  /** Range by name. */
  readonly shipped: ReadonlyMap<string, string>;
  readonly dev: ReadonlyMap<string, string>;
}

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

const ranges = (json: Json, ...fields: ReadonlyArray<string>): ReadonlyMap<string, string> =>
  new Map(
    fields.flatMap((field) =>
      Object.entries(json[field] ?? {}).map(([name, range]) => [name, String(range)]),
    ),
  );

const entries = (name: string, exported: unknown): ReadonlySet<string> => {
  const paths = isJson(exported) ? Object.keys(exported).filter((path) => path.startsWith(".")) : ["."];
  return new Set(paths.map((path) => `${name}${path.slice(1)}`));
};

const manifest = ({ path, text }: TextFile): Manifest => {
  const json: unknown = JSON.parse(text);
  if (!isJson(json)) throw new SyntaxError(`${path}: not an object`);
  const name = String(json["name"]);
  return {
    path,
    home: path.replace(/\/?package\.json$/, ""),
    name,
    isPrivate: json["private"] === true,
    entries: entries(name, json["exports"]),
    shipped: ranges(json, "dependencies", "peerDependencies", "optionalDependencies"),
    dev: ranges(json, "devDependencies"),
  };
};

/** The package.json files among the files. */
export const manifests = (files: ReadonlyArray<TextFile>): ReadonlyArray<Manifest> =>
  files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path)).map(manifest);
