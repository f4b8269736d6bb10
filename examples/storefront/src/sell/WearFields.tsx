import type { FieldFault, Spot } from "@resale/core";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { ProgramFacts } from "../api/queries.ts";
import { MarkNumber } from "../photos/Marks.tsx";
import { PhotoSlot } from "../photos/PhotoSlot.tsx";
import { Board } from "./Board.tsx";
import { photoOf, withoutWear, withPhoto, withWear } from "./draft.ts";
import { Faults } from "./Faults.tsx";
import type { DraftState } from "./useDraft.ts";
import { words } from "./words.ts";

interface Props {
  readonly state: DraftState;
  readonly program: ProgramFacts;
  readonly faults: ReadonlyArray<FieldFault>;
}

/** Every sign of wear: marked on a photo of the piece, and with its close-up (R7). */
export const WearFields = ({ state, program, faults }: Props) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Spot>();
  const { draft, change } = state;
  const views = program.photos.required.flatMap(({ key, label }) => {
    const photo = photoOf(draft, { _tag: "Shot", key });
    return photo === undefined ? [] : [{ photo, label }];
  });
  const add = (): void => {
    const text = field.current?.value.trim() ?? "";
    if (field.current === null) return;
    field.current.focus();
    if (text === "") return;
    change(withWear(draft, text, chosen));
    setChosen(undefined);
    field.current.value = "";
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset className="group">
      <legend>{words.wear}</legend>
      <p className="soft">{words.wearLead}</p>
      <Faults faults={faults} of="imperfections" />
      {views.length === 0 ? null : (
        <>
          <p>{words.markLead}</p>
          <Board views={views} draft={draft} chosen={chosen} choose={setChosen} />
        </>
      )}
      <div className="inline wide">
        <p className="field">
          <label htmlFor={id}>{words.wearText}</label>
          <input ref={field} id={id} maxLength={300} onKeyDown={onKeyDown} />
        </p>
        <button type="button" className="button quiet" onClick={add}>
          {words.wearAdd}
        </button>
      </div>
      <ul className="wears">
        {draft.imperfections.map(({ key, text, at }, index) => (
          <li key={key}>
            {at === undefined ? null : <MarkNumber>{index + 1}</MarkNumber>}
            <PhotoSlot
              label={words.closeUpOf(text)}
              photo={photoOf(draft, { _tag: "Imperfection", key })}
              onPhoto={(photo) => change(withPhoto(draft, { _tag: "Imperfection", key }, photo))}
            />
            <button
              type="button"
              className="plain"
              aria-label={words.wearRemoveNamed(text)}
              onClick={() => change(withoutWear(draft, key))}
            >
              {words.wearRemove}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};
