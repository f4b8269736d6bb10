import {
  type Cents,
  type Deadline,
  format,
  type Item,
  type Mail,
  type MailTag,
  type Program,
  type Reason,
} from "@resale/core";
import type { Links } from "../Links.ts";
import type { Block, Letter } from "../layout/Letter.ts";
import { reckoning, until } from "../layout/when.ts";
import { brief, oneLine } from "../layout/words.ts";

/** In whose name a letter is written, and where its links lead. */
export interface Setting {
  readonly program: Program;
  readonly links: Links;
}

/** The mail of one tag. */
export type MailOf<Tag extends MailTag> = Extract<Mail, { _tag: Tag }>;

/** What one mail says. */
export type Template<Tag extends MailTag> = (mail: MailOf<Tag>, setting: Setting) => Letter;

export const greet = (recipient: string): string => {
  const name = oneLine(recipient);
  return name === "" ? "Hello," : `Dear ${name},`;
};

/** The thing's name inside a sentence. */
export const named = (item: Item): string => oneLine(item.title);

/** A subject about a thing: what happened, and to which. */
export const subjectOf = (what: string, item: Item): string => `${what}: ${brief(item.title)}`;

export const money = (item: Pick<Item, "currency">, amount: Cents): string => format(amount, item.currency);

/** The thing with its price and, where the shop serves it, its photo. */
export const pieceOf = (item: Item, { links }: Setting, detail = money(item, item.price)): Block => {
  const words = { _tag: "Piece", title: named(item), detail } as const;
  if (item.photo === undefined || links.photo === undefined) return words;
  return { ...words, photo: links.photo(item.photo, "list"), large: links.photo(item.photo, "detail") };
};

/** A deadline set off from the text, with its reckoning. */
export const momentOf = (label: string, deadline: Deadline, { program }: Setting): Block => {
  const when = until(program, deadline);
  return {
    _tag: "Moment",
    label,
    when: `${when.charAt(0).toUpperCase()}${when.slice(1)}`,
    why: reckoning(program, deadline),
  };
};

/** The label that a Program gives to a key of its own; nothing, if it knows no such key. */
export const labelOf = (
  choices: ReadonlyArray<{ readonly key: string; readonly label: string }>,
  key: string,
): string | undefined => choices.find((choice) => choice.key === key)?.label;

const bare = (words: string): string => words.trim().replace(/[.]$/, "").toLowerCase();

/** A reason by its name, and what was written about it; what was written is left out where it says the same. */
export const statedAs = (label: string, text: string): ReadonlyArray<Block> => {
  const words = text.trim();
  return words === "" || bare(words) === bare(label)
    ? [{ _tag: "Paragraph", text: `${label}.` }]
    : [{ _tag: "Quote", by: label, text: words }];
};

/** The brand's reason, in the Program's words for its code and in the words it wrote. */
export const reasonOf = (reason: typeof Reason.Type, { program }: Setting): ReadonlyArray<Block> =>
  statedAs(labelOf(program.review.denialReasons, reason.code) ?? "The reason", reason.text);
