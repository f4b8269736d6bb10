import { type Fragment, type Html, html } from "./html.ts";
import type { Block, Figure } from "./Letter.ts";
import { linkTo } from "./link.ts";
import { type Colours, sans, serif, typeOf } from "./theme.ts";

const table = html`role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"`;

const row = (top: number, content: Fragment): Html => html`
<tr><td class="pad" style="padding:${top}px 56px 0;word-break:break-word">${content}</td></tr>`;

const lines = (words: string): Fragment =>
  words.split("\n").map((line, index) => (index === 0 ? line : html`<br>${line}`));

/** Sets one piece of a letter as the rows of its table, in a brand's colours. */
export const blockSetter = (colours: Colours): ((block: Block) => Html) => {
  const { text, small, label, display } = typeOf(colours);
  const border = `1px solid ${colours.line.light}`;

  const labelled = (what: string, below: number): Html =>
    html`<div class="c-accent" style="${label};padding-bottom:${below}px">${what}</div>`;

  const figure = ({ label: what, value, strong }: Figure, index: number): Html => {
    const colour = strong === true ? "ink" : "quiet";
    const line = `padding-top:12px;padding-bottom:12px;border-bottom:${border}${index === 0 ? `;border-top:${border}` : ""}`;
    const weight = strong === true ? "700" : "400";
    return html`<tr>
<td class="c-${colour} l-line" style="${text};font-weight:${weight};color:${colours[colour].light};${line}">${what}</td>
<td class="c-ink l-line" align="right" style="${text};font-weight:${weight};${line};padding-left:16px">${value}</td>
</tr>`;
  };

  const piece = ({ title, detail, photo }: Extract<Block, { _tag: "Piece" }>): Html => {
    const source = photo === undefined ? undefined : linkTo(photo);
    return html`<table ${table}><tr>${
      source === undefined
        ? undefined
        : html`<td class="photo" width="108" valign="middle" style="width:108px;padding-right:20px"><img src="${source}" width="108" alt="" style="width:108px;height:auto"></td>`
    }<td valign="middle"><div class="c-ink" style="${display};font-size:20px;line-height:27px">${title}</div><div class="c-quiet" style="${small};padding-top:4px">${detail}</div></td></tr></table>`;
  };

  const moment = ({ label: what, when, why }: Extract<Block, { _tag: "Moment" }>): Html =>
    html`<table ${table}><tr><td class="l-accent" style="border-left:2px solid ${colours.accent.light};padding:2px 0 2px 20px">${labelled(what, 0)}<div class="c-ink" style="${display};font-size:20px;line-height:28px;padding-top:4px">${when}</div>${
      why === undefined ? undefined : html`<div class="c-quiet" style="${small};padding-top:6px">${why}</div>`
    }</td></tr></table>`;

  const steps = ({ title, steps: list }: Extract<Block, { _tag: "Steps" }>): Html =>
    html`${labelled(title, 8)}<table ${table}>${list.map(
      (step, index) =>
        html`<tr><td class="c-accent" width="30" valign="top" style="font-family:${serif};font-size:17px;line-height:26px;color:${colours.accent.light};padding:5px 0">${index + 1}</td><td class="c-ink" style="${text};padding:5px 0">${step}</td></tr>`,
    )}</table>`;

  const button = ({ label: what, href }: Extract<Block, { _tag: "Button" }>): Html | undefined => {
    const target = linkTo(href);
    if (target === undefined) return undefined;
    return html`<table class="button" role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="b-button" align="center" bgcolor="${colours.button.light}" style="background-color:${colours.button.light}"><a class="c-buttonText" href="${target}" style="display:inline-block;padding:17px 40px;font-family:${sans};font-size:12px;line-height:18px;letter-spacing:2px;text-transform:uppercase;text-decoration:none;color:${colours.buttonText.light}">${what}</a></td></tr></table>`;
  };

  const underlined = (what: string, href: string): Html => {
    const target = linkTo(href);
    return target === undefined
      ? html`<span class="c-ink" style="${text}">${what}</span>`
      : html`<a class="c-ink" href="${target}" style="${text};text-decoration:underline">${what}</a>`;
  };

  return (block) => {
    switch (block._tag) {
      case "Paragraph":
        return row(16, html`<div class="c-ink" style="${text}">${lines(block.text)}</div>`);
      case "Note":
        return row(24, html`<div class="c-quiet" style="${small}">${lines(block.text)}</div>`);
      case "Piece":
        return row(28, piece(block));
      case "Figures":
        return row(24, html`<table ${table}>${block.rows.map(figure)}</table>`);
      case "Moment":
        return row(32, moment(block));
      case "Steps":
        return row(34, steps(block));
      case "Quote":
        return row(
          28,
          html`${labelled(block.by, 8)}<div class="c-ink" style="${display};font-style:italic;font-size:19px;line-height:30px">${lines(block.text)}</div>`,
        );
      case "Button":
        return row(36, button(block));
      case "Link":
        return row(14, underlined(block.label, block.href));
      case "Entry":
        return row(
          18,
          html`${underlined(block.title, block.href)}<div class="c-quiet" style="${small}">${block.detail}</div>`,
        );
      case "Address":
        return row(
          32,
          html`${labelled(block.label, 6)}<div class="c-ink" style="${text}">${lines(block.lines.join("\n"))}</div>`,
        );
    }
  };
};
