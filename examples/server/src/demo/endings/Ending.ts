import type { Stage } from "../Stage.ts";

/** One way in which a sale comes to its end. */
export interface Ending {
  readonly title: string;
  /** The rules it shows. */
  readonly rules: string;
  readonly play: (stage: Stage) => Promise<unknown>;
}
