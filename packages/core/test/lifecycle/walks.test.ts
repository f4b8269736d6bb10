import { isDeepStrictEqual } from "node:util";
import {
  changeOf,
  decide,
  dueAt,
  explain,
  type Listing,
  type Machine,
  maySeeListing,
  type Order,
  type Row,
  readStored,
  rebuild,
  settle,
  system,
  type Tagged,
} from "@resale/core";
import type { Story } from "@resale/testkit";
import { actorsIn, throws, walksOf } from "@resale/testkit/arbitraries";
import { Result, Schema } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";
import { checkouts, listings, orders, type Subjects } from "./subjects.ts";
import { type Move, movesOf, type Step, walk } from "./walk.ts";

/** As `toStrictEqual`, whose own way of comparing takes most of a walk's time: it is asked only to say what differs. */
const same = (found: unknown, wanted: unknown): void => {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toStrictEqual(wanted);
};

const roundTrip = <A>(schema: Schema.Codec<A, unknown>, value: A): void => {
  const json: unknown = JSON.parse(JSON.stringify(value));
  same(json, value);
  const decoded = Schema.decodeUnknownSync(schema)(json);
  same(decoded, value);
  if (readStored(schema, json) !== json) throw new Error("what was written is not read without a copy");
  same(Schema.encodeSync(schema)(decoded), json);
};

const allowed = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  machine: Machine<S, C, E, N>,
  { by, timer, from, to }: Move,
): boolean => {
  const moves: Row["moves"] = timer ? machine.timerTable[by as N] : machine.table[by as C["_tag"]].moves;
  return moves[from]?.includes(to) ?? false;
};

/** What explain offers is accepted, and what is accepted it offers: but for what the command itself says. */
const explains = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>({
  before,
  play: { actor, command, later },
  answer,
}: Step<S, C, E, N>): void => {
  if (command === undefined) return;
  const context = before.context(actor, (before.now + later) as typeof before.now);
  const settled = settle(before.machine, before.state, { ...context, actor: system }).state;
  const { open, closed } = explain(before.machine, before.id, settled, context);
  const listed = [...open, ...closed.map((entry) => entry.command)];
  if (!listed.includes(command._tag)) return;
  if (Result.isSuccess(answer)) expect(open).toContain(command._tag);
  const because = closed.find((entry) => entry.command === command._tag)?.because;
  if (because !== undefined) expect(answer).toEqual(Result.fail(because));
  if (Result.isFailure(answer) && because === undefined) {
    expect(["NotFound", "NotAllowed", "WrongState"]).not.toContain(answer.failure._tag);
  }
};

const checkStep = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  step: Step<S, C, E, N>,
): void => {
  const { before, after, answer, play } = step;
  const { machine } = before;
  explains(step);
  roundTrip(machine.schema.state, after.state);
  if (play.command !== undefined) roundTrip(machine.schema.command, play.command);
  for (const { event } of after.history.slice(before.version)) {
    roundTrip(machine.schema.event, event as unknown as E);
  }
  const settled = settle(machine, after.state, after.context(system));
  expect(settled.facts).toEqual([]);
  expect(dueAt(settled) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(after.now);
  if (Result.isFailure(answer)) return;
  for (const move of movesOf(machine, before.state, play.command, answer.success)) {
    if (!allowed(machine, move)) throw new Error(`not in the table: ${JSON.stringify(move)}`);
  }
  for (const fact of answer.success.facts) {
    expect(fact.postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  }
  const keys = after.tasks.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
};

const checkLife = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  story: Story<S, C, E, N>,
): void => {
  expect(rebuild(story.machine, story.history)).toEqual(story.state);
  expect(story.history.map(({ version }) => version)).toEqual(story.history.map((_, index) => index + 1));
};

const properties = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  name: string,
  { begun, commandOf }: Subjects<S, C, E, N>,
  usual: number,
): void => {
  describe(`walks of ${name}`, () => {
    const starts = fc.constantFrom(...begun.keys());
    const from = (start: number) => begun[start] ?? (begun[0] as (typeof begun)[number]);

    it(`R54 R55 R58 every move of ${name} is in the table, every fact is kept, and explain is right`, () => {
      fc.assert(
        fc.property(starts, walksOf(14), (start, steps) => {
          checkLife(walk(from(start), commandOf, steps, checkStep));
        }),
        tries(usual),
      );
    });

    it(`R41 the clock decides for ${name}: in one look or in two, the state is the same`, () => {
      fc.assert(
        fc.property(
          starts,
          walksOf(8),
          fc.nat({ max: 60 * 86_400_000 }),
          fc.nat({ max: 60 * 86_400_000 }),
          (start, steps, one, other) => {
            const story = walk(from(start), commandOf, steps, () => undefined);
            const direct = story.after(one + other);
            expect(story.after(one).after(other).state).toEqual(direct.state);
          },
        ),
        tries(usual),
      );
    });

    it(`R41 a command to ${name} sees what the clock has done by then`, () => {
      fc.assert(
        fc.property(
          starts,
          walksOf(8),
          throws,
          fc.nat({ max: 20 * 86_400_000 }),
          (start, steps, last, wait) => {
            const story = walk(from(start), commandOf, steps, () => undefined);
            const waited = story.after(wait);
            walk(waited, commandOf, [last], ({ play: { actor, command, later } }) => {
              if (command === undefined) return;
              const context = story.context(actor, (waited.now + later) as typeof story.now);
              const unsettled = decide(story.machine, story.id, story.state, command, context);
              const settled = decide(story.machine, story.id, waited.state, command, context);
              expect(Result.map(unsettled, ({ state }) => state)).toEqual(
                Result.map(settled, ({ state }) => state),
              );
            });
          },
        ),
        tries(usual),
      );
    });

    it(`every entry of the tables of ${name} is taken by some walk`, () => {
      const { machine } = from(0);
      const rows: ReadonlyArray<readonly [string, Row["moves"]]> = [
        ...Object.entries<Row>(machine.table).map(([tag, row]) => [tag, row.moves] as const),
        ...Object.entries<Row["moves"]>(machine.timerTable),
      ];
      const entries = rows.flatMap(([by, moves]) =>
        Object.entries(moves).flatMap(([left, ends]) => (ends ?? []).map((to) => `${by}: ${left} → ${to}`)),
      );
      const missing = new Set(entries.filter((entry) => !entry.includes("Nothing →")));
      for (let hundred = 0; hundred < 60 && missing.size > 0; hundred++) {
        const seed = 20_261_102 + hundred;
        for (const [start, steps] of fc.sample(fc.tuple(starts, walksOf(14, 14)), { numRuns: 100, seed })) {
          walk(from(start), commandOf, steps, ({ before, play, answer }) => {
            if (Result.isFailure(answer)) return;
            const moves = movesOf(machine, before.state, play.command, answer.success);
            for (const { by, from: left, to } of moves) missing.delete(`${by}: ${left} → ${to}`);
          });
        }
      }
      expect([...missing]).toEqual([]);
    });
  });
};

