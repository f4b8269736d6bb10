/** A line of a small table: what, how much. `strong` is the line that counts. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}

/** One piece of a letter. All texts are plain: how they look, and that they are escaped, is the layout's business. */
export type Block =
  | { readonly _tag: "Paragraph"; readonly text: string }
  /** The thing it is about. `large` is the photograph as it fills a letter that is about this piece alone. */
  | {
      readonly _tag: "Piece";
      readonly title: string;
      readonly detail: string;
      readonly photo?: string;
      readonly large?: string;
    }
  | { readonly _tag: "Figures"; readonly rows: ReadonlyArray<Figure> }
  /** A moment that matters, set off from the rest, with how it was reckoned. */
  | { readonly _tag: "Moment"; readonly label: string; readonly when: string; readonly why?: string }
  | { readonly _tag: "Steps"; readonly title: string; readonly steps: ReadonlyArray<string> }
  /** Somebody's own words. */
  | { readonly _tag: "Quote"; readonly by: string; readonly text: string }
  /** What the reader is asked to do: at most one in a letter. */
  | { readonly _tag: "Button"; readonly label: string; readonly href: string }
  | { readonly _tag: "Link"; readonly label: string; readonly href: string }
  | { readonly _tag: "Entry"; readonly title: string; readonly detail: string; readonly href: string }
  | { readonly _tag: "Address"; readonly label: string; readonly lines: ReadonlyArray<string> }
  | { readonly _tag: "Note"; readonly text: string };

/** What a template makes of a mail: the letter's content, from which both HTML and text are set. */
export interface Letter {
  readonly subject: string;
  /** The line a mail program shows beside the subject. */
  readonly preheader: string;
  readonly title: string;
  readonly greeting?: string;
  readonly blocks: ReadonlyArray<Block>;
}

export const paragraph = (text: string): Block => ({ _tag: "Paragraph", text });
export const figures = (...rows: ReadonlyArray<Figure>): Block => ({ _tag: "Figures", rows });
export const steps = (title: string, list: ReadonlyArray<string>): Block => ({
  _tag: "Steps",
  title,
  steps: list,
});
export const quote = (by: string, text: string): Block => ({ _tag: "Quote", by, text });
export const button = (label: string, href: string): Block => ({ _tag: "Button", label, href });
export const link = (label: string, href: string): Block => ({ _tag: "Link", label, href });
export const note = (text: string): Block => ({ _tag: "Note", text });
