import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Picture } from "../design/Picture.tsx";
import { navigate } from "../routing/location.ts";
import { changed, type FilterState } from "./filters.ts";
import { type Suggestion, useSuggestions } from "./suggestions.ts";
import { words } from "./words.ts";

interface OptionProps {
  readonly id: string;
  readonly suggestion: Suggestion;
  readonly active: boolean;
  readonly choose: (suggestion: Suggestion) => void;
}

const Option = ({ id, suggestion, active, choose }: OptionProps) => {
  const { label, photo, count } = suggestion;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      // The field keeps the focus: it is left only for good.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => choose(suggestion)}
      onKeyDown={(event) => event.key === "Enter" && choose(suggestion)}
    >
      {photo === undefined ? null : <Picture id={photo} size="list" alt="" eager />}
      <span>{label}</span>
      {count === undefined ? null : <small>{words.found(count, false)}</small>}
    </div>
  );
};

/** Searches for what is typed; while somebody types, it says what they may mean. */
export const SearchField = ({ state }: { readonly state: FilterState }) => {
  const { filters, set } = state;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(typed);
  const isOpen = suggestions.length > 0;
  const close = (): void => {
    setTyped("");
    setActive(-1);
  };
  const take = (text: string): void => {
    close();
    const trimmed = text.trim();
    set(changed(filters, "text", trimmed === "" ? undefined : trimmed));
  };
  const choose = ({ href }: Suggestion): void => {
    close();
    if (field.current !== null) field.current.value = "";
    navigate(href);
  };
  const shown = useRef(filters.text);
  useEffect(() => {
    // What somebody has typed before the page was taken over stays.
    if (field.current === null || shown.current === filters.text) return;
    shown.current = filters.text;
    field.current.value = filters.text ?? "";
  }, [filters.text]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
    if (step === undefined || !isOpen) return;
    event.preventDefault();
    const places = suggestions.length + 1;
    setActive(((active + 1 + step + places) % places) - 1);
  };
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = suggestions[active];
          if (chosen === undefined) take(field.current?.value ?? "");
          else choose(chosen);
        }}
      >
        <input
          ref={field}
          type="search"
          name="text"
          role="combobox"
          aria-label={words.searchFor}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-activedescendant={active < 0 ? undefined : `${id}${active}`}
          autoComplete="off"
          placeholder={words.searchFor}
          maxLength={200}
          defaultValue={filters.text}
          onKeyDown={onKeyDown}
          onBlur={close}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(-1);
            if (target.value === "" && filters.text !== undefined) take("");
          }}
        />
        <button type="submit">{words.search}</button>
        <div id={id} role="listbox" aria-label={words.suggestions} className="suggestions" hidden={!isOpen}>
          {suggestions.map((suggestion, index) => (
            <Option
              key={suggestion.href}
              id={`${id}${index}`}
              suggestion={suggestion}
              active={index === active}
              choose={choose}
            />
          ))}
        </div>
      </form>
      <p className="unseen" role="status">
        {isOpen ? words.suggested(suggestions.length) : ""}
      </p>
    </search>
  );
};
