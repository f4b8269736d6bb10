import { type Commit, StoreUnavailable } from "@resale/core";
import { Effect, type Scope } from "effect";
import { eventsIn, mistakeIn, subjectKey } from "./mistakeIn.ts";
import type { CommitError, Written } from "./writeCommits.ts";
import { MOST_EVENTS } from "./writeStatement.ts";

export interface GroupOptions {
  /** Statements on their way at once. While they are, the commits that follow are gathered for the next. */
  readonly writers: number;
  /** So many commits are worth a statement of their own while another is on its way; fewer wait for it. */
  readonly fewest: number;
  /** Commits in one statement. */
  readonly most: number;
  /** Commits that may wait; who comes after them is told that the store is too busy. */
  readonly mostWaiting: number;
}

interface Waiting {
  readonly commit: Commit;
  /** What a batch may hold only once: subjects, claims and answer keys. */
  readonly keys: ReadonlyArray<string>;
  readonly events: number;
  readonly resume: (written: Written) => void;
}

const keysOf = ({ changes, answer }: Commit): ReadonlyArray<string> => {
  const keys = changes.map(({ subject }) => subjectKey(subject));
  for (const { index } of changes) if (index.claim !== null) keys.push(`claim ${index.claim}`);
  if (answer !== undefined) keys.push(`answer ${JSON.stringify([answer.scope, answer.key])}`);
  return keys;
};

/** The next commits to be written together; the others stay in line, as do those that meet what is being written. */
const gather = (
  waiting: ReadonlyArray<Waiting>,
  most: number,
  busy: ReadonlySet<string>,
): { readonly taken: ReadonlyArray<Waiting>; readonly left: Array<Waiting> } => {
  const taken: Array<Waiting> = [];
  const left: Array<Waiting> = [];
  const seen = new Set<string>();
  let events = 0;
  let at = 0;
  for (; at < waiting.length && at < 4 * most && taken.length < most; at++) {
    const next = waiting[at];
    if (next === undefined) break;
    // A commit that waits keeps its keys from those behind it: first come, first served.
    const clashes = next.keys.some((key) => seen.has(key) || busy.has(key));
    for (const key of next.keys) seen.add(key);
    if (clashes || events + next.events > MOST_EVENTS) {
      left.push(next);
      continue;
    }
    events += next.events;
    taken.push(next);
  }
  for (; at < waiting.length; at++) {
    const next = waiting[at];
    if (next !== undefined) left.push(next);
  }
  return { taken, left };
};

/**
 * Gathers concurrent commits and writes them as one statement: a round trip, a flush to disk and a parsed statement are
 * shared by all that came while the one before was on its way. A commit alone is sent at once.
 */
export const makeGroupCommit = (
  write: (commits: ReadonlyArray<Commit>) => Effect.Effect<ReadonlyArray<Written>>,
  options: GroupOptions,
): Effect.Effect<(commit: Commit) => Effect.Effect<void, CommitError>, never, Scope.Scope> =>
  Effect.gen(function* () {
    const fork = Effect.runForkWith(yield* Effect.context<never>());
    let waiting: Array<Waiting> = [];
    const busy = new Set<string>();
    let writing = 0;
    let scheduled = false;
    let closed = false;
    let whenIdle = (): void => undefined;

    const send = (taken: ReadonlyArray<Waiting>): void => {
      writing += 1;
      for (const { keys } of taken) for (const key of keys) busy.add(key);
      const fiber = fork(write(taken.map(({ commit }) => commit)));
      fiber.addObserver((exit) => {
        writing -= 1;
        for (const { keys } of taken) for (const key of keys) busy.delete(key);
        for (const [at, { resume }] of taken.entries()) {
          const written = exit._tag === "Success" ? exit.value[at] : exit;
          if (written !== undefined) resume(written);
        }
        schedule();
      });
    };

    // Shared out among the writers that are free: while the database writes one part, the next is made ready. None, if
    // those who wait had better wait on.
    const share = (): number => {
      const worthwhile = Math.min(options.writers - writing, Math.floor(waiting.length / options.fewest));
      const statements = writing === 0 ? Math.max(1, worthwhile) : worthwhile;
      return statements === 0 ? 0 : Math.min(options.most, Math.ceil(waiting.length / statements));
    };

    const pump = (): void => {
      scheduled = false;
      for (let together = share(); together > 0; together = share()) {
        const { taken, left } = gather(waiting, together, busy);
        if (taken.length === 0) break;
        waiting = left;
        send(taken);
      }
      if (writing === 0 && waiting.length === 0) whenIdle();
    };

    // Once for all that commit in the same turn of the event loop.
    const schedule = (): void => {
      if (scheduled) return;
      scheduled = true;
      setImmediate(pump);
    };

    yield* Effect.addFinalizer(() =>
      Effect.callback<void>((resume) => {
        closed = true;
        whenIdle = () => resume(Effect.void);
        schedule();
      }),
    );

    const queue = (commit: Commit): Effect.Effect<void, CommitError> =>
      Effect.callback<void, CommitError>((resume) => {
        if (closed) return resume(Effect.fail(new StoreUnavailable({ reason: "the store is closed" })));
        if (waiting.length >= options.mostWaiting) {
          return resume(Effect.fail(new StoreUnavailable({ reason: "too many commits wait to be written" })));
        }
        const entry = { commit, keys: keysOf(commit), events: eventsIn(commit), resume };
        waiting.push(entry);
        schedule();
        return Effect.sync(() => {
          waiting = waiting.filter((other) => other !== entry);
        });
      });

    return (commit) => {
      const mistake = mistakeIn(commit);
      if (mistake !== undefined) return Effect.die(new Error(mistake));
      return commit.changes.length === 0 && commit.answer === undefined ? Effect.void : queue(commit);
    };
  });
