import type { Program } from "@resale/core";
import { type Html, html } from "./html.ts";
import type { Block, Letter } from "./Letter.ts";
import { linkTo } from "./link.ts";
import { blockSetter } from "./setBlock.ts";
import { setHead } from "./setHead.ts";
import { type Colours, sans, stylesOf, typeOf } from "./theme.ts";

/** What stands beneath every letter. */
export interface Footer {
  readonly why: string;
  readonly unsubscribe?: string;
}

// Pushes the rest of the letter out of the preview.
const filler = Array.from({ length: 60 }, () => html`&#847;&zwnj;&nbsp;`);

type Piece = Extract<Block, { _tag: "Piece" }>;

/** The one piece a letter is about, if there is a photograph of it: shown large, above all words. */
const heroOf = ({ blocks }: Letter): Piece | undefined => {
  const [one, ...others] = blocks.filter((block): block is Piece => block._tag === "Piece");
  return others.length === 0 && one?.large !== undefined ? one : undefined;
};

const hero = ({ large, title }: Piece): Html | undefined => {
  const source = large === undefined ? undefined : linkTo(large);
  if (source === undefined) return undefined;
  return html`
<tr><td class="b-line" style="padding:0"><img src="${source}" width="600" alt="${title}" style="width:100%;max-width:600px;height:auto"></td></tr>`;
};

const opening = ({ title, greeting }: Letter, colours: Colours): Html => {
  const { text, display } = typeOf(colours);
  return html`
<tr><td class="pad" style="padding:44px 56px 6px;word-break:break-word">
<h1 class="title c-ink" style="margin:0;${display};font-size:34px;line-height:41px">${title}</h1>
</td></tr>${
    greeting === undefined
      ? undefined
      : html`
<tr><td class="pad c-ink" style="padding:16px 56px 0;${text};word-break:break-word">${greeting}</td></tr>`
  }`;
};

const closing = ({ mail }: Program, { why, unsubscribe }: Footer): Html => {
  const { colours, footer } = mail.theme;
  const quietLink = (label: string, href: string): Html | undefined => {
    const target = linkTo(href);
    if (target === undefined) return undefined;
    return html`<a class="c-quiet" href="${target}" style="color:${colours.quiet.light};text-decoration:underline">${label}</a>`;
  };
  return html`
<tr><td class="pad c-quiet" align="center" style="padding:32px 56px 48px;word-break:break-word;font-family:${sans};font-size:12px;line-height:21px;color:${colours.quiet.light}">
${footer.map((line) => html`${line}<br>`)}${why}<br>Questions? Reply to this e-mail, or write to ${quietLink(mail.replyTo, `mailto:${mail.replyTo}`)}.${
    unsubscribe === undefined ? undefined : html`<br>${quietLink("Stop e-mails of this kind", unsubscribe)}`
  }
</td></tr>`;
};

/** Sets a letter as HTML that old and new mail programs draw alike: tables, inline styles, 600 pixels at most. */
export const setHtml = (program: Program, letter: Letter, footer: Footer): string => {
  const { colours } = program.mail.theme;
  const shown = heroOf(letter);
  const setBlock = blockSetter(colours);
  const blocks = letter.blocks.map((block) => {
    if (block !== shown) return setBlock(block);
    const { photo: _, ...words } = shown;
    return setBlock(words);
  });
  return html`<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${letter.subject}</title>
<style>${stylesOf(colours)}</style>
</head>
<body class="b-ground" style="margin:0;padding:0;background-color:${colours.ground.light}">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:${colours.ground.light}">${letter.preheader}${filler}</div>
<table class="b-ground" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${colours.ground.light}">
<tr><td class="ground" align="center" style="padding:32px 8px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table class="b-paper" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:${colours.paper.light}">${setHead(program)}${
    shown === undefined
      ? html`
<tr><td class="pad" style="padding:0 56px"><div class="b-line" style="height:1px;line-height:1px;font-size:1px;background-color:${colours.line.light}">&nbsp;</div></td></tr>`
      : hero(shown)
  }${opening(letter, colours)}${blocks}
<tr><td style="height:56px;line-height:56px;font-size:1px">&nbsp;</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">${closing(program, footer)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`.toString();
};
