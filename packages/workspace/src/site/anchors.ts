/** The name by which a heading is led to, as GitHub makes it: the site uses the same, so that a link holds in both. */
export const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/<[^>]*>|[^\p{L}\p{N}\p{M}_ -]/gu, "")
    .replaceAll(" ", "-");

const plain = (heading: string): string =>
  heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]|(?<!\w)_|_(?!\w)/g, "");

/** Every heading of a page, with its depth, its words and the anchor that leads to it. */
export const headingsOf = (text: string) => {
  const seen = new Map<string, number>();
  return [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^(#{1,6}) +(.+?)(?: +#+)?$/gm)].map(
    ([, marks = "", said = ""]) => {
      const title = plain(said);
      const slug = slugOf(title);
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return { depth: marks.length, title, anchor: before === 0 ? slug : `${slug}-${before}` };
    },
  );
};

/** A page's title: its first heading. */
export const titleOf = (text: string): string => headingsOf(text)[0]?.title ?? "";
