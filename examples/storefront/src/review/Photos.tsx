import { useState } from "react";
import { photoUrl } from "../api/client.ts";
import { Picture } from "../design/Picture.tsx";
import { words } from "./words.ts";

interface Shown {
  readonly id: string;
  readonly caption: string;
  readonly closeUp: boolean;
}

const Large = ({ photo }: { readonly photo: Shown }) => (
  <figure>
    <a href={photoUrl(photo.id, "zoom")} target="_blank" rel="noreferrer">
      <Picture id={photo.id} size="detail" alt={photo.caption} eager />
    </a>
    <figcaption>{photo.caption}</figcaption>
  </figure>
);

/** Two photos large beside each other, to be compared: the piece, and from close by what is said of it (R7). */
export const Photos = ({ photos }: { readonly photos: ReadonlyArray<Shown> }) => {
  const whole = photos.filter(({ closeUp }) => !closeUp);
  const near = photos.filter(({ closeUp }) => closeUp);
  const [left, setLeft] = useState(0);
  const [right, setRight] = useState(0);
  const beside = near.length > 0 ? near : whole.slice(1);
  const one = whole[left];
  const other = beside[right];
  const strip = (
    shown: ReadonlyArray<Shown>,
    current: number,
    choose: (index: number) => void,
    label: string,
  ) => (
    <ul className="strip" aria-label={label}>
      {shown.map(({ id, caption }, index) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={index === current}
            aria-label={caption}
            onClick={() => choose(index)}
          >
            <Picture id={id} size="list" alt="" eager />
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="compare" aria-label={words.photos}>
      <div>
        {one === undefined ? null : <Large photo={one} />}
        {strip(whole, left, setLeft, words.whole)}
      </div>
      <div>
        {other === undefined ? null : <Large photo={other} />}
        {strip(beside, right, setRight, near.length > 0 ? words.near : words.whole)}
      </div>
    </section>
  );
};
