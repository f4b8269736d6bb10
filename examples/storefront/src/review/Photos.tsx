import type { Imperfection, Photo } from "@resale/core";
import { useState } from "react";
import { photoUrl } from "../api/client.ts";
import { Picture } from "../design/Picture.tsx";
import { Marks } from "../photos/Marks.tsx";
import { words } from "./words.ts";

interface Shown {
  readonly photo: Photo;
  readonly caption: string;
  readonly closeUp: boolean;
  /** The sign of wear it shows from close by. */
  readonly wear?: string | undefined;
}

type Wear = ReadonlyArray<Imperfection>;

const Large = ({ shown: { photo, caption }, wear }: { readonly shown: Shown; readonly wear: Wear }) => (
  <figure>
    <a className="marked" href={photoUrl(photo.id, "zoom")} target="_blank" rel="noreferrer">
      <Picture id={photo.id} size="detail" alt={caption} eager />
      <Marks photo={photo} imperfections={wear} />
    </a>
    <figcaption>{caption}</figcaption>
  </figure>
);

/** Two photos large beside each other, to be compared: the piece, and from close by what is said of it (R7). */
export const Photos = ({
  photos,
  imperfections,
}: {
  readonly photos: ReadonlyArray<Shown>;
  readonly imperfections: Wear;
}) => {
  const whole = photos.filter(({ closeUp }) => !closeUp);
  const near = photos.filter(({ closeUp }) => closeUp);
  const [left, setLeft] = useState(0);
  const [right, setRight] = useState(0);
  const beside = near.length > 0 ? near : whole.slice(1);
  /** What is looked at from close by is seen beside it on the photo where it is marked. */
  const chooseBeside = (index: number): void => {
    setRight(index);
    const spot = imperfections.find(({ key }) => key === beside[index]?.wear)?.at;
    const marked = whole.findIndex(({ photo }) => photo.id === spot?.photo);
    if (marked >= 0) setLeft(marked);
  };
  const one = whole[left];
  const other = beside[right];
  const strip = (
    shown: ReadonlyArray<Shown>,
    current: number,
    choose: (index: number) => void,
    label: string,
  ) => (
    <ul className="strip" aria-label={label}>
      {shown.map(({ photo, caption }, index) => (
        <li key={photo.id}>
          <button
            type="button"
            aria-pressed={index === current}
            aria-label={caption}
            onClick={() => choose(index)}
          >
            <Picture id={photo.id} size="list" alt="" eager />
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="compare" aria-label={words.photos}>
      <div>
        {one === undefined ? null : <Large shown={one} wear={imperfections} />}
        {strip(whole, left, setLeft, words.whole)}
      </div>
      <div>
        {other === undefined ? null : <Large shown={other} wear={imperfections} />}
        {strip(beside, right, chooseBeside, near.length > 0 ? words.near : words.whole)}
      </div>
    </section>
  );
};
