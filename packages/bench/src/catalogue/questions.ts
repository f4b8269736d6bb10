import type { CatalogueFilter, CatalogueSort } from "@resale/core";
import { CATEGORIES, COLOURS, GRADES, KINDS, MATERIALS, RARE, styleOf } from "./sow.ts";

export interface Question {
  readonly filter: CatalogueFilter;
  readonly sort: CatalogueSort;
}

const pick = (values: ReadonlyArray<string>, at: number): string => values[at % values.length] ?? "";

/** What somebody typed with a letter left out. */
const mistyped = (word: string): string => `${word.slice(0, 3)}${word.slice(4)}`;

const filtersOf = (at: number): ReadonlyArray<CatalogueFilter> => {
  const category = [pick(CATEGORIES, at)];
  const colour = [pick(COLOURS, at * 3)];
  const grade = [pick(GRADES, at), pick(GRADES, at + 1)];
  const from = 3_000 + (at % 9) * 2_500;
  return [
    {},
    {},
    { category },
    { category, colour },
    { category, colour, grade },
    { category, grade, priceFrom: from, priceTo: from + 10_000 },
    { priceFrom: from, priceTo: from + 5_000 },
    { category, priceTo: from + 1_234 },
    { material: [pick(MATERIALS, at)], ownStock: true },
    { colour: [pick(COLOURS, at), pick(COLOURS, at + 1)], grade },
  ];
};

const wordsAt = (at: number): ReadonlyArray<CatalogueFilter> => {
  const kind = pick(KINDS, at).toLowerCase();
  const colour = pick(COLOURS, at * 3).toLowerCase();
  return [
    { text: kind },
    { text: `${colour} ${kind}` },
    { text: kind, category: [pick(CATEGORIES, at)], priceTo: 20_000 },
    { text: styleOf(at * 17) },
    { text: `${styleOf(at * 31)} ${kind}` },
    { text: at % 2 === 0 ? RARE : "zeppelin" },
    { text: mistyped(kind) },
    { text: `${mistyped(styleOf(at * 13))} ${kind}` },
  ];
};

/** Most look at what is newest, some at what is cheapest. */
const sortAt = (at: number): CatalogueSort =>
  at % 5 === 3 ? "PriceUp" : at % 11 === 7 ? "PriceDown" : "Newest";

const ROUNDS = Array.from({ length: 20 }, (_, at) => at);
const asked = (filters: ReadonlyArray<CatalogueFilter>): ReadonlyArray<Question> =>
  filters.map((filter, at) => ({ filter, sort: sortAt(at) }));

/** What shoppers choose from lists: nothing, a category, several things, a span of prices. */
export const FILTERS = asked(ROUNDS.flatMap(filtersOf));

/** What shoppers type: a kind, two words, a style's name, what nobody sells, and all that with a letter missing. */
export const TYPED = asked(ROUNDS.flatMap(wordsAt));

/** Two choose for each one who types. */
export const MIXED: ReadonlyArray<Question> = FILTERS.flatMap((question, at) => {
  const typed = TYPED[(at >> 1) % TYPED.length];
  return at % 2 === 0 || typed === undefined ? [question] : [question, typed];
});

export const typedLike = (words: (at: number) => string): ReadonlyArray<Question> =>
  asked(ROUNDS.map((at) => ({ text: words(at) })));

export const aKind = (at: number): string => pick(KINDS, at).toLowerCase();
export const aColouredKind = (at: number): string => `${pick(COLOURS, at).toLowerCase()} ${aKind(at)}`;
export const aMistypedKind = (at: number): string => mistyped(aKind(at));
