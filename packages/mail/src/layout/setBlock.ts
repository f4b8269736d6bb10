import { type Fragment, type Html, html } from "./html.ts";
import type { Block, Figure } from "./Letter.ts";
import { linkTo } from "./link.ts";
import { colours, sans, serif } from "./theme.ts";

const text = `font-family:${sans};font-size:15px;line-height:25px;color:${colours.ink.light}`;
const small = `font-family:${sans};font-size:13px;line-height:21px;color:${colours.quiet.light}`;
const label = `font-family:${sans};font-size:11px;line-height:18px;letter-spacing:2px;text-transform:uppercase;color:${colours.accent.light}`;
const table = html`role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"`;

const row = (top: number, content: Fragment): Html => html`
<tr><td class="pad" style="padding:${top}px 48px 0">${content}</td></tr>`;

const lines = (words: string): Fragment =>
  words.split("\n").map((line, index) => (index === 0 ? line : html`<br>${line}`));

const figure = ({ label: what, value, strong }: Figure): Html => {
  const weight = strong === true ? "700" : "400";
  return html`<tr>
<td class="c-${strong === true ? "ink" : "quiet"} l-line" style="${text};font-weight:${weight};color:${strong === true ? colours.ink.light : colours.quiet.light};padding:11px 0;border-bottom:1px solid ${colours.line.light}">${what}</td>
<td class="c-ink l-line" align="right" style="${text};font-weight:${weight};padding:11px 0 11px 16px;border-bottom:1px solid ${colours.line.light}">${value}</td>
</tr>`;
};

const piece = ({ title, detail, photo }: Extract<Block, { _tag: "Piece" }>): Html => {
  const source = photo === undefined ? undefined : linkTo(photo);
  return html`<table ${table}><tr>${
    source === undefined
      ? undefined
      : html`<td class="photo" width="108" valign="middle" style="width:108px;padding-right:20px"><img src="${source}" width="108" alt="" style="width:108px;height:auto"></td>`
  }<td valign="middle"><div class="c-ink" style="font-family:${serif};font-size:19px;line-height:26px;color:${colours.ink.light};word-break:break-word">${title}</div><div class="c-quiet" style="${small};padding-top:4px">${detail}</div></td></tr></table>`;
};

const moment = ({ label: what, when, why }: Extract<Block, { _tag: "Moment" }>): Html =>
  html`<table ${table}><tr><td class="l-accent" style="border-left:2px solid ${colours.accent.light};padding:2px 0 2px 20px"><div class="c-accent" style="${label}">${what}</div><div class="c-ink" style="font-family:${serif};font-size:19px;line-height:27px;color:${colours.ink.light};padding-top:4px">${when}</div>${
    why === undefined ? undefined : html`<div class="c-quiet" style="${small};padding-top:6px">${why}</div>`
  }</td></tr></table>`;

const steps = ({ title, steps: list }: Extract<Block, { _tag: "Steps" }>): Html =>
  html`<div class="c-accent" style="${label};padding-bottom:6px">${title}</div><table ${table}>${list.map(
    (step, index) =>
      html`<tr><td class="c-accent" width="28" valign="top" style="font-family:${serif};font-size:16px;line-height:25px;color:${colours.accent.light};padding:4px 0">${index + 1}</td><td class="c-ink" style="${text};padding:4px 0">${step}</td></tr>`,
  )}</table>`;

const button = ({ label: what, href }: Extract<Block, { _tag: "Button" }>): Html | undefined => {
  const target = linkTo(href);
  if (target === undefined) return undefined;
  return html`<table class="button" role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="b-ink" align="center" bgcolor="${colours.ink.light}" style="background-color:${colours.ink.light}"><a class="c-paper" href="${target}" style="display:inline-block;padding:15px 34px;font-family:${sans};font-size:12px;line-height:18px;letter-spacing:2px;text-transform:uppercase;text-decoration:none;color:${colours.paper.light}">${what}</a></td></tr></table>`;
};

const entry = ({ title, detail, href }: Extract<Block, { _tag: "Entry" }>): Html => {
  const target = linkTo(href);
  const head =
    target === undefined
      ? html`<span class="c-ink" style="${text}">${title}</span>`
      : html`<a class="c-ink" href="${target}" style="${text};text-decoration:underline">${title}</a>`;
  return html`${head}<div class="c-quiet" style="${small}">${detail}</div>`;
};

/** Sets one piece of a letter as the rows of its table. */
export const setBlock = (block: Block): Html => {
  switch (block._tag) {
    case "Paragraph":
      return row(16, html`<div class="c-ink" style="${text}">${lines(block.text)}</div>`);
    case "Note":
      return row(24, html`<div class="c-quiet" style="${small}">${lines(block.text)}</div>`);
    case "Piece":
      return row(28, piece(block));
    case "Figures":
      return row(20, html`<table ${table}>${block.rows.map(figure)}</table>`);
    case "Moment":
      return row(28, moment(block));
    case "Steps":
      return row(30, steps(block));
    case "Quote":
      return row(
        24,
        html`<div class="c-accent" style="${label};padding-bottom:6px">${block.by}</div><div class="c-ink" style="font-family:${serif};font-style:italic;font-size:18px;line-height:28px;color:${colours.ink.light};word-break:break-word">${lines(block.text)}</div>`,
      );
    case "Button":
      return row(32, button(block));
    case "Entry":
      return row(16, entry(block));
    case "Address":
      return row(
        28,
        html`<div class="c-accent" style="${label};padding-bottom:4px">${block.label}</div><div class="c-ink" style="${text}">${lines(block.lines.join("\n"))}</div>`,
      );
  }
};
