import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "../harness/Figure.ts";
import { type Machine, machineText } from "../harness/Machine.ts";
import { cells, HEADINGS } from "../harness/table.ts";
import { chart } from "./chart.ts";
import { commandLines, FOLDER, row, writeGenerated } from "./generated.ts";

/** Writes the table into the page on performance and the chart beside it. */
export const writePerformance = (figures: ReadonlyArray<Figure>, here: Machine, command: string): void => {
  writeGenerated("performance.md", [
    ...commandLines(command),
    `Measured on: ${machineText(here)}. Other work shared the machine; a spread above ±10 % says how much.`,
    "",
    "![Ratios on one scale](performance.svg)",
    "",
    row(HEADINGS),
    row(HEADINGS.map(() => "---")),
    ...figures.map((figure) => row(cells(figure))),
  ]);
  writeFileSync(join(FOLDER, "performance.svg"), chart(figures));
};
