import type { Figure } from "../harness/Figure.ts";
import { type Machine, machineText } from "../harness/Machine.ts";
import { digits } from "../harness/table.ts";
import { commandLines, row, writeGenerated } from "./generated.ts";

/** Writes what a sale leaves behind into the page on growth. */
export const writeGrowth = (figures: ReadonlyArray<Figure>, here: Machine, command: string): void =>
  writeGenerated("growth.md", [
    ...commandLines(command),
    `Measured on: ${machineText(here)}. Rows and bytes are the same everywhere, the rate is not.`,
    "",
    row(["what", "value", "unit"]),
    row(["---", "---:", "---"]),
    ...figures.map(({ figure, value, unit }) => row([figure, digits(value), unit])),
  ]);