properties("listings", listings, 300);
properties("checkouts", checkouts, 300);
properties("orders", orders, 600);

describe("what is found of a subject", () => {
  it("R4 R15 an unfinished listing claims its unit, and only what was approved is public", () => {
    const shown = new Set(["Live", "Reserved", "Sold", "Closed"]);
    const unfinished = (listing: Listing) =>
      listing.origin._tag === "Purchase" &&
      listing._tag !== "Denied" &&
      listing._tag !== "Withdrawn" &&
      !(listing._tag === "Closed" && !listing.completed);
    fc.assert(
      fc.property(fc.constantFrom(...listings.begun), walksOf(12), (begun, steps) => {
        walk(begun, listings.commandOf, steps, ({ after }) => {
          const change = changeOf(
            after.machine,
            after.id,
            { version: 0, state: undefined },
            undefined,
            { state: after.state, facts: [], due: undefined },
            after.context(system),
          );
          expect(change.index.claim !== null).toBe(unfinished(after.state));
          expect(maySeeListing(after.state, { _tag: "Visitor" })).toBe(shown.has(after.state._tag));
          expect(change.catalogue !== null).toBe(
            after.state._tag === "Live" || after.state._tag === "Reserved",
          );
        });
      }),
      tries(150),
    );
  });

  it("what waits for an operator is in the index, and only where somebody can do something about it", () => {
    const commands: Readonly<Record<string, ReadonlyArray<string>>> = {
      LabelLate: ["Cancel"],
      Overdue: ["Cancel"],
      Stalled: ["Wait", "Cancel"],
      DeliveryUnverified: ["VerifyDelivery", "Cancel"],
      DisputeOpen: ["DecideDispute"],
      DisputeDue: ["DecideDispute"],
      Intercept: ["CloseIntercept"],
      LabelFailed: ["Repeat"],
      LabelRefundRefused: ["Repeat"],
      PayoutFailed: ["Repeat"],
      RefundFailed: ["Repeat"],
      ReturnLabelFailed: ["Repeat"],
      ChargebackLost: ["ReleasePayout", "DropPayout"],
      RatingWaiting: ["ModerateRating"],
      // The bank's move: there is nothing to do but to wait for it.
      ChargebackOpen: [],
    };
    const [support] = actorsIn.Support;
    fc.assert(
      fc.property(fc.constantFrom(...orders.begun), walksOf(12), (begun, steps) => {
        walk(begun, orders.commandOf, steps, ({ after }) => {
          const order: Order = after.state;
          const { open } = explain(after.machine, after.id, order, after.context(support));
          for (const task of after.machine.index(order).operatorTasks) {
            expect(Object.keys(commands)).toContain(task);
            for (const command of commands[task] ?? []) expect(open).toContain(command);
          }
        });
      }),
      tries(300),
    );
  });
});
