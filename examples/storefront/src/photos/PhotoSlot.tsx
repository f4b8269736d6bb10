import type { Photo } from "@resale/core";
import type { ResaleClient } from "@resale/http/client";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { problemOf, client as signedIn } from "../api/client.ts";
import { Picture } from "../design/Picture.tsx";
import { shrink } from "./shrink.ts";
import { words } from "./words.ts";

interface Props {
  readonly label: string;
  readonly tip?: ReactNode;
  readonly photo?: Photo | undefined;
  readonly client?: ResaleClient;
  readonly disabled?: boolean;
  readonly onPhoto: (photo: Photo) => void;
}

/** A place for one photo: chosen, or taken with the phone's camera, and sent in at once. */
export const PhotoSlot = ({ label, tip, photo, client = signedIn, disabled = false, onPhoto }: Props) => {
  const id = useId();
  const send = useMutation({
    mutationFn: async (file: Blob) => client.photos.upload({ payload: await shrink(file) }),
    onSuccess: onPhoto,
  });
  const fault = send.error === null ? undefined : (problemOf(send.error)?.detail ?? words.unreadable);
  return (
    <div className="slot">
      <label htmlFor={id} data-empty={photo === undefined}>
        {photo === undefined ? (
          <span className="picture">
            <span aria-hidden="true">+</span>
          </span>
        ) : (
          <Picture id={photo.id} size="list" alt="" eager />
        )}
        <span className="unseen">{photo === undefined ? words.add(label) : words.replace(label)}</span>
      </label>
      <input
        id={id}
        type="file"
        accept="image/*"
        disabled={disabled || send.isPending}
        aria-describedby={`${id}s`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) send.mutate(file);
          target.value = "";
        }}
      />
      <p>
        <strong aria-hidden="true">{label}</strong>
        {tip === undefined ? null : <small>{tip}</small>}
      </p>
      <small id={`${id}s`} role="status" className={fault === undefined ? undefined : "fault"}>
        {send.isPending ? words.sending : fault}
      </small>
    </div>
  );
};
