import {
  checkoutMachine,
  listingMachine,
  type Machine,
  orderMachine,
  type Program,
  Programs,
  Store,
  type StoredSubject,
  type Tagged,
} from "@resale/core";
import { Effect, Option, Result, Schema } from "effect";
import { Argument } from "effect/cli";
import { refused, unusable } from "../Stop.ts";

export const idArgument = Argument.String("ID").pipe(
  Argument.withDescription("Of a listing, a checkout or an order"),
);

/** What a question about a subject is answered from. */
export interface Found<
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
> {
  readonly machine: Machine<State, Command, Event, Name>;
  readonly stored: StoredSubject;
  readonly state: State;
  /** Under which it lives: that of its sale, or the one of now (R57). */
  readonly program: Program;
}

/** The same question to subjects of every kind. */
export type Question<A> = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  found: Found<State, Command, Event, Name>,
) => A;

const KINDS = ["listing", "checkout", "order"] as const;

const find = Effect.fnUntraced(function* (id: string) {
  const found = yield* (yield* Store).load(KINDS.map((kind) => ({ kind, id })));
  const stored = found.flatMap((one) => (Option.isSome(one) ? [one.value] : []));
  const [first] = stored;
  if (first === undefined) {
    return yield* refused(`There is no listing, checkout or order ${id} in this database.`);
  }
  return first;
});

const programOf = Effect.fnUntraced(function* (state: unknown) {
  const { current, version } = yield* Programs;
  if (typeof state !== "object" || state === null || !("program" in state)) return current;
  const name = String(state.program);
  const known = Result.try(() => version(name));
  if (Result.isSuccess(known)) return known.success;
  return yield* unusable(
    `It was sold under the Program ${name}, which this command does not know. Make a command with your Programs: see the README of @resale/cli.`,
  );
});

/** Finds a subject by its id alone, whatever it is, and asks about it. */
export const askAbout = Effect.fnUntraced(function* <A>(id: string, question: Question<A>) {
  const stored = yield* find(id);
  const program = yield* programOf(stored.state);
  const ask = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
    machine: Machine<State, Command, Event, Name>,
  ) => {
    const state = Schema.decodeUnknownResult(machine.schema.state)(stored.state);
    return Result.isSuccess(state)
      ? Effect.succeed(question({ machine, stored, state: state.success, program }))
      : Effect.fail(refused(`The state of ${id} can't be read. What is wrong says: resale verify`));
  };
  switch (stored.subject.kind) {
    case "listing":
      return yield* ask(listingMachine);
    case "checkout":
      return yield* ask(checkoutMachine);
    default:
      return yield* ask(orderMachine);
  }
});
