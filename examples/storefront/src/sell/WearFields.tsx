import type { FieldFault } from "@resale/core";
import { type KeyboardEvent, useId, useRef } from "react";
import { PhotoSlot } from "../photos/PhotoSlot.tsx";
import { photoOf, withoutWear, withPhoto, withWear } from "./draft.ts";
import { Faults } from "./Faults.tsx";
import type { DraftState } from "./useDraft.ts";
import { words } from "./words.ts";

interface Props {
  readonly state: DraftState;
  readonly faults: ReadonlyArray<FieldFault>;
}

/** Every sign of wear, each with its close-up (R7). */
export const WearFields = ({ state, faults }: Props) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { draft, change } = state;
  const add = (): void => {
    const text = field.current?.value.trim() ?? "";
    if (text === "" || field.current === null) return;
    change(withWear(draft, text));
    field.current.value = "";
    field.current.focus();
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
      <ul className="wears">
        {draft.imperfections.map(({ key, text }) => (
          <li key={key}>
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
      <div className="inline wide">
        <p className="field">
          <label htmlFor={id}>{words.wearText}</label>
          <input ref={field} id={id} maxLength={300} onKeyDown={onKeyDown} />
        </p>
        <button type="button" className="button quiet" onClick={add}>
          {words.wearAdd}
        </button>
      </div>
    </fieldset>
  );
};
