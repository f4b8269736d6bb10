// Besides line ends and control characters, those that are invisible or turn the direction of writing.
const breaking = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/** A text on one line, without anything that cannot be seen. */
export const oneLine = (text: string): string => text.replace(breaking, " ").trim();

/** A text as a subject holds it: one line, shortened at a word. */
export const brief = (text: string, most = 60): string => {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > most / 2 ? space : undefined).replace(/[\uD800-\uDBFF]$/, "")}…`;
};

/** `one, two and three`. */
export const listed = (words: ReadonlyArray<string>): string => {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
};

/** `1 photo`, `2 photos`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
