import { type RefObject, useId, useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { Ask } from "./Ask.tsx";
import { useDecision } from "./useDecision.ts";
import { words } from "./words.ts";

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly listing: Listing;
  readonly program: ProgramFacts;
  readonly done: (what: string) => void;
}

/** A denial has a reason of the marketplace's and words for the seller (R14). */
export const Deny = ({ dialog, listing, program, done }: Props) => {
  const id = useId();
  const [code, setCode] = useState("");
  const [text, setText] = useState("");
  const revision = listing.inside?.revision ?? 0;
  const deny = useDecision(
    () => done(words.done.denied),
    (reason: { readonly code: string; readonly text: string }) =>
      client.review.deny({ params: { listing: listing.id }, payload: { revision, reason } }),
  );
  return (
    <Ask
      dialog={dialog}
      title={words.denyAsk}
      yes={words.deny}
      bad
      disabled={deny.isPending}
      wait={text.trim() === ""}
      onYes={() => deny.decide({ code, text: text.trim() })}
    >
      <p>{words.denyMore}</p>
      <p className="field">
        <label htmlFor={`${id}c`}>{words.reason}</label>
        <select id={`${id}c`} value={code} required onChange={({ target }) => setCode(target.value)}>
          <option value="" />
          {program.denialReasons.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor={`${id}t`}>{words.text}</label>
        <textarea
          id={`${id}t`}
          maxLength={2000}
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </p>
      {deny.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(deny.error)}
        </p>
      )}
    </Ask>
  );
};
