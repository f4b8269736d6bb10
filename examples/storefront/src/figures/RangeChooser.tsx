import { type FormEvent, useId, useState } from "react";
import { navigate } from "../routing/location.ts";
import { presets, type Range } from "./range.ts";
import { words } from "./words.ts";

/** Which days are counted: so many up to today, or from one day to another. */
export const RangeChooser = ({ range, today }: { readonly range: Range; readonly today: string }) => {
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const from = String(data.get("from"));
    const to = String(data.get("to"));
    setWrong(from > to);
    if (from <= to) navigate(`/desk/figures?from=${from}&to=${to}`, { replace: true });
  };
  return (
    <search className="range">
      <p className="actions">
        {presets.map((days) => (
          <a
            key={days}
            className="button quiet"
            href={`/desk/figures?days=${days}`}
            aria-current={range.days === days ? "true" : undefined}
          >
            {words.days(days)}
          </a>
        ))}
      </p>
      <form className="inline" onSubmit={submit} key={`${range.from}${range.to}`}>
        {(["from", "to"] as const).map((name) => (
          <p key={name} className="field">
            <label htmlFor={`${id}${name}`}>{words[name]}</label>
            <input
              id={`${id}${name}`}
              name={name}
              type="date"
              required
              max={today}
              defaultValue={range[name]}
              aria-invalid={isWrong || undefined}
            />
          </p>
        ))}
        <button type="submit" className="button">
          {words.show}
        </button>
      </form>
      {isWrong ? (
        <p className="fault" role="alert">
          {words.wrongRange}
        </p>
      ) : null}
    </search>
  );
};
