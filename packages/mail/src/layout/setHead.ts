import type { Logo, Program } from "@resale/core";
import { type Html, html } from "./html.ts";
import { linkTo } from "./link.ts";
import { logoSource } from "./logo.ts";
import { sans, typeOf } from "./theme.ts";

const image = (logo: Logo, source: string, brand: string, when: "by-day" | "by-night" | "always"): Html =>
  html`<img class="${when}" src="${source}" width="${logo.width}" height="${logo.height}" alt="${brand}" style="width:${logo.width}px;height:${logo.height}px;margin:0 auto${when === "by-night" ? ";display:none" : ""}">`;

const mark = (logo: Logo, brand: string): Html => {
  const byDay = linkTo(logoSource(logo, "light"));
  if (byDay === undefined) return html`${brand}`;
  if (logo.dark === undefined) return image(logo, byDay, brand, "always");
  return html`${image(logo, byDay, brand, "by-day")}${image(logo, linkTo(logoSource(logo, "dark")) ?? byDay, "", "by-night")}`;
};

/** Whose mail it is: the brand's mark, or its name in letters. */
export const setHead = ({ brand, name, mail }: Program): Html => {
  const { colours, logo } = mail.theme;
  const { display } = typeOf(colours);
  const above =
    logo === undefined
      ? html`<div class="c-ink" style="${display};font-size:23px;line-height:28px;letter-spacing:7px;text-transform:uppercase">${brand}</div>`
      : mark(logo, brand);
  return html`
<tr><td class="pad" align="center" style="padding:40px 56px 34px;word-break:break-word">
${above}
<div class="c-quiet" style="font-family:${sans};font-size:10px;line-height:16px;letter-spacing:4px;text-transform:uppercase;color:${colours.quiet.light};padding-top:8px">${name}</div>
</td></tr>`;
};
