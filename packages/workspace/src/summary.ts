import type { Outcome } from "./step.ts";
import type { Tally } from "./testTally.ts";

/** One line for each step, whether it passed and how long it took. */
export const stepLines = (outcomes: ReadonlyArray<Outcome>): string =>
  outcomes
    .map(
      ({ name, passed, took }) => `${passed ? "ok    " : "FAILED"}  ${name} (${(took / 1000).toFixed(1)} s)`,
    )
    .join("\n");

/** The last line of the test command, counting tests. */
export const tallyLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
