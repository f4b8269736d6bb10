import { existsSync, globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "../pages.ts";
import { titleOf } from "./anchors.ts";
import { drawn } from "./diagrams.ts";
import { siteOf, sourcePage } from "./targets.ts";

/** What the site is built from: its pages by their place on it, and files that are served as they are. */
export interface Staged {
  readonly pages: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
  /** Paths of the repository that pages lead to and that are not there. */
  readonly missing: ReadonlyArray<string>;
}

const FENCE = /^(`{3,})(\w*)[^\n]*\n([\s\S]*?)^\1$/gm;
const LINK = /(!?\[(?:[^\][]|\[[^\]]*\])*\])\(([^)\s]+)\)/g;
const SERVED = /\.(?:json|svg|png)$/;

const hero = (text: string): string => {
  const [, tagline = ""] = /^# .*\n+([\s\S]*?)\n\n/.exec(text) ?? [];
  const head = {
    layout: "home",
    hero: {
      name: titleOf(text),
      tagline: tagline.replaceAll("\n", " "),
      actions: [
        { theme: "brand", text: "The first sale", link: "/tutorial/first-sale" },
        { theme: "alt", text: "How do I …", link: "#how-do-i" },
      ],
    },
  };
  return `---\n${JSON.stringify(head)}\n---\n${text.replace(/^# .*\n+[\s\S]*?\n\n/, "")}`;
};

/** The pages of `docs/` and all that they lead to, as the site shows them. */
export const staged = (): Staged => {
  const pages = new Map<string, string>();
  const files = new Map<string, string>();
  const missing: Array<string> = [];
  const waiting: Array<string> = [...globSync("docs/**/*.md", { cwd: root }), "CONTRIBUTING.md"].map((path) =>
    path.replaceAll("\\", "/"),
  );
  const known = new Set(waiting);

  const linked = (from: string, whole: string, label: string, href: string): string => {
    if (/^(?:[a-z]+:|#|\/)/.test(href)) return whole;
    const [path = "", anchor] = href.split("#");
    const target = posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(path)));
    if (!existsSync(join(root, target))) {
      missing.push(`${from}: ${href}`);
      return whole;
    }
    if (SERVED.test(target) && target.startsWith("docs/")) {
      files.set(siteOf(target), readFileSync(join(root, target), "utf8"));
      return `${label}(/${siteOf(target)})`;
    }
    if (!known.has(target)) {
      known.add(target);
      waiting.push(target);
    }
    return `${label}(/${siteOf(target)}${anchor === undefined ? "" : `#${anchor}`})`;
  };

  const prose = (from: string, text: string): string =>
    text
      .split(/(`[^`\n]+`)/)
      .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("{{", "&#123;&#123;")))
      .join("")
      .replace(LINK, (whole, label: string, href: string) => linked(from, whole, label, href));

  const figure = (diagram: string, about: string): string => {
    const { light, dark, files: svgs } = drawn(diagram);
    for (const [name, svg] of svgs) files.set(`diagrams/${name}`, svg);
    const image = (name: string, look: string) =>
      `<img class="${look}" src="/diagrams/${name}" alt="Diagram: ${about}">`;
    return `<figure class="diagram" tabindex="0">${image(light, "light-only")}${image(dark, "dark-only")}</figure>`;
  };

  const shown = (from: string, text: string): string => {
    let at = 0;
    let out = "";
    let about = titleOf(text);
    for (const match of text.matchAll(FENCE)) {
      const before = text.slice(at, match.index);
      about = [...before.matchAll(/^#+ (.+)$/gm)].at(-1)?.[1] ?? about;
      out += prose(from, before);
      out += match[2] === "mermaid" ? figure(match[3] ?? "", about) : match[0];
      at = match.index + match[0].length;
    }
    return out + prose(from, text.slice(at));
  };

  for (const path of waiting) {
    const isPage = path.endsWith(".md");
    const text = isPage ? readFileSync(join(root, path), "utf8") : sourcePage(path);
    const page = isPage ? shown(path, text) : text;
    pages.set(siteOf(path), path === "docs/index.md" ? hero(page) : page);
  }
  return { pages, files, missing };
};
