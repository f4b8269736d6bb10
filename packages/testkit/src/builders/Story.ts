import {
  type Actor,
  type Change,
  type Context,
  changeOf,
  type Decision,
  decide,
  type Instant,
  type JournalLine,
  type Machine,
  messageOf,
  type Program,
  plus,
  preLoved,
  type RecordedEvent,
  type Rejection,
  settle,
  system,
  type Tagged,
  type WantedTask,
} from "@resale/core";
import { Result } from "effect";
import { START } from "./times.ts";

/** What a story has come to. */
interface Chapter<State> {
  readonly state: State | undefined;
  readonly now: Instant;
  readonly program: Program;
  readonly changes: ReadonlyArray<Change>;
}

/**
 * The life of one subject as it is told: commands at their times, each through `decide`, with all that would have been
 * written. Telling on makes a new story; the old one stays as it was.
 */
export class Story<State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string> {
  readonly machine: Machine<State, Command, Event, Name>;
  readonly id: string;
  readonly chapter: Chapter<State>;

  constructor(machine: Machine<State, Command, Event, Name>, id: string, chapter: Chapter<State>) {
    this.machine = machine;
    this.id = id;
    this.chapter = chapter;
  }

  get now(): Instant {
    return this.chapter.now;
  }

  get program(): Program {
    return this.chapter.program;
  }

  /** The state as it was left. Throws while nothing exists yet. */
  get state(): State {
    if (this.chapter.state === undefined) throw new Error(`the ${this.machine.kind} does not exist yet`);
    return this.chapter.state;
  }

  get history(): ReadonlyArray<RecordedEvent> {
    return this.chapter.changes.flatMap(({ events }) => events);
  }

  get tasks(): ReadonlyArray<WantedTask> {
    return this.chapter.changes.flatMap(({ tasks }) => tasks);
  }

  get journal(): ReadonlyArray<JournalLine> {
    return this.chapter.changes.flatMap(({ journal }) => journal);
  }

  get version(): number {
    return this.history.length;
  }

  context(actor: Actor, now: Instant = this.now): Context {
    return { now, actor, program: this.program };
  }

  /** What the command would come to, a while later. */
  decide(actor: Actor, command: Command, later = 0): Result.Result<Decision<State, Event>, Rejection> {
    const context = this.context(actor, plus(this.now, later));
    return decide(this.machine, this.id, this.chapter.state, command, context);
  }

  /** Goes on with a command, a while later. Throws where it is refused. */
  give(actor: Actor, command: Command, later = 0): Story<State, Command, Event, Name> {
    const decision = this.decide(actor, command, later);
    if (Result.isFailure(decision)) {
      throw new Error(`${command._tag} was refused: ${messageOf(decision.failure)}`);
    }
    return this.written(command, decision.success, this.context(actor, plus(this.now, later)));
  }

  /** Time passes, and what is due by then happens. */
  after(milliseconds: number): Story<State, Command, Event, Name> {
    return this.at(plus(this.now, milliseconds));
  }

  /** Time passes up to a moment. */
  at(now: Instant): Story<State, Command, Event, Name> {
    const context = this.context(system, now);
    return this.written(undefined, settle(this.machine, this.state, context), context);
  }

  /** The same story with a state of its own, for what no command leads to. */
  with(state: State): Story<State, Command, Event, Name> {
    return new Story(this.machine, this.id, { ...this.chapter, state });
  }

  private written(command: Command | undefined, decision: Decision<State, Event>, context: Context) {
    const { version } = this;
    const { state } = this.chapter;
    const change = changeOf(this.machine, this.id, { version, state }, command, decision, context);
    return new Story(this.machine, this.id, {
      state: decision.state,
      now: context.now,
      program: context.program,
      changes: [...this.chapter.changes, change],
    });
  }
}

/** A story of which nothing has been told. */
export const beginning = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  id: string,
  { now = START, program = preLoved }: { readonly now?: Instant; readonly program?: Program } = {},
): Story<State, Command, Event, Name> =>
  new Story(machine, id, { state: undefined, now, program, changes: [] });
