import type { Photo, Spot } from "@resale/core";
import { type MouseEvent, useId } from "react";
import { Picture } from "../design/Picture.tsx";
import { Mark, Marks } from "../photos/Marks.tsx";
import { type Point, pointOf } from "../photos/spot.ts";
import { spotUnder } from "../photos/spotUnder.ts";
import type { Draft } from "./draft.ts";
import { words } from "./words.ts";

interface View {
  readonly photo: Photo;
  readonly label: string;
}

interface Props {
  readonly views: ReadonlyArray<View>;
  readonly draft: Draft;
  /** The spot that is just being chosen. */
  readonly chosen: Spot | undefined;
  readonly choose: (spot: Spot) => void;
}

const MIDDLE: Point = { left: 0.5, top: 0.5 };

/** Where somebody tapped; the middle, for those who come by keyboard and move the mark from there. */
const tapped = ({ detail, clientX, clientY, currentTarget }: MouseEvent): Point => {
  if (detail === 0) return MIDDLE;
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { left: (clientX - left) / width, top: (clientY - top) / height };
};

const Slider = ({
  label,
  share,
  onShare,
}: {
  label: string;
  share: number;
  onShare: (share: number) => void;
}) => {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        value={Math.round(share * 100)}
        onChange={({ target }) => onShare(Number(target.value) / 100)}
      />
    </p>
  );
};

/** The photos of the piece, to be tapped where wear is seen (R7). */
export const Board = ({ views, draft, chosen, choose }: Props) => {
  const moving = views.find(({ photo }) => photo.id === chosen?.photo);
  const point = moving === undefined || chosen === undefined ? undefined : pointOf(moving.photo, chosen);
  return (
    <>
      <ul className="board">
        {views.map(({ photo, label }) => (
          <li key={photo.id}>
            <button
              type="button"
              className="marked"
              aria-label={words.markOn(label)}
              onClick={(event) => choose(spotUnder(photo, tapped(event)))}
            >
              <Picture id={photo.id} size="list" alt="" placeholder={photo.placeholder} />
              <Marks photo={photo} imperfections={draft.imperfections} />
              {moving?.photo.id === photo.id && point !== undefined ? <Mark at={point} sign="+" /> : null}
            </button>
          </li>
        ))}
      </ul>
      {moving === undefined || point === undefined ? null : (
        <div className="pair">
          <Slider
            label={words.markAcross}
            share={point.left}
            onShare={(left) => choose(spotUnder(moving.photo, { ...point, left }))}
          />
          <Slider
            label={words.markDown}
            share={point.top}
            onShare={(top) => choose(spotUnder(moving.photo, { ...point, top }))}
          />
        </div>
      )}
    </>
  );
};
