import { hexOf, lightnessOf, mix, toned } from "./colour.ts";
import type { Piece } from "./Piece.ts";
import { type Random, randomOf } from "./random.ts";

/** What every stroke of one picture needs to know. */
export interface Brush {
  readonly piece: Piece;
  readonly random: Random;
  /** The colour of the panels. */
  readonly hide: string;
  /** The colour of handles, straps and edges. */
  readonly trim: string;
  readonly thread: string;
  /** The colour of shade on the leather: never black, which makes light leather look dirty. */
  readonly shade: string;
  /** How strongly shade shows: less on light leather. */
  readonly weight: number;
  readonly lining: string;
  readonly back: boolean;
  /** A name that no other part of the picture has. */
  readonly name: () => string;
}

export const brushFor = (piece: Piece, back: boolean): Brush => {
  const hide = hexOf(piece.colour);
  const light = lightnessOf(hide);
  const random = randomOf(piece.seed);
  const trim =
    piece.material === "signature" ? (light > 0.45 ? mix("#8a5a36", hide, 0.12) : toned(hide, -0.45)) : hide;
  const contrast = random.chance(0.35);
  const linings = ["#b79f7f", "#8c8379", "#c9b79b", "#7d6a5c", "#a88f84"];
  let names = 0;
  return {
    piece,
    random,
    hide,
    trim,
    thread: light > 0.75 ? toned(trim, contrast ? -0.42 : -0.2) : toned(trim, contrast ? 0.62 : 0.3),
    shade: mix(hide, light > 0.5 ? "#2a1204" : "#050302", light > 0.5 ? 0.72 : 0.9),
    weight: light > 0.7 ? 0.66 : light > 0.5 ? 0.8 : 1,
    lining: linings[Math.floor(random.next() * linings.length)] ?? "#b79f7f",
    back,
    name: () => `n${names++}`,
  };
};
