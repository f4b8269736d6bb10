import { type Figure, goalText, isMet } from "./Figure.ts";

/** A number with three digits that count. */
export const digits = (value: number): string => {
  if (!Number.isFinite(value)) return "";
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString("en-US");
  return size >= 10 ? value.toFixed(1) : value.toFixed(2);
};

const met = (figure: Figure): string => {
  const is = isMet(figure);
  return is === null ? "" : is ? "yes" : "no";
};

export const HEADINGS = ["figure", "value", "unit", "baseline", "ratio", "goal", "met", "spread"] as const;

/** A figure as the cells of its row. */
export const cells = (figure: Figure): ReadonlyArray<string> => [
  figure.figure,
  figure.absent ?? digits(figure.value),
  figure.unit,
  figure.baseline === null ? "" : digits(figure.baseline),
  figure.ratio === null ? "" : `${digits(figure.ratio)} ×`,
  goalText(figure),
  met(figure),
  figure.spread === null ? "" : `±${Math.round(figure.spread * 50)} %`,
];

const isNumeric = (column: number): boolean => [1, 3, 4, 7].includes(column);

/** The figures as a table for a terminal. */
export const table = (figures: ReadonlyArray<Figure>): string => {
  const rows = [HEADINGS, ...figures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumeric(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
