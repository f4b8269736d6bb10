import type { FieldFault } from "@resale/core";
import { type KeyboardEvent, useId, useRef } from "react";
import type { ProgramFacts } from "../api/queries.ts";
import { MarkNumber } from "../photos/Marks.tsx";
import { PhotoSlot } from "../photos/PhotoSlot.tsx";
import { Board } from "./Board.tsx";
import { noWear, photoOf, type TypedWear, withoutWear, withPhoto, withTyped } from "./draft.ts";
import { Faults } from "./Faults.tsx";
import type { DraftState } from "./useDraft.ts";
import { words } from "./words.ts";

interface Props {
  readonly state: DraftState;
  /** What is about to be said of another sign of wear. */
  readonly typed: TypedWear;
  readonly setTyped: (typed: TypedWear) => void;
  readonly program: ProgramFacts;
  readonly faults: ReadonlyArray<FieldFault>;
}

/** Every sign of wear: marked on a photo of the piece, and with its close-up (R7). */
export const WearFields = ({ state, typed, setTyped, program, faults }: Props) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { draft, change } = state;
  const views = program.photos.required.flatMap(({ key, label }) => {
    const photo = photoOf(draft, { _tag: "Shot", key });
    return photo === undefined ? [] : [{ photo, label }];
  });
  const add = (): void => {
    field.current?.focus();
    if (typed.text.trim() === "") return;
    change(withTyped(draft, typed));
    setTyped(noWear);
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
          <Board views={views} draft={draft} chosen={typed.at} choose={(at) => setTyped({ ...typed, at })} />
        </>
      )}
      <div className="inline wide">
        <p className="field">
          <label htmlFor={id}>{words.wearText}</label>
          <input
            ref={field}
            id={id}
            maxLength={300}
            value={typed.text}
            onChange={({ target }) => setTyped({ ...typed, text: target.value })}
            onKeyDown={onKeyDown}
          />
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
