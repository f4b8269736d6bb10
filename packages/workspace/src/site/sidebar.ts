import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "../pages.ts";
import { titleOf } from "./anchors.ts";

/** An entry of the site's side: a page, or a group of such. */
export interface Entry {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: ReadonlyArray<Entry>;
}

const ROW = /^\| *([^|]*?) *\|[^|\n]*?\[([^\]]*)\]\(([^)#]+)/gm;

/** A question of the home page: under which heading, in which words, and to which page of `docs/`. */
export interface Question {
  readonly under: string;
  readonly asked: string;
  /** The words of the link. */
  readonly label: string;
  readonly page: string;
}

export const questions = (home: string): ReadonlyArray<Question> =>
  home.split(/^(?=#{2,3} )/m).flatMap((section) =>
    [...section.matchAll(ROW)].map(([, asked = "", label = "", page = ""]) => ({
      under: titleOf(section),
      asked,
      label,
      page: posix.normalize(page),
    })),
  );

const short = (title: string): string =>
  title.replace(/^How to (.)/, (_, first: string) => first.toUpperCase());

const listed = (pages: ReadonlyMap<string, string>, within: string): ReadonlyArray<Entry> =>
  [...pages]
    .filter(([path]) => posix.dirname(path) === within && posix.basename(path) !== "index.md")
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => ({ text: short(titleOf(text)), link: `/${path.replace(/\.md$/, "")}` }));

/** What stands at the side: how-to pages under the home page's headings, the rest by its folder. */
export const sidebar = (pages: ReadonlyMap<string, string>): ReadonlyArray<Entry> => {
  const asked = questions(readFileSync(join(root, "docs", "index.md"), "utf8"));
  const howTo = listed(pages, "how-to");
  const headings = [...new Set(asked.map(({ under }) => under))];
  const under = (entry: Entry) =>
    asked.find(({ page }) => `/${page.replace(/\.md$/, "")}` === entry.link)?.under;
  const groups = headings
    .map((text) => ({ text, collapsed: false, items: howTo.filter((entry) => under(entry) === text) }))
    .filter(({ items }) => items.length > 0);
  return [
    { text: "Tutorial", items: listed(pages, "tutorial") },
    ...groups,
    {
      text: "Reference",
      collapsed: false,
      items: [
        ...listed(pages, "reference"),
        { text: "Each problem", collapsed: true, items: listed(pages, "reference/problems") },
      ],
    },
    { text: "Explanation", collapsed: false, items: listed(pages, "explanation") },
    { text: "Decisions", collapsed: true, items: listed(pages, "decisions") },
    { text: "The house", items: [{ text: "Working on the engine", link: "/contributing" }] },
  ];
};
