import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import MiniSearch from "minisearch";
import { root } from "../pages.ts";
import { questions } from "./sidebar.ts";

/** As the site's own search asks its index. */
const ASKED = { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } };
/** The page asked for is seen without scrolling. */
const SEEN = 8;

const indexOf = async (dist: string): Promise<MiniSearch> => {
  const [file] = globSync("assets/chunks/@localSearchIndexroot.*.js", { cwd: dist });
  if (file === undefined) throw new Error("the site has no search index");
  const module: { readonly default: string } = await import(pathToFileURL(join(dist, file)).href);
  return MiniSearch.loadJSON(module.default, {
    fields: ["title", "titles", "text"],
    storeFields: ["title", "titles"],
  });
};

/** Pages of the home page that the site's search does not find by the words that lead to them there. */
export const searchFaults = async (dist: string): Promise<ReadonlyArray<string>> => {
  const index = await indexOf(dist);
  const home = readFileSync(join(root, "docs", "index.md"), "utf8");
  return questions(home)
    .filter(({ page }) => page.endsWith(".md") && !page.startsWith(".."))
    .filter(({ label, page }) => {
      const found = index.search(label, ASKED).slice(0, SEEN);
      const place = `/${page.replace(/\.md$/, "")}`;
      return !found.some(({ id }) => String(id).replace(/(?:\.html)?(?:#.*)?$/, "") === place);
    })
    .map(({ label, page }) => `searching for "${label}" does not find ${page}`);
};
