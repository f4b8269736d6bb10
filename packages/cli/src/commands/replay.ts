import {
  type Actor,
  History,
  messageOf,
  now,
  type Program,
  type RecordedEvent,
  type Replay,
  replay as replayUnder,
  type StoredEvent,
} from "@resale/core";
import { Console, Effect, Option, Result, Schema } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { Json } from "../globals.ts";
import { refused, unusable } from "../Stop.ts";
import { counted, jsonLine, say, when } from "../told/print.ts";
import { progressFlag } from "../told/progress.ts";
import { otherProgram } from "./otherProgram.ts";
import { replayAll } from "./replayAll.ts";
import { askAbout, idArgument, type Question } from "./subjects.ts";

/** An event, and the state it has made. */
interface Told {
  readonly event: StoredEvent;
  readonly state: { readonly _tag: string };
}

/** What can be asked about a history, whatever it is the history of. */
interface Story {
  readonly kind: string;
  readonly program: Program;
  /** Up to the first event that can't be read, and why it can't. */
  readonly tell: (events: ReadonlyArray<StoredEvent>) => {
    readonly told: ReadonlyArray<Told>;
    readonly broken: string | undefined;
  };
  readonly under: (
    events: ReadonlyArray<RecordedEvent>,
    other: Program,
    until: Parameters<typeof replayUnder>[4],
  ) => Replay<{ readonly _tag: string }>;
}

const storyOf: Question<Story> = ({ machine, stored, program }) => ({
  kind: stored.subject.kind,
  program,
  tell: (events) => {
    const decode = Schema.decodeUnknownSync(machine.schema.event);
    const told: Array<Told> = [];
    let state: Parameters<typeof machine.evolve>[0];
    for (const event of events) {
      const next = Result.try({ try: () => machine.evolve(state, decode(event.event)), catch: String });
      if (Result.isFailure(next))
        return { told, broken: `event ${event.version} can't be read: ${next.failure}` };
      state = next.success;
      told.push({ event, state });
    }
    return { told, broken: undefined };
  },
  under: (events, other, until) =>
    replayUnder(machine, stored.subject.id, events, { stored: program, other }, until),
});

const nameOf = (actor: Actor): string => ("id" in actor ? `${actor._tag} ${actor.id}` : actor._tag);

const tagOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "_tag" in value ? String(value._tag) : "unknown";

const causeOf = ({ cause }: RecordedEvent): string => {
  if (cause._tag === "Timer") return `timer ${cause.timer}`;
  if (cause._tag === "SameCommand") return "same command";
  const { command } = cause;
  return tagOf(command);
};

const LONG = 160;
const detailsOf = (event: unknown): string => {
  const { _tag, ...details } = event as { readonly _tag: string };
  if (Object.keys(details).length === 0) return "";
  const text = jsonLine(details);
  return `\n        ${text.length > LONG ? `${text.slice(0, LONG)}…` : text}`;
};

const line = ({ event, state }: Told): string => {
  return `${String(event.version).padStart(4)}  ${when(event.at)}  ${tagOf(event.event)} → ${state._tag}  (${nameOf(event.actor)}, ${causeOf(event)})${detailsOf(event.event)}`;
};

const value = ({ event, state }: Told) => ({
  _tag: "Event",
  version: event.version,
  position: event.position,
  at: event.at,
  actor: event.actor,
  cause: causeOf(event),
  event: event.event,
  state,
});

const compared = ({ refused: no, differences }: Replay<unknown>, other: Program): string =>
  [
    `Under the Program ${other.version}, as it would stand now:`,
    ...no.map(
      ({ version, command, because }) =>
        `  ${command} (event ${version}) would have been refused: ${messageOf(because)}`,
    ),
    ...differences.map(
      ({ path, stored, replayed }) =>
        `  ${path}: ${jsonLine(stored ?? null)} → ${jsonLine(replayed ?? null)}`,
    ),
    no.length + differences.length === 0
      ? "  the same would have come out."
      : `  ${counted(differences.length, "difference")}, ${counted(no.length, "command")} refused.`,
  ].join("\n");

const tellHistory = Effect.fnUntraced(function* (id: string, file: Option.Option<string>) {
  const story = yield* askAbout(id, storyOf);
  const other = Option.isSome(file) ? yield* otherProgram(file.value, story.program) : undefined;
  const kind = story.kind as "listing" | "checkout" | "order";
  const events = yield* (yield* History).of({ kind, id });
  const isJson = yield* Json;
  const { told, broken } = story.tell(events);
  if (!isJson)
    yield* Console.log(`${kind} ${id}, ${counted(events.length, "event")}, Program ${story.program.version}`);
  for (const one of told) yield* Console.log(isJson ? jsonLine(value(one)) : line(one));
  if (broken !== undefined) return yield* refused(`${broken}. What else is wrong says: resale verify`);
  if (other === undefined) return;
  const outcome = story.under(events, other, yield* now);
  const { refused: no, differences, stored, replayed } = outcome;
  yield* say(
    { _tag: "Replay", program: other.version, stored, replayed, refused: no, differences },
    `\n${compared(outcome, other)}`,
  );
});

const tell = Effect.fnUntraced(function* (
  id: Option.Option<string>,
  isAll: boolean,
  file: Option.Option<string>,
  isWanted: boolean,
) {
  if (isAll && Option.isSome(id)) return yield* unusable("Either an ID, or --all.");
  if (isAll && Option.isNone(file)) {
    return yield* unusable(
      "--all says what another Program would change of everything: name it by --program FILE.",
    );
  }
  if (isAll && Option.isSome(file)) return yield* replayAll(file.value, isWanted);
  if (Option.isSome(id)) return yield* tellHistory(id.value, file);
  return yield* unusable("Whose history? An ID, or --all for what a Program would change of all.");
});

/** `resale replay` */
export const replay = Command.make(
  "replay",
  {
    id: Argument.optional(idArgument),
    all: Flag.Boolean("all").pipe(
      Flag.withDescription("All stored histories: counts what another Program would change of them"),
      Flag.withDefault(false),
    ),
    program: Flag.String("program").pipe(
      Flag.withDescription(
        "What would have come out under another Program: a file of JSON with a whole one, or with the fields that differ",
      ),
      Flag.withMetavar("FILE"),
      Flag.optional,
    ),
    progress: progressFlag,
  },
  ({ id, all, program, progress }) => Effect.scoped(withDatabase(tell(id, all, program, progress))),
).pipe(
  Command.withDescription(
    "Tell the history of a listing, a checkout or an order, event by event: when, what, by whom, and the state it led to. With another Program, what would have come of the same commands under it; with --all, of all that is stored: how many would have come to something else, in which way, and what that is in money. Changes nothing, and may run beside a server.",
  ),
  Command.withShortDescription("Tell a history event by event, also under another Program"),
  Command.withExamples([
    {
      command: "resale replay 0190a5c4-7b1e-7000-8000-000000000001",
      description: "What happened to this order?",
    },
    {
      command: `echo '{"version": "what-if", "sellerShare": 7000}' > other.json && resale replay ID --program other.json`,
      description: "And if sellers had been given 70 %?",
    },
    {
      command: "resale replay --all --program other.json",
      description: "Before a Program is released: what would it have changed of everything until now?",
    },
  ]),
);
