import type { Result, Schema } from "effect";
import type { Actor } from "../access/Actor.ts";
import type { Role } from "../access/Role.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Posting } from "../journal/Posting.ts";
import type { CatalogueEntry } from "../listing/CatalogueEntry.ts";
import type { Program } from "../program/Program.ts";
import type { SubjectIndex } from "./Change.ts";
import type { Rejection } from "./Rejection.ts";
import type { SubjectKind } from "./Subject.ts";
import type { Task } from "./Task.ts";
import type { TimersByState } from "./Timer.ts";

export interface Tagged {
  readonly _tag: string;
}

/** All that a decision may know beside state and command: nothing is read from anywhere. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  readonly program: Program;
}

/** The state of a subject that does not exist yet, as tables name it. */
export type Nothing = "Nothing";

/** Who may give a command, and from which state it leads to which (R54). */
export interface Row<State extends string = string> {
  readonly by: ReadonlyArray<Role>;
  readonly moves: { readonly [From in State | Nothing]?: ReadonlyArray<State> };
}

/** Every command of a subject. Guards, `explain`, diagrams, docs and tests are derived from it. */
export type Table<State extends Tagged, Command extends Tagged> = {
  readonly [Tag in Command["_tag"]]: Row<State["_tag"]>;
};

/** Which state each timer fires in, and where it leads. */
export type TimerTable<State extends Tagged, Name extends string> = {
  readonly [Timer in Name]: { readonly [From in State["_tag"]]?: ReadonlyArray<State["_tag"]> };
};

type StateAt<State extends Tagged, From> =
  | (From extends Nothing ? undefined : never)
  | Extract<State, { readonly _tag: From }>;

/** For each command the function that answers it, from exactly the states its row names. */
export type Handlers<State extends Tagged, Command extends Tagged, Event, T extends Table<State, Command>> = {
  readonly [Tag in Command["_tag"]]: (
    state: StateAt<State, keyof T[Tag]["moves"]>,
    command: Extract<Command, { readonly _tag: Tag }>,
    context: Context,
  ) => Answer<Event>;
};

/** What comes of a command: facts, or why not. */
export type Answer<Event> = Result.Result<ReadonlyArray<Event>, Rejection>;

/** All that a machine has of one command, found once by its name: its row, what must be so first, and its function. */
export interface CommandRow<State extends Tagged, Command extends Tagged, Event extends Tagged> extends Row {
  /** Whoever it is, and whether known or not. */
  readonly forAnyone: boolean;
  /** The states of `moves`. A Set answers in a third of the time that an object of many shapes takes. */
  readonly from: ReadonlySet<string>;
  readonly ready: ((state: State) => Rejection | undefined) | undefined;
  readonly handle: (state: State | undefined, command: Command, context: Context) => Answer<Event>;
}

/** Every command of a subject by its name. */
export type Commands<State extends Tagged, Command extends Tagged, Event extends Tagged> = ReadonlyMap<
  string,
  CommandRow<State, Command, Event>
>;

/** What one fact comes to: the state it makes, the side effects it asks for, the money it moves. */
export interface Meaning<State extends Tagged, Event extends Tagged> {
  readonly evolve: (state: State, event: Event) => State;
  /** `state` is the one after the fact. */
  readonly react: (event: Event, state: State) => ReadonlyArray<Task>;
  /** `state` is the one after the fact. */
  readonly postings: (event: Event, state: State) => ReadonlyArray<Posting>;
}

/** How one kind of subject lives: facts in, facts out, all pure. */
export interface Machine<
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
> {
  readonly kind: SubjectKind;
  readonly table: Table<State, Command>;
  readonly timerTable: TimerTable<State, Name>;
  /** What an actor is to the subject; nothing, if it is a stranger, for whom the subject does not exist (R54). */
  readonly roleOf: (state: State, actor: Actor) => Role | undefined;
  /** Each command with what must be so beside the state before it is open (R58), and with the function that answers it. */
  readonly commands: Commands<State, Command, Event>;
  /** The state that a fact makes of the one before. A fact that does not fit its history is a defect. */
  readonly evolve: (state: State | undefined, event: Event) => State;
  /** What is due by itself in a state, and when. */
  readonly timers: TimersByState<State, Name>;
  /** The facts that a timer makes when its moment has come. */
  readonly fire: (state: State, timer: Name, context: Context) => ReadonlyArray<Event>;
  /** What a fact of that name comes to, where the subject exists already. */
  readonly meaningOf: (event: Event["_tag"]) => Meaning<State, Event>;
  /** By what the subject is found. */
  readonly index: (state: State) => SubjectIndex;
  /** The catalogue's entry for it: null, if it is not to be found there now; absent for what never is. */
  readonly catalogue?: (state: State, program: Program) => CatalogueEntry | null;
  /** What is written and read as JSON. */
  readonly schema: {
    readonly state: Schema.Codec<State, unknown>;
    readonly command: Schema.Codec<Command, unknown>;
    readonly event: Schema.Codec<Event, unknown>;
  };
}
