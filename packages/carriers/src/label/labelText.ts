const spelled: Readonly<Record<string, string>> = {
  Æ: "AE",
  Ð: "D",
  Ø: "O",
  Þ: "TH",
  ẞ: "SS",
  Đ: "D",
  Ł: "L",
  Œ: "OE",
  "’": "'",
  "‘": "'",
  "–": "-",
  "—": "-",
};

/** Text as carriers print it: capitals without accents. What has no such spelling is a question mark. */
export const labelText = (text: string): string =>
  text
    .toUpperCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ -~]/gu, (letter) => spelled[letter] ?? "?");

const NARROW = /[ !'(),\-./:;I[\]|]/;
const WIDE = /[%@MW]/;

/** No more than this is the width of text in the bold face: for breaking lines, not for setting type. */
export const widthAtMost = (text: string, size: number): number => {
  let width = 0;
  for (const letter of text) width += NARROW.test(letter) ? 0.36 : WIDE.test(letter) ? 1.02 : 0.78;
  return width * size;
};

/** Breaks text into lines that fit, at spaces where there are any. */
export const linesOf = (text: string, size: number, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthAtMost(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const letter of word) {
      if (widthAtMost(line + letter, size) > width) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  return line === "" ? lines : [...lines, line];
};
