import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { extname, join, posix } from "node:path";
import { root } from "../pages.ts";
import { titleOf } from "./anchors.ts";

const LANGUAGES: Readonly<Record<string, string>> = {
  ".ts": "ts",
  ".tsx": "tsx",
  ".mjs": "js",
  ".json": "json",
};

const fence = (path: string): string => {
  const text = readFileSync(join(root, path), "utf8");
  return `\`\`\`\`${LANGUAGES[extname(path)] ?? "text"}\n${text.trimEnd()}\n\`\`\`\``;
};

const described = (folder: string): string => {
  const manifest: { readonly name?: string; readonly description?: string } = JSON.parse(
    readFileSync(join(root, folder, "package.json"), "utf8"),
  );
  return `# ${manifest.name ?? folder}\n\n${manifest.description ?? ""}`;
};

/** A folder that pages lead to: of an example all its code, of a package what it promises. */
const folderPage = (folder: string): string => {
  const report = join(folder, "api.md");
  if (existsSync(join(root, report))) {
    const promised = readFileSync(join(root, report), "utf8").replace(/^# .*\n/, "");
    return `${described(folder)}\n${promised}`;
  }
  const files = globSync("{src,test}/**/*.{ts,tsx}", { cwd: join(root, folder) })
    .filter((file) => !file.includes("node_modules"))
    .sort();
  // A large example is looked at in a clone: its list of files says where.
  const code =
    files.length > 20
      ? [files.map((file) => `- \`${file}\``).join("\n")]
      : files.map((file) => `## ${file}\n\n${fence(posix.join(folder, file))}`);
  return [described(folder), ...code].join("\n\n");
};

/** A folder of pages: what stands in it, by title. */
const contentsPage = (folder: string): string => {
  const lines = globSync("*.md", { cwd: join(root, folder) })
    .sort()
    .map((file) => `- [${titleOf(readFileSync(join(root, folder, file), "utf8"))}](./${file})`);
  return `# ${posix.basename(folder).replace(/^./, (first) => first.toUpperCase())}\n\n${lines.join("\n")}`;
};

/** Where on the site a path of the repository is shown: Markdown as it is, folders and code on pages of their own. */
export const siteOf = (path: string): string => {
  if (path === "docs/index.md") return "index.md";
  if (path.startsWith("docs/") && extname(path) === "") return `${path.slice("docs/".length)}/index.md`;
  if (path.startsWith("docs/")) return path.slice("docs/".length);
  return path.endsWith(".md") ? path.toLowerCase() : `source/${path}.md`;
};

/** The page of a path that is no Markdown. */
export const sourcePage = (path: string): string => {
  if (path.startsWith("docs/")) return contentsPage(path);
  const page = statSync(join(root, path)).isDirectory() ? folderPage(path) : `# ${path}\n\n${fence(path)}`;
  // Whoever searches looks for an answer: code is found from the page that leads to it.
  return `---\nsearch: false\n---\n\n${page}`;
};
