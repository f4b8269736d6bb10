/** What a figure has to reach: its ratio to the baseline, or the value itself. */
export type Goal =
  | { readonly of: "ratio" | "value"; readonly atLeast: number }
  | { readonly of: "ratio" | "value"; readonly atMost: number };

/** One measured figure, ours beside what it is compared with. */
export interface Figure {
  /** `commits, 32 callers / four statements`: what was measured, and against what. */
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly goal: Goal | null;
  /** Of our own rounds; null, where there was only one. */
  readonly spread: number | null;
  /** Why there is no value. */
  readonly absent?: string;
}

/** Whether the goal is reached; null, where there is none or nothing was measured. */
export const isMet = ({ goal, ratio, value, absent }: Figure): boolean | null => {
  if (goal === null || absent !== undefined) return null;
  const measured = goal.of === "ratio" ? ratio : value;
  if (measured === null) return null;
  return "atLeast" in goal ? measured >= goal.atLeast : measured <= goal.atMost;
};

/** `≥ 6 ×`, `≤ 25 ms`. */
export const goalText = ({ goal, unit }: Figure): string => {
  if (goal === null) return "";
  const of = goal.of === "ratio" ? "×" : unit;
  return "atLeast" in goal ? `≥ ${goal.atLeast} ${of}` : `≤ ${goal.atMost} ${of}`;
};
