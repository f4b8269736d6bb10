import { type FormEvent, useId, useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { Listing } from "../api/queries.ts";
import { useDecision } from "./useDecision.ts";
import { words } from "./words.ts";

const fields = ["photos", "grade", "imperfections", "description", "price"] as const;

interface Change {
  readonly field: string;
  readonly problem: string;
}

const changesIn = (data: FormData): ReadonlyArray<Change> => {
  const problems = data.getAll("problem").map(String);
  return data
    .getAll("field")
    .map((field, index) => ({ field: String(field), problem: problems[index]?.trim() ?? "" }))
    .filter(({ problem }) => problem !== "");
};

/** What the seller is asked to change, each thing at its field (R14). */
export const AskForChanges = ({
  listing,
  done,
}: {
  readonly listing: Listing;
  readonly done: () => void;
}) => {
  const id = useId();
  const [count, setCount] = useState(1);
  const revision = listing.inside?.revision ?? 0;
  const ask = useDecision(done, ([first, ...rest]: ReadonlyArray<Change>) => {
    if (first === undefined) return Promise.reject(new Error("nothing to ask for"));
    return client.review.requestChanges({
      params: { listing: listing.id },
      payload: { revision, changes: [first, ...rest] },
    });
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    ask.mutate(changesIn(new FormData(event.currentTarget)));
  };
  return (
    <details>
      <summary>{words.ask}</summary>
      <p className="soft">{words.askMore}</p>
      <form onSubmit={submit}>
        {Array.from({ length: count }, (_, index) => `${id}${index}`).map((key) => (
          <div key={key} className="change">
            <p className="field">
              <label htmlFor={`${key}f`}>{words.field}</label>
              <select id={`${key}f`} name="field">
                {fields.map((field) => (
                  <option key={field} value={field}>
                    {words.fields[field]}
                  </option>
                ))}
              </select>
            </p>
            <p className="field">
              <label htmlFor={`${key}p`}>{words.problem}</label>
              <input id={`${key}p`} name="problem" required={key === `${id}0`} maxLength={500} />
            </p>
          </div>
        ))}
        <button type="button" className="plain" onClick={() => setCount(count + 1)}>
          {words.another}
        </button>
        {ask.error === null ? null : (
          <p className="notice bad" role="alert">
            {wordsOf(ask.error)}
          </p>
        )}
        <button type="submit" className="button quiet" disabled={ask.isPending}>
          {words.send}
        </button>
      </form>
    </details>
  );
};
