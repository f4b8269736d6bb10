/** How many tests of a run ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The environment variable naming the file into which a run of Vitest writes its tally as JSON. */
export const TALLY_FILE = "RESALE_TEST_TALLY";
