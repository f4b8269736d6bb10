import {
  type Actor,
  decide,
  deskMachine,
  explain,
  type Listing,
  type Machine,
  messageOf,
  type Role,
  type Row,
  system,
  type Tagged,
} from "@resale/core";
import { asBuyer, asStranger, asVisitor, beginning, freshId, type Story } from "@resale/testkit";
import { actorsIn, Dice } from "@resale/testkit/arbitraries";
import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { checkouts, listings, orders, type Subjects } from "./subjects.ts";

const steady = new Dice([0]);
const strangers: ReadonlyArray<Actor> = [asStranger, asVisitor];
const everybody: ReadonlyArray<readonly [string, Actor]> = [
  ...Object.entries(actorsIn).flatMap(([role, actors]) => actors.map((actor) => [role, actor] as const)),
  ...strangers.map((actor) => ["stranger", actor] as const),
];

type Rows = Readonly<Record<string, Row>>;

const refusals = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  name: string,
  { begun, commandOf }: Subjects<S, C, E, N>,
): void => {
  const [sample] = begun;
  if (sample === undefined) throw new Error("no subject");
  const { machine } = sample;
  const rows: Rows = machine.table;
  const tags = Object.keys(rows) as ReadonlyArray<C["_tag"]>;

  const expected = (story: Story<S, C, E, N>, tag: C["_tag"], actor: Actor): string => {
    const { by, moves }: Row = machine.table[tag];
    const role = machine.roleOf(story.state, actor);
    if (!by.includes("Anyone") && (role === undefined || !by.includes(role))) {
      const stranger = role === undefined && ["Visitor", "Member", "Guest"].includes(actor._tag);
      return stranger ? "NotFound" : "NotAllowed";
    }
    return story.state._tag in moves ? "open" : "WrongState";
  };

  describe(`what is not in the table of ${name}`, () => {
    it.each(tags)("R54 %s is refused by name, or not found, and nothing changes", (tag) => {
      for (const story of begun) {
        for (const [who, actor] of everybody) {
          const command = commandOf(tag, story, steady);
          const before = JSON.stringify(story.state);
          const answer = story.decide(actor, command);
          const told = explain(machine, story.id, story.state, story.context(actor));
          const reason = expected(story, tag, actor);
          expect(JSON.stringify(story.state)).toBe(before);
          if (reason === "open") {
            if (Result.isFailure(answer)) {
              expect(["NotFound", "NotAllowed", "WrongState"], `${who} ${tag}`).not.toContain(
                answer.failure._tag,
              );
            }
            continue;
          }
          if (Result.isSuccess(answer)) throw new Error(`${who} may ${tag} in ${story.state._tag}`);
          const { failure } = answer;
          expect(failure._tag, `${who} ${tag} in ${story.state._tag}`).toBe(reason);
          expect(told.open).not.toContain(tag);
          expect(messageOf(failure)).not.toBe("");
          if (failure._tag === "NotFound")
            expect(failure).toMatchObject({ subject: machine.kind, id: story.id });
          if (failure._tag === "NotAllowed")
            expect(failure).toMatchObject({ command: tag, allowed: rows[tag]?.by });
          if (failure._tag === "WrongState") {
            expect(failure).toMatchObject({
              state: story.state._tag,
              openIn: Object.keys(rows[tag]?.moves ?? {}),
            });
          }
        }
      }
    });

    it("R54 what does not exist is not found, whoever asks", () => {
      const nothing = beginning(machine, freshId());
      for (const tag of tags.filter((command) => !("Nothing" in (rows[command]?.moves ?? {})))) {
        for (const [, actor] of everybody) {
          const answer = decide(
            machine,
            nothing.id,
            undefined,
            commandOf(tag, sample, steady),
            nothing.context(actor),
          );
          expect(answer).toEqual(Result.fail({ _tag: "NotFound", subject: machine.kind, id: nothing.id }));
        }
      }
    });

    it("R54 who may not begin one is refused by name", () => {
      const nothing = beginning(machine, freshId());
      for (const tag of tags.filter((command) => "Nothing" in (rows[command]?.moves ?? {}))) {
        const answer = decide(
          machine,
          nothing.id,
          undefined,
          commandOf(tag, sample, steady),
          nothing.context(asVisitor),
        );
        if (rows[tag]?.by.includes("Anyone")) expect(Result.isSuccess(answer)).toBe(true);
        else
          expect(answer).toMatchObject({ failure: { _tag: "NotAllowed", command: tag, actor: "Visitor" } });
      }
    });
  });
};

