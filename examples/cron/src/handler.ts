import type { Resale } from "@resale/embed";

/** What one invocation has done, for the platform's log. */
export interface Report {
  readonly timers: number;
  readonly tasks: number;
  /** Whether to be called again at once. */
  readonly more: boolean;
}

/**
 * What a platform's clock calls once a minute: it builds the engine, does what is due, and lets go of everything. Two
 * calls at once share the work: a timer fires once, a task has one worker at a time.
 */
export const handler =
  (build: () => Resale, within = 25_000) =>
  async (): Promise<Report> => {
    await using resale = build();
    return await resale.workers.runDue({ within });
  };
