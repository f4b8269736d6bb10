import { join } from "node:path";
import { defineConfig } from "vitepress";
import { slugOf } from "../../src/site/anchors.ts";
import { sidebar } from "../../src/site/sidebar.ts";
import { staged } from "../../src/site/staged.ts";

export default defineConfig({
  title: "Resale",
  description: "The engine behind a brand's own second-hand marketplace.",
  lang: "en-US",
  base: process.env["SITE_BASE"] ?? "/",
  // Without an icon of its own a site is asked for one.
  head: [["link", { rel: "icon", href: "data:," }]],
  srcDir: ".pages",
  outDir: join(import.meta.dirname, "..", "dist"),
  cleanUrls: false,
  markdown: {
    anchor: { slugify: slugOf },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  themeConfig: {
    nav: [
      { text: "First sale", link: "/tutorial/first-sale" },
      { text: "How do I …", link: "/#how-do-i" },
      { text: "Reference", link: "/reference/program" },
      { text: "Why", link: "/explanation/architecture" },
    ],
    sidebar: [...sidebar(staged().pages)].map((entry) => ({ ...entry, items: [...(entry.items ?? [])] })),
    outline: { level: [2, 3] },
    search: { provider: "local" },
    docFooter: { prev: false, next: false },
  },
});
