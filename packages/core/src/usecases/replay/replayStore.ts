import { Effect, Result } from "effect";
import type { Instant } from "../../calendar/Instant.ts";
import { checkoutMachine } from "../../checkout/machine.ts";
import type { StoredEvent } from "../../lifecycle/Change.ts";
import type { Machine, Tagged } from "../../lifecycle/Machine.ts";
import { replay } from "../../lifecycle/replay.ts";
import type { SubjectRef } from "../../lifecycle/Subject.ts";
import { listingMachine } from "../../listing/machine.ts";
import { orderMachine } from "../../order/machine.ts";
import { Programs } from "../../ports/Programs.ts";
import { History, Store, type StoredSubject } from "../../ports/Store.ts";
import type { Program } from "../../program/Program.ts";
import { now as clock } from "../execute.ts";
import { programOf } from "../programOf.ts";
import { rejectionOf } from "../rejecting.ts";
import { deviationsOf } from "./deviations.ts";
import { KINDS, makeSums, type Replayed, type ReplayedSoFar } from "./sums.ts";

export interface ReplayStoreOptions {
  /** The Program to be tried in place of the one that a subject lives under, or why there is none. Asked once for each. */
  readonly under: (stored: Program) => Result.Result<Program, string>;
  /** Hears of each subject that can't be replayed. */
  readonly onFailed?: (subject: SubjectRef, reason: string) => Effect.Effect<void>;
  readonly onPage?: (soFar: ReplayedSoFar) => Effect.Effect<void>;
}

const PAGE = 200;
const AT_ONCE = 8;

type Pair = { readonly stored: Program; readonly other: Program };

const replayUnder = (
  subject: SubjectRef,
  events: ReadonlyArray<StoredEvent>,
  programs: Pair,
  until: Instant,
) => {
  const of = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
    machine: Machine<S, C, E, N>,
  ): Replayed => {
    const outcome = replay(machine, subject.id, events, programs, until);
    return { id: subject.id, deviated: deviationsOf(outcome, programs), booked: outcome.booked };
  };
  switch (subject.kind) {
    case "listing":
      return of(listingMachine);
    case "checkout":
      return of(checkoutMachine);
    default:
      return of(orderMachine);
  }
};

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/**
 * Replays all stored histories of listings, checkouts and orders under another Program, as all would stand now: how many
 * would have come to something else, in which way, and what that is in money (R57). A report before a Program is released:
 * it changes nothing, and reads in pages, beside whoever is at work.
 */
export const replayStore = Effect.fn("Running.replayStore")(function* ({
  under,
  onFailed = () => Effect.void,
  onPage = () => Effect.void,
}: ReplayStoreOptions) {
  const store = yield* Store;
  const history = yield* History;
  const programs = yield* Programs;
  const until = yield* clock;
  const sums = makeSums();
  const others = new Map<Program, Result.Result<Program, string>>();
  const otherOf = (stored: Program): Result.Result<Program, string> => {
    const other = others.get(stored) ?? under(stored);
    others.set(stored, other);
    return other;
  };
  const retell = Effect.fnUntraced(function* ({ subject, version, state }: StoredSubject) {
    const known = (yield* history.of(subject)).filter((event) => event.version <= version);
    const told = Result.try({
      try: () => {
        const stored = programOf(programs, subject.kind, state);
        return Result.map(otherOf(stored), (other) => replayUnder(subject, known, { stored, other }, until));
      },
      catch: wordsOf,
    });
    return { subject, outcome: Result.flatMap(told, (inner) => inner) };
  });
  for (const kind of KINDS) {
    let after: string | undefined;
    while (true) {
      const page = yield* store.find({ kind, limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const { subject, outcome } of yield* Effect.forEach(page, retell, { concurrency: AT_ONCE })) {
        if (Result.isSuccess(outcome)) sums.replayed(kind, outcome.success);
        else {
          sums.failed(kind);
          yield* onFailed(subject, outcome.failure);
        }
      }
      yield* onPage(sums.soFar());
      after = page.at(-1)?.subject.id;
      if (page.length < PAGE) break;
    }
  }
  return sums.all();
}, Effect.mapError(rejectionOf));
