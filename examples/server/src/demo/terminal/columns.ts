/** Breaks a text into lines of at most so many letters, at its spaces. */
export const wrap = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
};

/** A text beside a first column: what does not fit goes on beneath it. */
export const beside = (first: string, indent: number, text: string, width: number): ReadonlyArray<string> =>
  wrap(text, width - indent).map((line, index) =>
    index === 0 ? `${first.padEnd(indent)}${line}` : `${" ".repeat(indent)}${line}`,
  );
