import { Figure, readFigures } from "@resale/core";
import { Effect } from "effect";
import { type HandlersOf, Reply } from "../Handlers.ts";

const columns = Object.keys(Figure.fields) as ReadonlyArray<keyof Figure>;

/** As RFC 4180 has it. A text that a spreadsheet would take for a formula is made plain. */
const cell = (value: string | number | boolean): string => {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csvOf = (rows: ReadonlyArray<Figure>): Uint8Array =>
  new TextEncoder().encode(
    [columns.join(","), ...rows.map((row) => columns.map((column) => cell(row[column])).join(","))]
      .map((line) => `${line}\r\n`)
      .join(""),
  );

export const figures: HandlersOf<"figures"> = {
  figures: ({ caller, query }) => readFigures(caller.actor, query),
  figuresCsv: ({ caller, query }) =>
    Effect.map(
      readFigures(caller.actor, query),
      (rows) =>
        new Reply(csvOf(rows), {
          "content-disposition": `attachment; filename="figures-${query.from}-${query.to}.csv"`,
        }),
    ),
};
