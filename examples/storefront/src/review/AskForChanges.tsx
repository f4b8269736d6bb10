import { type RefObject, useId, useRef, useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { Listing } from "../api/queries.ts";
import { Ask } from "./Ask.tsx";
import { useDecision } from "./useDecision.ts";
import { words } from "./words.ts";

const fields = ["photos", "grade", "imperfections", "description", "price"] as const;

interface Change {
  readonly field: string;
  readonly problem: string;
}

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly listing: Listing;
  readonly done: (what: string) => void;
}

const changesIn = (data: FormData): ReadonlyArray<Change> => {
  const problems = data.getAll("problem").map(String);
  return data
    .getAll("field")
    .map((field, index) => ({ field: String(field), problem: problems[index]?.trim() ?? "" }))
    .filter(({ problem }) => problem !== "");
};

/** What the seller is asked to change, each thing at its field (R14). */
export const AskForChanges = ({ dialog, listing, done }: Props) => {
  const id = useId();
  const rows = useRef<HTMLFieldSetElement>(null);
  const [count, setCount] = useState(1);
  const revision = listing.inside?.revision ?? 0;
  const ask = useDecision(
    () => done(words.done.asked),
    (changes: readonly [Change, ...ReadonlyArray<Change>]) =>
      client.review.requestChanges({ params: { listing: listing.id }, payload: { revision, changes } }),
  );
  const send = (): void => {
    const form = rows.current?.form;
    const [first, ...rest] = form == null ? [] : changesIn(new FormData(form));
    if (first !== undefined) ask.decide([first, ...rest]);
  };
  return (
    <Ask dialog={dialog} title={words.ask} yes={words.send} disabled={ask.isPending} onYes={send}>
      <p className="soft">{words.askMore}</p>
      <fieldset ref={rows} aria-label={words.ask}>
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
      </fieldset>
      <button type="button" className="plain" onClick={() => setCount(count + 1)}>
        {words.another}
      </button>
      {ask.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(ask.error)}
        </p>
      )}
    </Ask>
  );
};
