import { Duration, Effect } from "effect";
import { instant } from "../calendar/Instant.ts";
import { type Forgotten, Retention, type Served } from "../ports/Retention.ts";
import { now } from "./execute.ts";
import { whileClockRuns } from "./standstill.ts";

/** How long is kept what nobody needs for ever. */
export interface RetentionPolicy {
  /** Tasks, after they were done or dropped. 7 days, if not told. */
  readonly tasks?: Duration.Input;
  /** Answers, after they were given under an idempotency key (R56). 30 days, if not told. */
  readonly answers?: Duration.Input;
  /** How far a subscriber has come with a subject, after it heard all there was (R60). 30 days, if not told. */
  readonly deliveries?: Duration.Input;
}

const USUAL: Required<RetentionPolicy> = { tasks: "7 days", answers: "30 days", deliveries: "30 days" };

/** Rows of each kind in one page: a commit that needs a row of the page waits a few milliseconds at most. */
const PAGE = 1_000;

const servedBy = (moment: number, policy: RetentionPolicy): Served => {
  const { tasks, answers, deliveries } = { ...USUAL, ...policy };
  const before = (span: Duration.Input) => instant(moment - Duration.toMillis(span));
  return { tasks: before(tasks), answers: before(answers), deliveries: before(deliveries) };
};

const forgetPage = Effect.fnUntraced(function* (policy: RetentionPolicy) {
  const { forget } = yield* Retention;
  return yield* forget({ until: servedBy(yield* now, policy), limit: PAGE });
});

const isMore = (forgotten: Forgotten): boolean => Object.values(forgotten).includes(PAGE);

/** Forgets all that is old by the engine's clock, a page at a time. */
export const forgetOld = Effect.fn("Running.forgetOld")(function* (policy: RetentionPolicy = {}) {
  yield* Effect.repeat(forgetPage(policy), { while: isMore });
});

/** Forgets every so often for as long as the process lives; any number of processes may. */
export const keepForgetting = Effect.fn("Running.keepForgetting")(function* (
  rest: Duration.Input,
  policy: RetentionPolicy = {},
) {
  return yield* whileClockRuns(forgetOld(policy)).pipe(
    Effect.catchCause((cause) => Effect.logWarning("what is old could not be forgotten", cause)),
    Effect.andThen(Effect.sleep(rest)),
    Effect.forever,
  );
});
