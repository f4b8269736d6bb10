/** Markup that is safe to put into a page as it is: only the tag `html` makes it. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  static of(strings: TemplateStringsArray, values: ReadonlyArray<Fragment>): Html {
    let markup = strings[0] ?? "";
    values.forEach((value, index) => {
      markup += markupOf(value) + (strings[index + 1] ?? "");
    });
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template: text is escaped, markup is not, `undefined` is nothing. */
export type Fragment = string | number | Html | undefined | ReadonlyArray<Fragment>;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

// Control characters are no part of a text, and characters that turn the direction of writing can disguise one.
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Makes a text safe between tags and between quotes. */
export const escapeHtml = (text: string): string =>
  text
    .replace(unprintable, (character) => (character === "\n" || character === "\t" ? character : ""))
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? "");

const markupOf = (value: Fragment): string => {
  if (value === undefined) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "string" || typeof value === "number") return escapeHtml(`${value}`);
  return value.map(markupOf).join("");
};

/** Markup from a template. Every value in it is escaped unless it is markup itself. */
export const html = (strings: TemplateStringsArray, ...values: ReadonlyArray<Fragment>): Html =>
  Html.of(strings, values);
