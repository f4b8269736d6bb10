/** How many letters are to be added, left out or replaced until one word is the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1];
    for (const [at, its] of [...other].entries()) {
      const replaced = (row[at] ?? 0) + (letter === its ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** Words longer than this are no slips of the names of fields, and not compared. */
const LONGEST = 40;

/** The known name that was meant, if one differs by no more than a slip: a letter in three, whatever the case. */
export const nearest = (name: string, known: ReadonlyArray<string>): string | undefined => {
  if (name.length > LONGEST) return undefined;
  const [best] = known
    .map((word) => ({ word, far: distance(name.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, far }) => far <= Math.min(3, Math.floor(word.length / 3)))
    .sort((one, other) => one.far - other.far);
  return best?.word;
};
