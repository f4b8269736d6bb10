import type { Program } from "@resale/core";
import type { Block, Letter } from "./Letter.ts";
import { linkTo } from "./link.ts";
import type { Footer } from "./setHtml.ts";
import { oneLine } from "./words.ts";

const WIDTH = 72;

const fold = (words: string, indent = ""): string => {
  const lines: Array<string> = [];
  let line = "";
  for (const word of oneLine(words).split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}${each}`).join("\n");
};

const foldLines = (words: string, indent = ""): string =>
  words
    .split("\n")
    .map((line) => fold(line, indent))
    .join("\n");

const figures = ({ rows }: Extract<Block, { _tag: "Figures" }>): string => {
  const width = Math.max(...rows.map((row) => oneLine(row.label).length));
  const most = Math.max(...rows.map((row) => oneLine(row.value).length));
  return rows
    .map(({ label, value }) => `  ${oneLine(label).padEnd(width)}  ${oneLine(value).padStart(most)}`)
    .join("\n");
};

const withLink = (words: string, href: string): string => `${words}\n${linkTo(href) ?? ""}`.trimEnd();

const setBlock = (block: Block): string => {
  switch (block._tag) {
    case "Paragraph":
    case "Note":
      return foldLines(block.text);
    case "Piece":
      return `${fold(block.title, "  ")}\n${fold(block.detail, "  ")}`;
    case "Figures":
      return figures(block);
    case "Moment":
      return [
        fold(`${block.label}: ${block.when}`),
        ...(block.why === undefined ? [] : [fold(block.why)]),
      ].join("\n");
    case "Steps":
      return [
        `${block.title}:`,
        ...block.steps.map((step, index) => fold(`${index + 1}. ${step}`, "  ")),
      ].join("\n");
    case "Quote":
      return `${oneLine(block.by)}:\n${foldLines(block.text, "> ")}`;
    case "Button":
    case "Link":
      return withLink(`${block.label}:`, block.href);
    case "Entry":
      return withLink(`${fold(`* ${block.title}`)}\n${fold(block.detail, "  ")}`, block.href);
    case "Address":
      return [`${block.label}:`, ...block.lines.map((line) => `  ${oneLine(line)}`)].join("\n");
  }
};

/** Sets a letter as text that can be read by itself, with every link written out. */
export const setText = (program: Program, letter: Letter, { why, unsubscribe }: Footer): string => {
  const name = `${oneLine(program.brand)} ${oneLine(program.name)}`;
  const title = fold(letter.title);
  const footer = [
    ...program.mail.theme.footer.map((line) => fold(line)),
    fold(why),
    fold(`Questions? Reply to this e-mail, or write to ${program.mail.replyTo}.`),
    ...(unsubscribe === undefined ? [] : [withLink("Stop e-mails of this kind:", unsubscribe)]),
  ].join("\n");
  return `${[
    name.toUpperCase(),
    `${title}\n${"=".repeat(Math.min(WIDTH, title.length))}`,
    ...(letter.greeting === undefined ? [] : [fold(letter.greeting)]),
    ...letter.blocks.map(setBlock),
    `-- \n${footer}`,
  ].join("\n\n")}\n`;
};
