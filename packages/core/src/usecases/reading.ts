import { Effect, Option } from "effect";
import { type Actor, system } from "../access/Actor.ts";
import type { Role } from "../access/Role.ts";
import { settle } from "../lifecycle/decide.ts";
import type { Machine, Tagged } from "../lifecycle/Machine.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { readStored } from "../lifecycle/readStored.ts";
import { Programs } from "../ports/Programs.ts";
import { type Find, Store, type StoredSubject } from "../ports/Store.ts";
import { now } from "./execute.ts";
import type { Known } from "./Known.ts";
import { programOf } from "./programOf.ts";
import { rejectionOf } from "./rejecting.ts";

/** The typed state of a subject as it was stored. */
export const stateOf = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  stored: StoredSubject,
): State => readStored(machine.schema.state, stored.state);

/** Reads subjects as they are at this moment: what the clock has made of them is shown, though not yet written. */
const settled = Effect.fnUntraced(function* <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(machine: Machine<State, Command, Event, Name>, stored: ReadonlyArray<StoredSubject>) {
  const programs = yield* Programs;
  const moment = yield* now;
  return stored.map((subject) => {
    const state = stateOf(machine, subject);
    const context = { now: moment, actor: system, program: programOf(programs, machine.kind, state) };
    const { kind, id } = subject.subject;
    const known: Known = { kind, id, version: subject.version, state };
    return { state: settle(machine, state, context).state, version: subject.version, known };
  });
});

/** A subject as an actor may see it: what is not theirs is not found (R54). */
export const readAs = Effect.fnUntraced(function* <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  id: string,
  actor: Actor,
  isPublic: (state: State) => boolean = () => false,
) {
  const notFound: Rejection = { _tag: "NotFound", subject: machine.kind, id };
  const store = yield* Store;
  const [found] = yield* Effect.mapError(store.load([{ kind: machine.kind, id }]), rejectionOf);
  const stored = Option.getOrUndefined(found ?? Option.none());
  if (stored === undefined) return yield* Effect.fail(notFound);
  const [subject] = yield* settled(machine, [stored]);
  if (subject === undefined) return yield* Effect.fail(notFound);
  const role: Role | undefined = machine.roleOf(subject.state, actor);
  if (role === undefined && !isPublic(subject.state)) return yield* Effect.fail(notFound);
  return { ...subject, role };
});

/** Subjects that are found by something else than their id. */
export const findAs = Effect.fnUntraced(function* <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(machine: Machine<State, Command, Event, Name>, query: Omit<Find, "kind">) {
  const store = yield* Store;
  const found = yield* Effect.mapError(store.find({ ...query, kind: machine.kind }), rejectionOf);
  return yield* settled(machine, found);
});

/** Refuses everybody but the brand's staff: some questions are theirs alone (R54). */
export const staffOnly = (actor: Actor, query: string): Effect.Effect<void, Rejection> => {
  const staff = actor._tag === "Support" || actor._tag === "Reviewer" || actor._tag === "System";
  const allowed = ["Reviewer", "Support"];
  return staff
    ? Effect.void
    : Effect.fail({ _tag: "NotAllowed", command: query, actor: actor._tag, allowed });
};
