import { useRef, useState } from "react";
import { photoUrl } from "../api/client.ts";
import { Picture } from "../design/Picture.tsx";
import { words } from "./words.ts";

export interface Shown {
  readonly id: string;
  readonly caption: string;
  readonly placeholder?: string | undefined;
}

interface Props {
  readonly photos: ReadonlyArray<Shown>;
  readonly title: string;
}

/** The photos of a piece: one large after the other, each to be looked at from close by. */
export const Gallery = ({ photos, title }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState<number>();
  const [near, setNear] = useState(false);
  const count = photos.length;
  const show = (index: number): void => {
    setNear(false);
    setOpen((index + count) % count);
    if (dialog.current?.open === false) dialog.current.showModal();
  };
  const shown = open === undefined ? undefined : photos[open];
  return (
    <section className="gallery" aria-label={words.photos}>
      <ul>
        {photos.map(({ id, caption, placeholder }, index) => (
          <li key={id}>
            <button type="button" aria-label={words.zoom(caption)} onClick={() => show(index)}>
              <Picture
                id={id}
                size="detail"
                alt={words.photo(caption, title)}
                eager={index === 0}
                placeholder={placeholder}
              />
            </button>
          </li>
        ))}
      </ul>
      <dialog
        ref={dialog}
        className="zoom"
        aria-label={words.photos}
        onClose={() => setOpen(undefined)}
        onKeyDown={({ key }) => {
          if (open === undefined) return;
          if (key === "ArrowRight") show(open + 1);
          if (key === "ArrowLeft") show(open - 1);
        }}
      >
        {shown === undefined || open === undefined ? null : (
          <>
            <button
              type="button"
              className="large"
              data-near={near}
              aria-pressed={near}
              aria-label={words.zoom(shown.caption)}
              onClick={() => setNear(!near)}
            >
              <img src={photoUrl(shown.id, "zoom")} alt={words.photo(shown.caption, title)} />
            </button>
            <div className="steps">
              <button type="button" aria-label={words.previous} onClick={() => show(open - 1)}>
                ←
              </button>
              <p role="status">
                {shown.caption} <small>{words.of(open + 1, count)}</small>
              </p>
              <button type="button" aria-label={words.next} onClick={() => show(open + 1)}>
                →
              </button>
              <form method="dialog">
                <button type="submit">{words.close}</button>
              </form>
            </div>
          </>
        )}
      </dialog>
    </section>
  );
};
