import type { Theme, ThemeColour } from "@resale/core";
import { type Html, html } from "./html.ts";

export type Colours = Theme["colours"];

export const serif = "'Didot','Bodoni 72','Playfair Display',Georgia,'Times New Roman',serif";
export const sans = "'Helvetica Neue',Helvetica,Arial,sans-serif";

/** How words look, each for its use: by day, since styles beneath turn them dark. */
export const typeOf = (colours: Colours) => ({
  text: `font-family:${sans};font-size:15px;line-height:26px;color:${colours.ink.light}`,
  small: `font-family:${sans};font-size:13px;line-height:22px;color:${colours.quiet.light}`,
  label: `font-family:${sans};font-size:11px;line-height:18px;letter-spacing:2px;text-transform:uppercase;color:${colours.accent.light}`,
  display: `font-family:${serif};font-weight:400;color:${colours.ink.light}`,
});

// A Program's colours are hexadecimal: nothing in them needs escaping.
const night = (colours: Colours): ReadonlyArray<Html> =>
  (Object.keys(colours) as ReadonlyArray<ThemeColour>).map((name) => {
    const { dark } = colours[name];
    return html`.c-${name}{color:${dark}!important}.b-${name}{background-color:${dark}!important}.l-${name}{border-color:${dark}!important}`;
  });

/** Asks whether the reader's machine is set to dark. */
export const BY_NIGHT = "(prefers-color-scheme:dark)";

/** Styles a mail program may leave out: without them the mail is read by day, and on a wide page. */
export const stylesOf = (
  colours: Colours,
): Html => html`:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
img{border:0;display:block;-ms-interpolation-mode:bicubic}
@media (max-width:480px){.pad{padding-left:24px!important;padding-right:24px!important}.title{font-size:29px!important;line-height:35px!important}.photo,.photo img{width:84px!important}.button,.button tbody,.button tr,.button td,.button a{display:block!important}.button a{padding-left:16px!important;padding-right:16px!important}.ground{padding:0!important}}
@media ${BY_NIGHT}{${night(colours)}.by-day{display:none!important}.by-night{display:block!important}}`;
