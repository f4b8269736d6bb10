import type { Photo } from "@resale/core";
import { type FormEvent, useId, useState } from "react";
import { wordsOf } from "../api/client.ts";
import { useProgram } from "../api/queries.ts";
import { Picture } from "../design/Picture.tsx";
import { PhotoSlot } from "../photos/PhotoSlot.tsx";
import { useDoor, useOrderCommand } from "./door.ts";
import { words } from "./words.ts";

interface Complaint {
  readonly kind: string;
  readonly text: string;
  readonly photos: ReadonlyArray<Photo["id"]>;
}

/** What is wrong, in words and pictures (R44). */
export const DisputeForm = ({ cancel }: { readonly cancel: () => void }) => {
  const id = useId();
  const { way } = useDoor();
  const { data: program } = useProgram();
  const [photos, setPhotos] = useState<ReadonlyArray<Photo["id"]>>([]);
  const open = useOrderCommand((door, key, payload: Complaint) =>
    door.client.orders.dispute({ params: { order: door.id }, payload, key }),
  );
  if (program === undefined) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    open.mutate({ kind: String(data.get("kind")), text: String(data.get("text")), photos });
  };
  return (
    <form className="dispute" onSubmit={submit}>
      <h3>{words.disputeTitle}</h3>
      <p className="soft">{words.disputeMore}</p>
      <p className="field">
        <label htmlFor={`${id}k`}>{words.kind}</label>
        <select id={`${id}k`} name="kind" required defaultValue="">
          <option value="">{words.chooseKind}</option>
          {program.disputeKinds.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor={`${id}t`}>{words.text}</label>
        <textarea id={`${id}t`} name="text" required maxLength={4000} aria-describedby={`${id}h`} />
        <small id={`${id}h`}>{words.textHint}</small>
      </p>
      <fieldset>
        <legend>{words.photos(program.disputePhotos)}</legend>
        <div className="slots">
          {photos.map((photo) => (
            <div key={photo} className="slot">
              <Picture id={photo} size="list" alt="" />
              <button
                type="button"
                className="plain"
                onClick={() => setPhotos(photos.filter((one) => one !== photo))}
              >
                {words.removePhoto}
              </button>
            </div>
          ))}
          {photos.length < program.disputePhotos ? (
            <PhotoSlot
              label={words.photoNumber(photos.length + 1)}
              way={way}
              onPhoto={(photo) => setPhotos((all) => [...all, photo.id])}
            />
          ) : null}
        </div>
      </fieldset>
      {open.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(open.error)}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="button" disabled={open.isPending}>
          {words.disputeSend}
        </button>
        <button type="button" className="button quiet" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
};
