/** Words that are written in two ways, on this side of the ocean and on the other. */
const pairs: ReadonlyArray<readonly [american: string, british: string]> = [
  ["gray", "grey"],
  ["grays", "greys"],
  ["color", "colour"],
  ["colors", "colours"],
  ["colored", "coloured"],
  ["jewelry", "jewellery"],
  ["fiber", "fibre"],
  ["aluminum", "aluminium"],
];

const spellings = new Map(pairs.flatMap((pair) => pair.map((word) => [word, pair] as const)));

/** All spellings of a word that shoppers type, itself among them: whoever looks for one finds the others (R20). */
export const spellingsOf = (word: string): ReadonlyArray<string> => {
  const typed = word.toLowerCase();
  return spellings.get(typed) ?? [typed];
};
