import { format } from "@resale/core";
import type { ProgramFacts } from "../api/queries.ts";
import { changed, type FilterState, type Filters, several, toggled } from "./filters.ts";
import { words } from "./words.ts";

interface One {
  readonly label: string;
  readonly rest: Filters;
}

const chosenOf = (filters: Filters, program: ProgramFacts): ReadonlyArray<One> => {
  const labels = new Map([...program.categories, ...program.grades].map(({ key, label }) => [key, label]));
  const { text, ownStock, priceFrom, priceTo } = filters;
  const amount = (value: typeof priceFrom) =>
    value === undefined ? words.any : format(value, program.currency);
  const listed = several.flatMap((key) =>
    (filters[key] ?? []).map((value) => ({
      label: labels.get(value as never) ?? value,
      rest: toggled(filters, key, value),
    })),
  );
  const own = ownStock === true ? program.ownStock : words.members;
  const { priceFrom: _, priceTo: __, ...anyPrice } = filters;
  return [
    ...(text === undefined ? [] : [{ label: `“${text}”`, rest: changed(filters, "text", undefined) }]),
    ...listed,
    ...(ownStock === undefined ? [] : [{ label: own, rest: changed(filters, "ownStock", undefined) }]),
    ...(priceFrom === undefined && priceTo === undefined
      ? []
      : [{ label: words.priceBetween(amount(priceFrom), amount(priceTo)), rest: anyPrice }]),
  ];
};

export const countChosen = (filters: Filters, program: ProgramFacts): number =>
  chosenOf(filters, program).length;

/** What is filtered by just now, each to be taken away with one press. */
export const Chosen = ({ state, program }: { state: FilterState; program: ProgramFacts }) => {
  const chosen = chosenOf(state.filters, program);
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen">
      {chosen.map(({ label, rest }) => (
        <li key={label}>
          <button type="button" aria-label={words.without(label)} onClick={() => state.set(rest)}>
            {label} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="plain" onClick={() => state.set({})}>
          {words.clear}
        </button>
      </li>
    </ul>
  );
};
