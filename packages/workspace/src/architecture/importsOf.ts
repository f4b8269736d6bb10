import type { Node, Program } from "oxc-parser";
import { walk } from "./walk.ts";

/** An `import`, `export … from`, `import(…)` or `import("…")` type of a module. */
export interface ImportOf {
  readonly specifier: string;
  /** What is taken; `*` for a whole module. */
  readonly names: ReadonlyArray<string>;
  readonly line: number;
}

const named = (node: Node): string => {
  switch (node.type) {
    case "ImportSpecifier":
      return node.imported.type === "Literal" ? node.imported.value : node.imported.name;
    case "ExportSpecifier":
      return node.local.type === "Literal" ? node.local.value : node.local.name;
    case "ImportDefaultSpecifier":
      return "default";
    default:
      return "*";
  }
};

const literal = (node: Node): string | undefined =>
  node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;

const asImport = (node: Node): { specifier: string; names: ReadonlyArray<string> } | undefined => {
  switch (node.type) {
    case "ImportDeclaration":
      return { specifier: node.source.value, names: node.specifiers.map(named) };
    case "ExportNamedDeclaration":
      return node.source === null
        ? undefined
        : { specifier: node.source.value, names: node.specifiers.map(named) };
    case "ExportAllDeclaration":
      return { specifier: node.source.value, names: ["*"] };
    case "ImportExpression":
    case "TSImportType": {
      const specifier = literal(node.source);
      return specifier === undefined ? undefined : { specifier, names: ["*"] };
    }
    default:
      return undefined;
  }
};

/** Every module another module asks for, with the line where it does. */
export const importsOf = (program: Program, text: string): ReadonlyArray<ImportOf> => {
  const found: Array<ImportOf> = [];
  walk(program, (node) => {
    const asked = asImport(node);
    if (asked !== undefined) found.push({ ...asked, line: text.slice(0, node.start).split("\n").length });
  });
  return found;
};

/** The package a specifier names: `@resale/core/x` is `@resale/core`; nothing for relative paths and Node's own. */
export const packageOf = (specifier: string): string | undefined => {
  if (/^(?:\.|\/|node:)/.test(specifier)) return undefined;
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
};
