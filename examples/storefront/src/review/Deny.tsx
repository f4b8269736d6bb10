import { useId, useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { useDecision } from "./useDecision.ts";
import { words } from "./words.ts";

interface Props {
  readonly listing: Listing;
  readonly program: ProgramFacts;
  readonly done: () => void;
}

/** A denial has a reason of the marketplace's and words for the seller (R14). */
export const Deny = ({ listing, program, done }: Props) => {
  const id = useId();
  const [code, setCode] = useState("");
  const [text, setText] = useState("");
  const revision = listing.inside?.revision ?? 0;
  const deny = useDecision(done, (reason: { readonly code: string; readonly text: string }) =>
    client.review.deny({ params: { listing: listing.id }, payload: { revision, reason } }),
  );
  const ready = code !== "" && text.trim() !== "";
  return (
    <details>
      <summary>{words.deny}</summary>
      <p className="field">
        <label htmlFor={`${id}c`}>{words.reason}</label>
        <select id={`${id}c`} value={code} onChange={({ target }) => setCode(target.value)}>
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
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </p>
      {deny.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(deny.error)}
        </p>
      )}
      <Confirmed
        label={words.deny}
        title={words.denyAsk}
        consequence={<p>{words.denyMore}</p>}
        yes={words.deny}
        bad
        quiet
        disabled={!ready || deny.isPending}
        onYes={() => deny.mutate({ code, text: text.trim() })}
      />
      {ready ? null : <p className="soft">{words.noWordsYet}</p>}
    </details>
  );
};
