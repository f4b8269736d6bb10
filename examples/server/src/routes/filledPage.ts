import type { WrittenPage } from "./writtenAhead.ts";

const TITLE = /<title>[^<]*<\/title>/;
/** What a card says itself. */
const REPLACED = new RegExp(`<meta name="description"[^>]*>|${TITLE.source}`, "g");
const EMPTY = '<div id="shop"></div>';

/** What a page holds beyond the one that all have. */
export interface Filled {
  /** What makes previews of links runs no script. */
  readonly card: string | undefined;
  readonly page: WrittenPage | undefined;
}

/** The page that all have, with what this one holds: the card says title and description itself. */
export const filledPage = (plain: string, { card, page }: Filled): string => {
  const isTitled = page !== undefined && TITLE.test(page.head);
  const bare = card === undefined ? plain.replace(isTitled ? TITLE : "", "") : plain.replaceAll(REPLACED, "");
  const own = card === undefined ? page?.head : `${card}\n${page?.head.replace(TITLE, "") ?? ""}`;
  return bare
    .replace("</head>", () => `${own ?? ""}\n  </head>`)
    .replace(EMPTY, (empty) => page?.body ?? empty);
};
