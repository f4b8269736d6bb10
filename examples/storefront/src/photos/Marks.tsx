import "./photos.css";
import type { Imperfection, Photo } from "@resale/core";
import type { CSSProperties } from "react";
import { type Point, pointOf } from "./spot.ts";

const placeOf = ({ left, top }: Point): CSSProperties => ({ left: `${left * 100}%`, top: `${top * 100}%` });

/** One mark on a photo. Its sign is no text of what it lies on: the list of what is marked says the same to everybody. */
export const Mark = ({ at, sign }: { readonly at: Point; readonly sign: string }) => (
  <span className="mark" style={placeOf(at)} data-sign={sign} aria-hidden="true" />
);

interface Props {
  readonly photo: Photo;
  readonly imperfections: ReadonlyArray<Imperfection>;
}

/** What is marked on a photo, under the number it has in the list of all (R7). */
export const Marks = ({ photo, imperfections }: Props) =>
  imperfections.map(({ key, at }, index) => {
    const point = at?.photo === photo.id ? pointOf(photo, at) : undefined;
    return point === undefined ? null : <Mark key={key} at={point} sign={String(index + 1)} />;
  });

/** The number under which something is marked. */
export const MarkNumber = ({ children }: { readonly children: number }) => (
  <span className="mark number">{children}</span>
);
