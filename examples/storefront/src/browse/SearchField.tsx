import { useEffect, useRef } from "react";
import { changed, type FilterState } from "./filters.ts";
import { words } from "./words.ts";

const PAUSE = 300;

/** Searches while somebody types, once they pause. */
export const SearchField = ({ state }: { readonly state: FilterState }) => {
  const { filters, set } = state;
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  const take = (text: string): void => {
    clearTimeout(timer.current);
    const trimmed = text.trim();
    set(changed(filters, "text", trimmed === "" ? undefined : trimmed));
  };
  useEffect(() => {
    const input = field.current;
    if (input !== null && document.activeElement !== input) input.value = filters.text ?? "";
  }, [filters.text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          take(field.current?.value ?? "");
        }}
      >
        <input
          ref={field}
          type="search"
          name="text"
          aria-label={words.searchFor}
          placeholder={words.searchFor}
          maxLength={200}
          defaultValue={filters.text}
          onChange={({ target }) => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => take(target.value), PAUSE);
          }}
        />
        <button type="submit">{words.search}</button>
      </form>
    </search>
  );
};
