import { Schema } from "effect";
import { contrast } from "./contrast.ts";

const Colour = Schema.String.check(
  Schema.isPattern(/^#[0-9a-f]{6}$/i, { expected: "a colour such as #1c1916" }),
);

/** A colour by day and by night: many mail programs turn dark with the machine they run on. */
const Shade = Schema.Struct({ light: Colour, dark: Colour });

const Side = Schema.Int.check(
  Schema.isBetween({ minimum: 16, maximum: 480 }, { expected: "a whole number of pixels from 16 to 480" }),
);

/** A PNG of at most 64 KB in base64: it travels inside every mail. */
const Png = Schema.String.check(
  Schema.isPattern(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/, { expected: "a PNG in base64" }),
  Schema.isMaxLength(87_384, { expected: "a PNG of at most 64 KB" }),
);

const Address = Schema.String.check(
  Schema.isPattern(/^https:\/\/[^\s"'<>`\\]+$/, { expected: "an address that begins with https://" }),
);

const textOf = (most: number) =>
  Schema.String.check(
    Schema.isPattern(/\S/, { expected: "a text that says something" }),
    Schema.isMaxLength(most, { expected: `a text of at most ${most} characters` }),
  );

const size = { width: Side, height: Side } as const;

/**
 * The brand's mark above each mail, in pixels as it is shown. Linked, it is fetched by the reader's mail program, if that
 * is allowed to; attached, it is there at once. `dark` is the mark on a dark ground.
 */
export const Logo = Schema.TaggedUnion({
  Linked: { ...size, light: Address, dark: Schema.optionalKey(Address) },
  Attached: { ...size, light: Png, dark: Schema.optionalKey(Png) },
});
export type Logo = typeof Logo.Type;

/** How a brand's mails look and sign. */
export const Theme = Schema.Struct({
  /** The name that stands before the sender's address; brand and marketplace, if left out. */
  sender: Schema.optionalKey(textOf(60)),
  /** The brand's name in letters, if left out. */
  logo: Schema.optionalKey(Logo),
  colours: Schema.Struct({
    /** Around the letter. */
    ground: Shade,
    /** Under the letter. */
    paper: Shade,
    ink: Shade,
    /** Small print. */
    quiet: Shade,
    line: Shade,
    /** Labels. */
    accent: Shade,
    button: Shade,
    buttonText: Shade,
  }),
  /** Lines beneath each mail, such as the brand's postal address. */
  footer: Schema.Array(textOf(200)),
});
export type Theme = typeof Theme.Type;
export type ThemeColour = keyof Theme["colours"];

/** What is written on what. */
const written: ReadonlyArray<readonly [ThemeColour, ThemeColour]> = [
  ["ink", "paper"],
  ["quiet", "paper"],
  ["quiet", "ground"],
  ["accent", "paper"],
  ["buttonText", "button"],
];

/** From here on words of any size can be read (WCAG 2.2, AA). */
const LEAST = 4.5;

/** The colours whose words cannot be read, each with the mode and what they stand on. None, for a theme to be used. */
export const themeFaults = (
  colours: Theme["colours"],
): ReadonlyArray<{ readonly path: ReadonlyArray<string>; readonly issue: string }> =>
  written.flatMap(([words, under]) =>
    (["light", "dark"] as const).flatMap((mode) => {
      const found = contrast(colours[words][mode], colours[under][mode]);
      if (found >= LEAST) return [];
      const shown = Math.floor(found * 10) / 10;
      return [
        {
          path: [words, mode],
          issue: `cannot be read on ${under}: a contrast of ${shown} to 1, where ${LEAST} is the least`,
        },
      ];
    }),
  );
