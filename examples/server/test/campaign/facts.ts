import {
  checkoutMachine,
  deskMachine,
  differences,
  History,
  listingMachine,
  type Machine,
  mailboxMachine,
  orderMachine,
  rebuild,
  Store,
  type StoredEvent,
  type StoredSubject,
  type SubjectRef,
  type Tagged,
} from "@resale/core";
import { Effect, Option, Schema } from "effect";

const PAGE = 1_000;

/** Everything that ever happened, by position. */
export const allFacts = Effect.gen(function* () {
  const { all } = yield* History;
  const facts: Array<StoredEvent> = [];
  for (;;) {
    const page = yield* all(facts.at(-1)?.position ?? 0, PAGE);
    facts.push(...page);
    if (page.length === 0) return facts;
  }
});

const unlike = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  machine: Machine<State, Command, Event, Name>,
  { state }: StoredSubject,
  facts: ReadonlyArray<StoredEvent>,
): ReadonlyArray<string> =>
  differences(Schema.decodeUnknownSync(machine.schema.state)(state), rebuild(machine, facts)).map(
    ({ path }) => path,
  );

const differing = (stored: StoredSubject, facts: ReadonlyArray<StoredEvent>): ReadonlyArray<string> => {
  switch (stored.subject.kind) {
    case "listing":
      return unlike(listingMachine, stored, facts);
    case "checkout":
      return unlike(checkoutMachine, stored, facts);
    case "order":
      return unlike(orderMachine, stored, facts);
    case "desk":
      return unlike(deskMachine, stored, facts);
    case "mailbox":
      return unlike(mailboxMachine, stored, facts);
  }
};

/** The subjects whose state is not what their facts say, or whose facts are not numbered without gaps (R55). */
export const faultsOfSubjects = Effect.gen(function* () {
  const { load } = yield* Store;
  const problems: Array<string> = [];
  const facts = yield* allFacts;
  for (const [at, { position }] of facts.entries()) {
    if (position <= (facts[at - 1]?.position ?? 0)) problems.push(`position ${position} comes twice`);
  }
  for (const [name, own] of Map.groupBy(facts, ({ subject }) => `${subject.kind} ${subject.id}`)) {
    const subject: SubjectRef | undefined = own[0]?.subject;
    if (subject === undefined) continue;
    if (own.some(({ version }, at) => version !== at + 1)) problems.push(`${name} has a gap in its facts`);
    const [found] = yield* load([subject]);
    const stored = Option.getOrUndefined(found ?? Option.none());
    if (stored?.version === own.length)
      problems.push(...differing(stored, own).map((path) => `${name}: ${path} is not what its facts say`));
    else {
      problems.push(`${name} has version ${stored?.version} and ${own.length} facts`);
    }
  }
  return problems;
});
