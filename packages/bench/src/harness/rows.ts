import { type Figure, goalText, isMet } from "./Figure.ts";

/** A figure for machines: exactly these fields; null, where there is nothing to say. */
export interface Row {
  readonly figure: string;
  readonly value: number | null;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly met: boolean | null;
}

export const rowOf = (figure: Figure): Row => ({
  figure: figure.figure,
  value: figure.absent === undefined ? figure.value : null,
  unit: figure.unit,
  baseline: figure.baseline,
  ratio: figure.ratio,
  goal: figure.goal === null ? null : goalText(figure),
  met: isMet(figure),
});
