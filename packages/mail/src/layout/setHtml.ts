import type { Program } from "@resale/core";
import { type Html, html } from "./html.ts";
import type { Letter } from "./Letter.ts";
import { linkTo } from "./link.ts";
import { setBlock } from "./setBlock.ts";
import { colours, sans, serif, styles } from "./theme.ts";

/** What stands beneath every letter. */
export interface Footer {
  readonly why: string;
  readonly unsubscribe?: string;
}

// Pushes the rest of the letter out of the preview.
const filler = Array.from({ length: 60 }, () => html`&#847;&zwnj;&nbsp;`);

const header = (program: Program): Html => html`
<tr><td class="pad" align="center" style="padding:44px 48px 0">
<div class="c-ink" style="font-family:${serif};font-size:21px;line-height:26px;letter-spacing:6px;text-transform:uppercase;color:${colours.ink.light}">${program.brand}</div>
<div class="c-accent" style="font-family:${sans};font-size:11px;line-height:18px;letter-spacing:3px;text-transform:uppercase;color:${colours.accent.light};padding-top:6px">${program.name}</div>
</td></tr>
<tr><td class="pad" style="padding:32px 48px 0"><div class="b-line" style="height:1px;line-height:1px;font-size:1px;background-color:${colours.line.light}">&nbsp;</div></td></tr>`;

const opening = ({ title, greeting }: Letter): Html => html`
<tr><td class="pad" style="padding:36px 48px 8px">
<h1 class="title c-ink" style="margin:0;font-family:${serif};font-weight:400;font-size:31px;line-height:38px;color:${colours.ink.light}">${title}</h1>
</td></tr>${
  greeting === undefined
    ? undefined
    : html`
<tr><td class="pad c-ink" style="padding:16px 48px 0;font-family:${sans};font-size:15px;line-height:25px;color:${colours.ink.light}">${greeting}</td></tr>`
}`;

const quietLink = (label: string, href: string): Html | undefined => {
  const target = linkTo(href);
  if (target === undefined) return undefined;
  return html`<a class="c-quiet" href="${target}" style="color:${colours.quiet.light};text-decoration:underline">${label}</a>`;
};

const closing = ({ mail }: Program, { why, unsubscribe }: Footer): Html => html`
<tr><td class="pad c-quiet" align="center" style="padding:28px 48px 40px;font-family:${sans};font-size:12px;line-height:20px;color:${colours.quiet.light}">
${why}<br>Questions? Reply to this e-mail, or write to ${quietLink(mail.replyTo, `mailto:${mail.replyTo}`)}.${
  unsubscribe === undefined ? undefined : html`<br>${quietLink("Stop e-mails of this kind", unsubscribe)}`
}
</td></tr>`;

/** Sets a letter as HTML that old and new mail programs draw alike: tables, inline styles, 600 pixels at most. */
export const setHtml = (program: Program, letter: Letter, footer: Footer): string =>
  html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${letter.subject}</title>
<style>${styles}</style>
</head>
<body class="b-ground" style="margin:0;padding:0;background-color:${colours.ground.light}">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:${colours.ground.light}">${letter.preheader}${filler}</div>
<table class="b-ground" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${colours.ground.light}">
<tr><td align="center" style="padding:24px 8px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table class="b-paper" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:${colours.paper.light}">${header(program)}${opening(letter)}${letter.blocks.map(setBlock)}
<tr><td style="height:44px;line-height:44px;font-size:1px">&nbsp;</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">${closing(program, footer)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`.toString();
