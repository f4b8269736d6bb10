import {
  type Actor,
  type BookedLine,
  type Change,
  type Checkout,
  type CheckoutCommand,
  type CheckoutEvent,
  type CheckoutTimer,
  changeOf,
  checkoutMachine,
  type Decision,
  decide,
  type Instant,
  type Listing,
  type ListingCommand,
  type ListingEvent,
  type ListingTimer,
  listingMachine,
  type Machine,
  type Order,
  type OrderCommand,
  type OrderEvent,
  type OrderTimer,
  orderMachine,
  type Program,
  plus,
  preLoved,
  type RecordedEvent,
  type Rejection,
  type SubjectIndex,
  settle,
  system,
  type Tagged,
  type WantedTask,
} from "@resale/core";
import { Result } from "effect";
import { START } from "../builders/index.ts";
import { Providers } from "./Providers.ts";

/** A subject as it is kept. */
export interface Kept<State> {
  readonly state: State;
  readonly version: number;
  readonly history: ReadonlyArray<RecordedEvent>;
  readonly index: SubjectIndex;
  readonly due: Instant | null;
}

/** What one command did, for the laws to look at. */
export interface Step<
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
> {
  readonly machine: Machine<State, Command, Event, Name>;
  readonly id: string;
  readonly before: State | undefined;
  readonly command: Command | undefined;
  readonly actor: Actor;
  readonly decision: Decision<State, Event>;
  readonly after: Kept<State>;
  readonly now: Instant;
}
/** Looks at a step, of whatever kind its subject is. */
export type Checker = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  step: Step<State, Command, Event, Name>,
) => void;

/** What a commit has gathered: nothing of it is kept before all of it is decided. */
interface Draft {
  readonly changes: Array<() => void>;
  readonly states: Map<string, unknown>;
}

export interface Kind<
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
> {
  readonly machine: Machine<State, Command, Event, Name>;
  readonly kept: Map<string, Kept<State>>;
}

/** A shop in plain maps, driven by nothing but `decide`: what the use cases and the store do, without either. */
export class World {
  now: Instant = START;
  readonly program: Program;
  readonly listings: Kind<Listing, ListingCommand, ListingEvent, ListingTimer> = {
    machine: listingMachine,
    kept: new Map(),
  };
  readonly checkouts: Kind<Checkout, CheckoutCommand, CheckoutEvent, CheckoutTimer> = {
    machine: checkoutMachine,
    kept: new Map(),
  };
  readonly orders: Kind<Order, OrderCommand, OrderEvent, OrderTimer> = {
    machine: orderMachine,
    kept: new Map(),
  };
  readonly tasks: Array<WantedTask & { done: boolean }> = [];
  readonly journal: Array<BookedLine> = [];
  readonly claims = new Map<string, string>();
  readonly providers = new Providers();
  /** The steps since the laws were last looked at. */
  steps: Array<(check: Checker) => void> = [];

  constructor(program: Program = preLoved) {
    this.program = program;
  }

  /** One command to one subject, on its own. */
  tell<State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
    kind: Kind<State, Command, Event, Name>,
    id: string,
    command: Command,
    actor: Actor,
  ): Result.Result<State, Rejection> {
    return this.together((apply) => apply(kind, id, command, actor));
  }

  /** Several commands in one commit: all, or none (R21). */
  together<A>(
    work: (
      apply: <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
        kind: Kind<State, Command, Event, Name>,
        id: string,
        command: Command,
        actor: Actor,
      ) => Result.Result<State, Rejection>,
    ) => Result.Result<A, Rejection>,
  ): Result.Result<A, Rejection> {
    const draft: Draft = { changes: [], states: new Map() };
    const answer = work((kind, id, command, actor) => {
      const kept = kind.kept.get(id);
      if (draft.states.has(id)) throw new Error("a subject stands in a commit once");
      const context = { now: this.now, actor, program: this.program };
      const decision = decide(kind.machine, id, kept?.state, command, context);
      if (Result.isFailure(decision)) return Result.fail(decision.failure);
      const standing = kept ?? { version: 0, state: undefined };
      const change = changeOf(kind.machine, id, standing, command, decision.success, context);
      const { claim } = change.index;
      if (claim !== null && (this.claims.get(claim) ?? id) !== id) {
        return Result.fail<Rejection>({ _tag: "UnitAlreadyListed", unit: claim });
      }
      draft.states.set(id, decision.success.state);
      draft.changes.push(() => this.keep(kind, id, command, actor, decision.success, change));
      return Result.succeed(decision.success.state);
    });
    if (Result.isSuccess(answer)) for (const keep of draft.changes) keep();
    return answer;
  }

  /** Time passes; a worker may wake at its end, or sleep on. */
  pass(milliseconds: number, wakes: boolean): void {
    this.now = plus(this.now, milliseconds);
    if (!wakes) return;
    this.wake(this.listings);
    this.wake(this.checkouts);
    this.wake(this.orders);
  }

  /** The next moment at which anything is due. */
  get next(): Instant | undefined {
    const all = [this.listings, this.checkouts, this.orders].flatMap(({ kept }) => [...kept.values()]);
    return all.flatMap(({ due }) => due ?? []).sort((one, other) => one - other)[0];
  }

  private wake<State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
    kind: Kind<State, Command, Event, Name>,
  ): void {
    for (const [id, { state, version, due }] of kind.kept) {
      if (due === null || due > this.now) continue;
      const context = { now: this.now, actor: system, program: this.program };
      const decision = settle(kind.machine, state, context);
      const change = changeOf(kind.machine, id, { version, state }, undefined, decision, context);
      this.keep(kind, id, undefined, system, decision, change);
    }
  }

  private keep<State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
    kind: Kind<State, Command, Event, Name>,
    id: string,
    command: Command | undefined,
    actor: Actor,
    decision: Decision<State, Event>,
    change: Change,
  ): void {
    const before = kind.kept.get(id);
    const { index, due } = change;
    const history = [...(before?.history ?? []), ...change.events];
    const after = { state: decision.state, version: history.length, history, index, due };
    kind.kept.set(id, after);
    this.tasks.push(...change.tasks.map((task) => ({ ...task, done: false })));
    this.journal.push(...change.journal.map((line) => ({ order: id, ...line })));
    if (before?.index.claim) this.claims.delete(before.index.claim);
    if (index.claim) this.claims.set(index.claim, id);
    const { machine } = kind;
    const { now } = this;
    this.steps.push((check) =>
      check({ machine, id, before: before?.state, command, actor, decision, after, now }),
    );
  }
}
