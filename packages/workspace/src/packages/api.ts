import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";
import type { Published } from "./Published.ts";

/** A longer declaration is told by its beginning, and by a digest of the rest. */
const LONGEST = 400;

type Names = Map<string, string>;

const withoutComments = (text: string, comments: ReadonlyArray<{ start: number; end: number }>): string => {
  let kept = "";
  let at = 0;
  for (const { start, end } of comments) {
    kept += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return kept + text.slice(at);
};

const shortened = (declaration: string): string => {
  const text = declaration.replace(/\s+/g, " ").trim();
  if (text.length <= LONGEST) return text;
  const rest = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return `${text.slice(0, LONGEST)} … /* ${text.length} characters, ${rest} */`;
};

/** What a declaration file can be asked for by name, with all that it hands on from others. */
const namesOf = (file: string, seen = new Set<string>()): Names => {
  const names: Names = new Map();
  if (seen.has(file) || !existsSync(file)) return names;
  seen.add(file);
  const raw = readFileSync(file, "utf8");
  const { program, comments } = parseSync(file, raw);
  const text = withoutComments(raw, comments);
  const local: Names = new Map();
  // The compiler leaves `.ts` in declarations: it finds the `.d.ts` beside.
  const aside = (specifier: string) => normalize(join(dirname(file), specifier.replace(/\.[jt]s$/, ".d.ts")));
  const declared = (into: Names, statement: string) => {
    const found =
      /^(?:export )?(?:declare )?(?:abstract )?(?:const|let|function|class|interface|type|namespace) ([\w$]+)/.exec(
        statement,
      );
    const name = found?.[1];
    if (name !== undefined) into.set(name, [into.get(name), shortened(statement)].filter(Boolean).join("\n"));
  };
  for (const node of program.body) {
    const statement = text.slice(node.start, node.end).replace(/\s+/g, " ").trim();
    if (node.type === "ExportAllDeclaration" && node.source.value.startsWith(".")) {
      for (const [name, told] of namesOf(aside(node.source.value), seen)) names.set(name, told);
    } else if (node.type === "ExportNamedDeclaration" && node.declaration === null) {
      const from = node.source?.value;
      const others = from?.startsWith(".") ? namesOf(aside(from), new Set()) : local;
      for (const { local: own, exported } of node.specifiers) {
        const [inner, outer] = [own, exported].map((one) => ("name" in one ? one.name : one.value));
        const told = others.get(inner ?? "") ?? `export { ${inner} } from "${from ?? ""}"`;
        names.set(outer ?? "", told);
      }
    } else if (node.type === "ExportNamedDeclaration") declared(names, statement);
    else declared(local, statement);
  }
  return names;
};

const section = (one: Published, specifier: string, declaration: string, root: string): string => {
  const names = [...namesOf(normalize(join(root, one.folder, declaration)))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const lines = names.map(([, told]) => told).join("\n");
  return `## \`${one.name}${specifier.slice(1)}\`\n\n\`\`\`ts\n${lines}\n\`\`\`\n`;
};

/** All that can be imported from a package, as its declarations say: what changes here changes for strangers. */
export const apiReport = (one: Published, root: string): string => {
  const sections = [...one.entries].map(([specifier, { declaration }]) =>
    section(one, specifier, declaration, root),
  );
  const head = `# What \`${one.name}\` promises\n\nMade from the built declarations by \`npm run api\`. A line that changes here is named in a changeset.\n`;
  return [head, ...sections].join("\n");
};
