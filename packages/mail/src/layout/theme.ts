import { type Html, html } from "./html.ts";

/** The colours of a mail, by day and by night. One accent; all else is paper and ink. */
export const colours = {
  ground: { light: "#f3efe9", dark: "#12100e" },
  paper: { light: "#ffffff", dark: "#1d1a17" },
  ink: { light: "#1c1916", dark: "#f2ece4" },
  quiet: { light: "#6b635a", dark: "#b0a69a" },
  line: { light: "#e4ddd3", dark: "#38322c" },
  accent: { light: "#8a6534", dark: "#d3a86e" },
} as const;

export type Colour = keyof typeof colours;

export const serif = "'Didot','Bodoni 72',Georgia,'Times New Roman',serif";
export const sans = "'Helvetica Neue',Helvetica,Arial,sans-serif";

// Fixed words of this file: nothing in them needs escaping.
const night: ReadonlyArray<Html> = (Object.keys(colours) as ReadonlyArray<Colour>).map((name) => {
  const { dark } = colours[name];
  return html`.c-${name}{color:${dark}!important}.b-${name}{background-color:${dark}!important}.l-${name}{border-color:${dark}!important}`;
});

/** Styles a mail program may leave out: without them the mail is read by day, and on a wide page. */
export const styles: Html = html`:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
img{border:0;display:block;-ms-interpolation-mode:bicubic}
@media (max-width:480px){.pad{padding-left:24px!important;padding-right:24px!important}.title{font-size:26px!important;line-height:32px!important}.photo,.photo img{width:84px!important}.button,.button a{display:block!important}}
@media (prefers-color-scheme:dark){${night}}`;
