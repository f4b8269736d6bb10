import type { Option } from "effect";
import { Argument, Flag } from "effect/cli";
import type { Wishes } from "../import/runImport.ts";
import { progressFlag } from "../told/progress.ts";

/** What can be said of any import. */
export const importFlags = {
  file: Argument.String("FILE").pipe(
    Argument.withDescription("CSV or NDJSON, plain or gzipped; - is standard input"),
  ),
  dryRun: Flag.Boolean("dry-run").pipe(
    Flag.withDescription("Only say what would be changed, and what is wrong with the file"),
    Flag.withDefault(false),
  ),
  rejects: Flag.String("rejects").pipe(
    Flag.withDescription(
      "Where to keep the rows that are left out, each with its line and what is wrong with it",
    ),
    Flag.withMetavar("FILE"),
    Flag.optional,
  ),
  progress: progressFlag,
};

export const wishesOf = (given: {
  readonly file: string;
  readonly dryRun: boolean;
  readonly rejects: Option.Option<string>;
  readonly progress: boolean;
}): Wishes => ({ file: given.file, isDry: given.dryRun, rejects: given.rejects, progress: given.progress });
