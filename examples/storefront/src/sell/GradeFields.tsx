import type { FieldFault, GradeKey } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../api/client.ts";
import type { ProgramFacts } from "../api/queries.ts";
import { Picture } from "../design/Picture.tsx";
import { Faults } from "./Faults.tsx";
import type { DraftState } from "./useDraft.ts";
import { words } from "./words.ts";

const FEW = 4;
/** They are examples: which ones they are does not matter while a form is filled in. */
const LONG = 10 * 60_000;

/** Pieces of a grade that were looked at and approved: what the grade means, in pictures. */
const Examples = ({ grade }: { readonly grade: GradeKey }) => {
  const { data } = useQuery({
    queryKey: ["examples", grade],
    queryFn: ({ signal }) => client.catalogue.search({ query: { grade: [grade], limit: FEW }, signal }),
    staleTime: LONG,
  });
  if (data === undefined) return null;
  if (data.entries.length === 0) return <p className="soft">{words.noExamples}</p>;
  return (
    <ul className="examples">
      {data.entries.map(({ listing, photo, title }) => (
        <li key={listing}>
          <a href={`/listings/${listing}`} target="_blank" rel="noreferrer" aria-label={words.example(title)}>
            <Picture id={photo} size="list" alt="" />
          </a>
        </li>
      ))}
    </ul>
  );
};

interface Props {
  readonly state: DraftState;
  readonly program: ProgramFacts;
  readonly faults: ReadonlyArray<FieldFault>;
}

/** The grades, best first, each with what it says and what pieces of it look like (R8). */
export const GradeFields = ({ state, program, faults }: Props) => {
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  return (
    <fieldset className="group">
      <legend>{words.grade}</legend>
      <Faults faults={faults} of="grade" />
      {program.grades.map(({ key, label, description }) => (
        <div key={key} className="grade">
          <label className="choice">
            <input
              type="radio"
              name="grade"
              value={key}
              checked={state.draft.grade === key}
              onChange={() => state.change({ ...state.draft, grade: key })}
            />
            <span>
              {label}
              <small>{description}</small>
            </span>
          </label>
          <details onToggle={() => setLooked(new Set([...looked, key]))}>
            <summary>{words.examples(label)}</summary>
            {looked.has(key) ? <Examples grade={key} /> : null}
          </details>
        </div>
      ))}
    </fieldset>
  );
};
