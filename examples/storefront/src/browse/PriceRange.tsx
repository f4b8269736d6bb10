import { type FormEvent, useId } from "react";
import { changed, type FilterState, type Filters } from "./filters.ts";
import { words } from "./words.ts";

type Amount = NonNullable<Filters["priceFrom"]>;

const dollars = (amount: number | undefined): string => (amount === undefined ? "" : String(amount / 100));

const amountIn = (data: FormData, name: string): Amount | undefined => {
  const value = data.get(name);
  return typeof value !== "string" || value === "" ? undefined : (Math.round(Number(value) * 100) as Amount);
};

/** Prices are typed, and taken when the field is left: sliders are hard to use with a keyboard, or exactly. */
export const PriceRange = ({ state }: { readonly state: FilterState }) => {
  const id = useId();
  const { filters, set } = state;
  const take = (form: HTMLFormElement | null): void => {
    if (form === null || !form.checkValidity()) return;
    const data = new FormData(form);
    const next = changed(filters, "priceFrom", amountIn(data, "from"));
    set(changed(next, "priceTo", amountIn(data, "to")));
  };
  const field = (name: "from" | "to", value: number | undefined) => (
    <span className="field">
      <label htmlFor={id + name}>{words[name]}</label>
      <input
        key={String(value)}
        id={id + name}
        name={name}
        type="number"
        inputMode="numeric"
        min={0}
        max={1_000_000}
        step={1}
        defaultValue={dollars(value)}
        onBlur={({ target }) => take(target.form)}
        onKeyDown={(event) => {
          if (event.key === "Enter") take(event.currentTarget.form);
        }}
      />
    </span>
  );
  const submit = (event: FormEvent<HTMLFieldSetElement>): void => event.preventDefault();
  return (
    <fieldset className="range" onSubmit={submit}>
      <legend>{words.price}</legend>
      {field("from", filters.priceFrom)}
      {field("to", filters.priceTo)}
    </fieldset>
  );
};
