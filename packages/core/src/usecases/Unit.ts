import { Effect, Option, Result, type Schema } from "effect";
import type { Actor } from "../access/Actor.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Change } from "../lifecycle/Change.ts";
import { changeOf } from "../lifecycle/changeOf.ts";
import { decide, settle } from "../lifecycle/decide.ts";
import type { Context, Machine, Tagged } from "../lifecycle/Machine.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { readStored } from "../lifecycle/readStored.ts";
import type { SubjectKind } from "../lifecycle/Subject.ts";
import type { Programs } from "../ports/Programs.ts";
import type { Store, StoreUnavailable } from "../ports/Store.ts";
import type { Program } from "../program/Program.ts";
import type { Caller } from "./Caller.ts";
import type { Known } from "./Known.ts";
import { programOf } from "./programOf.ts";
import { rejectionOf } from "./rejecting.ts";

/** Subjects of one kind that a piece of work will ask for. */
export interface Wanted {
  readonly machine: {
    readonly kind: SubjectKind;
    readonly schema: { readonly state: Schema.Codec<unknown, unknown> };
  };
  readonly ids: ReadonlyArray<string>;
}

interface Held {
  readonly version: number;
  readonly state: unknown;
  readonly change: Change | undefined;
}

/** A later step of the same subject, written together with the earlier one. */
const merge = (first: Change | undefined, then: Change): Change => {
  if (first === undefined) return then;
  const { before } = first;
  const { before: _between, ...last } = then;
  return {
    ...last,
    ...(before === undefined ? {} : { before }),
    expected: first.expected,
    events: [...first.events, ...then.events],
    tasks: [...first.tasks, ...then.tasks],
    journal: [...first.journal, ...then.journal],
  };
};

/**
 * One piece of work over several subjects: each is loaded once, decided upon in memory, and all changes are written
 * together or not at all.
 */
export class Unit {
  readonly now: Instant;
  readonly #store: Store["Service"];
  readonly #programs: Programs["Service"];
  readonly #seen: Caller["seen"];
  readonly #held = new Map<string, Held>();

  constructor(
    now: Instant,
    store: Store["Service"],
    programs: Programs["Service"],
    known: ReadonlyArray<Known> = [],
    seen?: Caller["seen"],
  ) {
    this.#seen = seen;
    this.now = now;
    this.#store = store;
    this.#programs = programs;
    for (const { kind, id, version, state } of known) {
      this.#held.set(`${kind}:${id}`, { version, state, change: undefined });
    }
  }

  /** What is to be written. */
  get changes(): ReadonlyArray<Change> {
    return [...this.#held.values()].flatMap(({ change }) => (change === undefined ? [] : [change]));
  }

  /** The Program for what begins now. */
  get program(): Program {
    return this.#programs.current;
  }

  /** Loads subjects at once, of whatever kinds, so that asking for each of them costs nothing more. */
  readonly prepare = (...wanted: ReadonlyArray<Wanted>): Effect.Effect<void, Rejection> => {
    const missing = wanted.flatMap(({ machine, ids }) =>
      ids.filter((id) => !this.#held.has(`${machine.kind}:${id}`)).map((id) => ({ machine, id })),
    );
    if (missing.length === 0) return Effect.void;
    return this.#store.load(missing.map(({ machine, id }) => ({ kind: machine.kind, id }))).pipe(
      Effect.mapError((error: StoreUnavailable) => rejectionOf(error)),
      Effect.flatMap((found) => {
        for (const [index, { machine, id }] of missing.entries()) {
          const stored = Option.getOrUndefined(found[index] ?? Option.none());
          this.#held.set(`${machine.kind}:${id}`, {
            version: stored?.version ?? 0,
            state: stored === undefined ? undefined : readStored(machine.schema.state, stored.state),
            change: undefined,
          });
        }
        return Effect.void;
      }),
    );
  };

  /** The state of a subject at this moment, timers included; nothing, if it does not exist. */
  readonly state = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
    machine: Machine<State, Command, Event, Name>,
    id: string,
  ): Effect.Effect<State | undefined, Rejection> =>
    Effect.map(this.prepare({ machine, ids: [id] }), () => {
      const { state } = this.#current(machine, id);
      if (state === undefined) return undefined;
      return settle(machine, state, this.#context(machine.kind, state, { _tag: "System" })).state;
    });

  /** Decides a command and keeps what comes of it for the commit; answers the state after it. */
  readonly apply = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
    machine: Machine<State, Command, Event, Name>,
    id: string,
    command: Command,
    actor: Actor,
  ): Effect.Effect<State, Rejection> =>
    Effect.flatMap(this.prepare({ machine, ids: [id] }), () => {
      const { version, state, change } = this.#current(machine, id);
      const context = this.#context(machine.kind, state, actor);
      const decision = decide(machine, id, state, command, context);
      if (Result.isFailure(decision)) return Effect.fail(decision.failure);
      const stale = this.#staleness(machine.kind, id, version, change);
      if (stale !== undefined) return Effect.fail(stale);
      const { facts } = decision.success;
      if (facts.length > 0) {
        const written = this.#context(machine.kind, decision.success.state, actor);
        const next = changeOf(machine, id, { version, state }, command, decision.success, written);
        this.#held.set(`${machine.kind}:${id}`, {
          version: version + facts.length,
          state: decision.success.state,
          change: merge(change, next),
        });
      }
      return Effect.succeed(decision.success.state);
    });

  /** A subject as it is once this work is written: what comes next begins with it. */
  readonly known = ({ kind }: { readonly kind: SubjectKind }, id: string): Known => {
    const { version = 0, state } = this.#held.get(`${kind}:${id}`) ?? {};
    return { kind, id, version, state };
  };

  /**
   * The commit writes what was decided upon this version, or nothing: no change can slip in after the look. Who may not
   * do it at all was told so before, and learns of no version.
   */
  readonly #staleness = (
    kind: SubjectKind,
    id: string,
    version: number,
    change: Change | undefined,
  ): Rejection | undefined => {
    const seen = this.#seen;
    if (seen === undefined || seen.kind !== kind || seen.id !== id || change !== undefined) return undefined;
    return seen.versions.includes(version)
      ? undefined
      : { _tag: "VersionChanged", subject: kind, seen: seen.versions, current: version };
  };

  /** What was decoded when it was loaded, or decided since: of the machine's own type in both cases. */
  readonly #current = <
    State extends Tagged,
    Command extends Tagged,
    Event extends Tagged,
    Name extends string,
  >(
    machine: Machine<State, Command, Event, Name>,
    id: string,
  ): { readonly version: number; readonly state: State | undefined; readonly change: Change | undefined } => {
    const held = this.#held.get(`${machine.kind}:${id}`);
    if (held === undefined) return { version: 0, state: undefined, change: undefined };
    return { version: held.version, state: held.state as State | undefined, change: held.change };
  };

  readonly #context = (kind: string, state: unknown, actor: Actor): Context => ({
    now: this.now,
    actor,
    program: programOf(this.#programs, kind, state),
  });
}
