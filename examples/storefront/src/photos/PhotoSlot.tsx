import type { Photo } from "@resale/core";
import { sendPhoto } from "@resale/http/client";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useId, useState } from "react";
import { baseUrl, clientOn, problemOf, type Way } from "../api/client.ts";
import { Picture } from "../design/Picture.tsx";
import { sendTold } from "./sendTold.ts";
import { shrink, UnreadablePicture } from "./shrink.ts";
import { words } from "./words.ts";

interface Props {
  readonly label: string;
  readonly tip?: ReactNode;
  /** What to show where no photo is yet: how the piece lies in it. */
  readonly outline?: ReactNode;
  readonly photo?: Photo | undefined;
  readonly way?: Way;
  readonly disabled?: boolean;
  readonly onPhoto: (photo: Photo) => void;
}

/** What was just taken is shown at once, while it is still on its way. */
const useOwnPicture = () => {
  const [url, setUrl] = useState<string>();
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);
  return [url, (file: Blob | undefined) => setUrl(file && URL.createObjectURL(file))] as const;
};

const faultOf = (error: unknown): string =>
  error instanceof UnreadablePicture ? words.unreadable : (problemOf(error)?.detail ?? words.unsent);

/** A place for one photo: chosen, or taken with the phone's camera, and sent in at once. */
export const PhotoSlot = (props: Props) => {
  const { label, tip, outline, photo, way = "signedIn", disabled = false, onPhoto } = props;
  const id = useId();
  const [own, showOwn] = useOwnPicture();
  const [sent, setSent] = useState(0);
  const send = useMutation({
    mutationFn: async (file: Blob) => {
      setSent(0);
      showOwn(file);
      return await sendPhoto(clientOn(way), await shrink(file), { baseUrl, fetch: sendTold(setSent) });
    },
    onSuccess: onPhoto,
    onSettled: () => showOwn(undefined),
  });
  const fault = send.error === null ? undefined : faultOf(send.error);
  const shown = send.isPending && own !== undefined ? <img src={own} alt="" /> : null;
  return (
    <div className="slot" aria-busy={send.isPending}>
      <label htmlFor={id} data-empty={photo === undefined && shown === null}>
        {photo === undefined || shown !== null ? (
          <span className="picture own">{shown ?? outline ?? <span aria-hidden="true">+</span>}</span>
        ) : (
          <Picture id={photo.id} size="list" alt="" eager placeholder={photo.placeholder} />
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
      {send.isPending ? <progress aria-label={words.sent(label)} value={sent} max={1} /> : null}
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
