import type { ProgramFacts } from "../api/queries.ts";
import type { Facets } from "./catalogue.ts";
import { changed, type FilterState, type Several, several, toggled } from "./filters.ts";
import { PriceRange } from "./PriceRange.tsx";
import { words } from "./words.ts";

const labelOf = (program: ProgramFacts, key: Several, value: string): string => {
  if (key === "category") return program.categories.find((one) => one.key === value)?.label ?? value;
  if (key === "grade") return program.grades.find((one) => one.key === value)?.label ?? value;
  return value;
};

interface Props {
  readonly state: FilterState;
  readonly facets: Facets | undefined;
  readonly program: ProgramFacts;
}

/** What is chosen stays in sight, even where nothing fits it any more. */
const countsOf = ({ facets, state }: Props, key: Several) => {
  const counts = facets?.[key] ?? [];
  const missing = (state.filters[key] ?? []).filter((value) => !counts.some((one) => one.value === value));
  return [...counts, ...missing.map((value) => ({ value, count: 0 }))];
};

const OwnStock = ({ state, facets, program }: Props) => {
  const { filters, set } = state;
  const names = { true: program.ownStock, false: words.members };
  return (
    <fieldset>
      <legend>{words.origin}</legend>
      {([false, true] as const).map((own) => {
        const count = facets?.ownStock.find(({ value }) => value === String(own))?.count ?? 0;
        return (
          <label key={String(own)} className="choice">
            <input
              type="checkbox"
              checked={filters.ownStock === own}
              onChange={({ target }) => set(changed(filters, "ownStock", target.checked ? own : undefined))}
            />
            <span>{names[`${own}`]}</span>
            <small>{words.count(count, facets?.counted === "AtLeast")}</small>
          </label>
        );
      })}
    </fieldset>
  );
};

/** Every way to narrow the catalogue, with how many pieces each would leave. */
export const FilterForm = (props: Props) => {
  const { state, facets, program } = props;
  const { filters, set } = state;
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      {several.map((key) => (
        <fieldset key={key}>
          <legend>{words[key]}</legend>
          {countsOf(props, key).map(({ value, count }) => (
            <label key={value} className="choice">
              <input
                type="checkbox"
                checked={filters[key]?.includes(value) ?? false}
                onChange={() => set(toggled(filters, key, value))}
              />
              <span>{labelOf(program, key, value)}</span>
              <small>{words.count(count, facets?.counted === "AtLeast")}</small>
            </label>
          ))}
        </fieldset>
      ))}
      <PriceRange state={state} />
      <OwnStock {...props} />
    </form>
  );
};
