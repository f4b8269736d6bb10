/** A generated page: it says so, from what, and how it is made anew. */
export const pageFrom = (source: string, title: string, ...parts: ReadonlyArray<string>): string =>
  `${[`<!-- Made by \`npm run docs\` from ${source}. Change it there. -->`, `# ${title}`, ...parts].join("\n\n")}\n`;

/** A page about the domain. */
export const page = (title: string, ...parts: ReadonlyArray<string>): string =>
  pageFrom("packages/core", title, ...parts);

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A Markdown table. */
export const table = (heads: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const line = (cells: ReadonlyArray<string>): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(heads), `|${heads.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
};

export const code = (text: string): string => `\`${text}\``;

/** `RecordLabelRefunded` → `record label refunded`. */
export const words = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
