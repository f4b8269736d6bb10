import type { Database } from "../server/Database.ts";
import type { Figure } from "./Figure.ts";

/** What a group of figures is given to measure with. */
export interface Bench {
  /** Smaller sizes and shorter rounds. */
  readonly quick: boolean;
  /** Rounds of each comparison, the one that warms up not counted. */
  readonly rounds: number;
  readonly report: (...figures: ReadonlyArray<Figure>) => void;
  /** Tells whoever waits what is being prepared. */
  readonly say: (line: string) => void;
  /** A new empty database on the one server that all contestants share. */
  readonly database: (name: string) => Promise<Database>;
}

/** A group of figures, by the name that `--only` takes. */
export interface Group {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<void>;
}
