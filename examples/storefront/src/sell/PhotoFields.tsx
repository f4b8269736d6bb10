import type { FieldFault } from "@resale/core";
import type { ProgramFacts } from "../api/queries.ts";
import { PhotoSlot } from "../photos/PhotoSlot.tsx";
import { photoOf, withoutPhoto, withPhoto } from "./draft.ts";
import { Faults } from "./Faults.tsx";
import { Outline } from "./Outline.tsx";
import type { DraftState } from "./useDraft.ts";
import { words } from "./words.ts";

interface Props {
  readonly state: DraftState;
  readonly program: ProgramFacts;
  readonly faults: ReadonlyArray<FieldFault>;
}

/** The shots the marketplace asks for, each with its tip; the price tag where the grade wants it (R7). */
export const PhotoFields = ({ state, program, faults }: Props) => {
  const { draft, change } = state;
  const grade = program.grades.find(({ key }) => key === draft.grade);
  const wantsTag = grade?.tagPhoto === true;
  const tag = photoOf(draft, { _tag: "Tag" });
  const others = draft.photos.filter(({ shows }) => shows._tag === "Other");
  return (
    <fieldset className="group">
      <legend>{words.photos}</legend>
      <details>
        <summary>{words.tips}</summary>
        <ul>
          {program.photos.tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      </details>
      <Faults faults={faults} of="photos" />
      <div className="slots">
        {program.photos.required.map(({ key, label, tip }) => (
          <PhotoSlot
            key={key}
            label={label}
            tip={tip}
            outline={<Outline shot={key} />}
            photo={photoOf(draft, { _tag: "Shot", key })}
            onPhoto={(photo) => change(withPhoto(draft, { _tag: "Shot", key }, photo))}
          />
        ))}
        {wantsTag || tag !== undefined ? (
          <div>
            <PhotoSlot
              label={words.tag}
              tip={wantsTag ? words.tagTip : words.tagUnasked}
              outline={<Outline shot="tag" />}
              photo={tag}
              onPhoto={(photo) => change(withPhoto(draft, { _tag: "Tag" }, photo))}
            />
            {wantsTag || tag === undefined ? null : (
              <button
                type="button"
                className="plain"
                aria-label={words.removePhotoNamed(words.tag)}
                onClick={() => change(withoutPhoto(draft, tag))}
              >
                {words.removePhoto}
              </button>
            )}
          </div>
        ) : null}
        {others.map(({ photo }) => (
          <div key={photo.id}>
            <PhotoSlot
              label={words.other}
              photo={photo}
              onPhoto={(next) => change(withPhoto(withoutPhoto(draft, photo), { _tag: "Other" }, next))}
            />
            <button type="button" className="plain" onClick={() => change(withoutPhoto(draft, photo))}>
              {words.removePhoto}
            </button>
          </div>
        ))}
        {draft.photos.length < program.photos.most ? (
          <PhotoSlot
            label={words.other}
            onPhoto={(photo) => change(withPhoto(draft, { _tag: "Other" }, photo))}
          />
        ) : null}
      </div>
    </fieldset>
  );
};
