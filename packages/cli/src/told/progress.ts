import { Console, Context, Effect } from "effect";
import { Flag } from "effect/cli";

/** Where progress is shown. */
export interface Screen {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
}

/** The standard error of the process, unless a test looks on. */
export const Screen = Context.Reference<Screen>("@resale/cli/told/Screen", {
  defaultValue: () => ({
    isTerminal: process.stderr.isTTY === true,
    write: (text) => void process.stderr.write(text),
  }),
});

/** Progress is shown on a terminal, and elsewhere where it is asked for. */
export const progressFlag = Flag.Boolean("progress").pipe(
  Flag.withDescription("Tell on standard error how far it is, also where that is not a terminal"),
  Flag.withDefault(false),
);

/** Milliseconds between two looks at it: one line that changes, or a line for a log. */
const EVERY = { terminal: 100, log: 2_000 };

/** Keeps one line of progress: told as often as one likes, shown now and then, gone at the end. */
export const progress = Effect.fnUntraced(function* (isWanted: boolean) {
  const { isTerminal, write } = yield* Screen;
  const every = isTerminal ? EVERY.terminal : EVERY.log;
  let shown = Number.NEGATIVE_INFINITY;
  const tell = (text: () => string): Effect.Effect<void> =>
    Effect.suspend(() => {
      const now = performance.now();
      if (!(isTerminal || isWanted) || now - shown < every) return Effect.void;
      shown = now;
      return isTerminal ? Effect.sync(() => write(`\r\u001b[2K${text()}`)) : Console.error(text());
    });
  yield* Effect.addFinalizer(() => (isTerminal ? Effect.sync(() => write("\r\u001b[2K")) : Effect.void));
  return tell;
});
