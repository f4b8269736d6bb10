import type { Imperfection, Photo } from "@resale/core";
import { useRef, useState } from "react";
import { photoUrl } from "../api/client.ts";
import { Picture } from "../design/Picture.tsx";
import { Marks } from "../photos/Marks.tsx";
import { words } from "./words.ts";

export interface Shown {
  readonly photo: Photo;
  readonly caption: string;
}

/** On a wide window the first photo takes the whole column, the others half of it. */
const sizesOf = (index: number): string => `(min-width: 900px) ${index === 0 ? 56 : 28}vw, 92vw`;

interface Props {
  readonly photos: ReadonlyArray<Shown>;
  readonly imperfections: ReadonlyArray<Imperfection>;
  readonly title: string;
}

/** The photos of a piece: one large after the other, each to be looked at from close by. */
export const Gallery = ({ photos, imperfections, title }: Props) => {
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
        {photos.map(({ photo, caption }, index) => (
          <li key={photo.id}>
            <button
              type="button"
              className="marked"
              aria-label={words.zoom(caption)}
              onClick={() => show(index)}
            >
              <Picture
                id={photo.id}
                size="detail"
                sizes={sizesOf(index)}
                alt={words.photo(caption, title)}
                eager={index === 0}
                placeholder={photo.placeholder}
              />
              <Marks photo={photo} imperfections={imperfections} />
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
              <img src={photoUrl(shown.photo.id, "zoom")} alt={words.photo(shown.caption, title)} />
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
