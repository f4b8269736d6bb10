import { Effect } from "effect";
import { describe, expect, test } from "vitest";
import { aSale, openShop } from "./shop.ts";
import { type } from "./typed.ts";

/** A shop with three sales, one of which somebody has laid hands on. */
const spoilt = (harm: (order: string, checkout: string, listing: string) => ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const { url, inside, sql, settled } = yield* openShop;
    const { order, checkout, listing } = yield* inside(aSale);
    yield* inside(Effect.andThen(aSale, aSale));
    yield* settled;
    const before = yield* type(["verify", "--database-url", url]);
    expect(before.err).toBe("");
    expect(before.code).toBe(0);
    for (const statement of harm(order, checkout, listing)) yield* sql(statement);
    const found = yield* type(["verify", "--json", "--database-url", url]);
    return { order, checkout, listing, url, found, findings: found.json() };
  });

const play = <A, E>(effect: Effect.Effect<A, E, never>) => Effect.runPromise(effect);

describe("resale verify", () => {
  test("R53 notices a journal line that was changed, though the order still sums to zero", () =>
    play(
      Effect.scoped(
        Effect.gen(function* () {
          const { order, found, findings, url } = yield* spoilt((id) => [
            `update resale.journal set amount = amount + 100 where order_id = '${id}' and version = 2 and account = 'Cash'`,
            `update resale.journal set amount = amount - 100 where order_id = '${id}' and version = 2 and account = 'Held'`,
          ]);
          expect(found.code).toBe(1);
          const subject = { kind: "order", id: order };
          expect(findings).toMatchObject([
            { _tag: "JournalDiffers", subject, version: 2, account: "Cash" },
            { _tag: "JournalDiffers", subject, version: 2, account: "Held" },
            { _tag: "Verified", findings: 2, total: 0, subjects: { order: 3 } },
          ]);
          const told = yield* type(["verify", "--database-url", url]);
          expect(told.out).toMatch(
            new RegExp(`order ${order}: event 2 books \\d+ cents on Cash, the journal has \\d+`),
          );
          expect(told.err).toBe("2 things not as it should be, named above.");
        }),
      ),
    ));

  test("R53 notices a journal line that is gone, and that the accounts do not come to zero", () =>
    play(
      Effect.scoped(
        Effect.gen(function* () {
          const { found, findings } = yield* spoilt((id) => [
            `delete from resale.journal where order_id = '${id}' and version = 2 and account = 'Cash'`,
          ]);
          expect(found.code).toBe(1);
          expect(findings).toMatchObject([
            { _tag: "JournalDiffers", stored: 0 },
            { _tag: "JournalUnsound" },
            { _tag: "Verified", findings: 2 },
          ]);
          expect((findings as ReadonlyArray<{ total?: number }>).at(-1)?.total).not.toBe(0);
        }),
      ),
    ));

  test("R55 notices an event that is missing, in the middle of a history and at its end", () =>
    play(
      Effect.scoped(
        Effect.gen(function* () {
          const { order, listing, found, findings } = yield* spoilt((id, _, piece) => [
            `delete from resale.events where id = '${id}' and version = 2`,
            `delete from resale.events where id = '${piece}' and version =
               (select max(version) from resale.events where id = '${piece}')`,
          ]);
          expect(found.code).toBe(1);
          expect(findings).toMatchObject([
            { _tag: "EventMissing", subject: { kind: "listing", id: listing } },
            { _tag: "EventMissing", subject: { kind: "order", id: order }, version: 2 },
            { _tag: "Verified", findings: 2 },
          ]);
        }),
      ),
    ));

  test("R55 notices a state that is not what the events say, and names the place", () =>
    play(
      Effect.scoped(
        Effect.gen(function* () {
          const { order, listing, found, findings } = yield* spoilt((id, _, piece) => [
            `update resale.subjects set state = jsonb_set(state::jsonb, '{item,title}', '"A yacht"')::json where id = '${id}'`,
            `update resale.subjects set state = '{"_tag":"Stolen"}' where id = '${piece}'`,
          ]);
          expect(found.code).toBe(1);
          expect(findings).toMatchObject([
            { _tag: "Unreadable", subject: { kind: "listing", id: listing }, version: null },
            {
              _tag: "StateDiffers",
              subject: { kind: "order", id: order },
              path: "item.title",
              stored: "A yacht",
            },
            { _tag: "Verified", findings: 2 },
          ]);
        }),
      ),
    ));

  test("R55 notices an event that its history refuses, and one that nobody counts", () =>
    play(
      Effect.scoped(
        Effect.gen(function* () {
          const { checkout, listing, found, findings } = yield* spoilt((_, id, piece) => [
            `update resale.events set event = '{"_tag":"HoldEnded"}' where id = '${id}' and version = 1`,
            `insert into resale.events (position, kind, id, version, at, actor, cause, event)
             select max(position) over () + 1, kind, id, version + 100, at, actor, cause, event
             from resale.events where id = '${piece}' and version = 1`,
          ]);
          expect(found.code).toBe(1);
          expect(findings).toMatchObject([
            { _tag: "EventBeyond", subject: { kind: "listing", id: listing }, version: 101 },
            { _tag: "Unreadable", subject: { kind: "checkout", id: checkout }, version: 1 },
            { _tag: "Verified", findings: 2 },
          ]);
        }),
      ),
    ));

  test("R53 R55 notices facts and money of an order that is not there", () =>
    play(
      Effect.scoped(
        Effect.gen(function* () {
          const { order, found, findings } = yield* spoilt((id) => [
            `delete from resale.subjects where id = '${id}'`,
          ]);
          expect(found.code).toBe(1);
          const subject = { kind: "order", id: order };
          expect(findings).toMatchObject([
            { _tag: "SubjectMissing", subject, of: "facts" },
            { _tag: "SubjectMissing", subject, of: "money" },
            { _tag: "Verified", findings: 2, subjects: { order: 2 } },
          ]);
        }),
      ),
    ));

  test("raises no false alarm while sales go on, and tells how far it is where that is asked for", () =>
    play(
      Effect.scoped(
        Effect.gen(function* () {
          const { url, inside } = yield* openShop;
          yield* inside(aSale);
          const selling = inside(Effect.repeat(aSale, { times: 11 }));
          const looking = Effect.forEach(Array.from({ length: 6 }), () =>
            type(["verify", "--progress", "--database-url", url]),
          );
          const [looks] = yield* Effect.all([looking, selling], { concurrency: "unbounded" });
          for (const { code, out, err } of looks) {
            expect(out).toContain("All of it is what its events say.");
            expect(err).toMatch(/^\d+ listings?, .*; found 0/);
            expect(code).toBe(0);
          }
          const onTerminal = yield* type(["verify", "--database-url", url], { isTerminal: true });
          expect(onTerminal.err).toContain("\r");
          expect((yield* type(["verify", "--database-url", url])).err).toBe("");
        }),
      ),
    ));
});