refusals("listings", listings);
refusals("checkouts", checkouts);
refusals("orders", orders);

const operators: ReadonlyArray<Role> = ["Reviewer", "Support"];

/** States that a timer or an operator's command leads out of, read off the tables. */
const leadsOut = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  machine: Machine<S, C, E, N>,
): ReadonlySet<string> => {
  const out = new Set<string>();
  const add = (moves: Row["moves"]): void => {
    for (const [from, ends] of Object.entries(moves)) if (ends?.some((to) => to !== from)) out.add(from);
  };
  for (const row of Object.values<Row>(machine.table)) {
    if (row.by.some((role) => operators.includes(role))) add(row.moves);
  }
  for (const moves of Object.values<Row["moves"]>(machine.timerTable)) add(moves);
  return out;
};

const statesOf = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>({
  begun,
}: Subjects<S, C, E, N>): ReadonlySet<string> => new Set(begun.map(({ state }) => state._tag));

describe("no state without a way out", () => {
  it("a listing leaves every state that is not final by a timer or an operator", () => {
    // A sold one is carried on by its order, which has its own ways out.
    const final = new Set<Listing["_tag"] | string>(["Sold", "Closed", "Denied", "Withdrawn"]);
    const out = leadsOut(listings.machine);
    for (const state of statesOf(listings)) expect(out.has(state) || final.has(state), state).toBe(true);
  });

  it("a checkout leaves every state that is not final by a timer", () => {
    const final = new Set(["Placed", "Expired", "Abandoned"]);
    const out = leadsOut(checkouts.machine);
    for (const state of statesOf(checkouts)) expect(out.has(state) || final.has(state), state).toBe(true);
  });

  it("an order leaves every state that is not final by a timer or an operator", () => {
    const final = new Set([
      "Confirmed",
      "ConfirmedAutomatically",
      "DisputeUpheld",
      "DisputeRejected",
      "Cancelled",
    ]);
    const out = leadsOut(orders.machine);
    for (const state of statesOf(orders)) expect(out.has(state) !== final.has(state), state).toBe(true);
  });

  it("the stories know every state there is", () => {
    expect(statesOf(orders)).toEqual(new Set(Object.keys(orders.machine.table.RecordPaid.moves)));
    expect(statesOf(listings)).toEqual(new Set(Object.keys(listings.machine.table.RecordMail.moves)));
    expect(statesOf(checkouts)).toEqual(new Set(["Held", "Paying", "Placed", "Expired", "Abandoned"]));
  });
});

describe("R54 who someone is", () => {
  it("R26 a guest's checkout belongs to whoever holds its key, a member's to that member", () => {
    const [held] = checkouts.begun;
    expect(held?.machine.roleOf(held.state, asBuyer)).toBe("Buyer");
    expect(held?.machine.roleOf(held.state, asStranger)).toBeUndefined();
    expect(held?.machine.roleOf(held.state, asVisitor)).toBeUndefined();
  });

  it("the operators' desk is opened by the engine alone", () => {
    const desk = beginning(deskMachine, "operators");
    expect(desk.give(system, { _tag: "OpenDesk" }).state._tag).toBe("Open");
    expect(desk.decide(asBuyer, { _tag: "OpenDesk" })).toMatchObject({ failure: { _tag: "NotAllowed" } });
  });
});
