import { ProviderRefused } from "@resale/core";
import { MemoryCarrier, MemoryMailer } from "@resale/testkit";
import { Effect, type Scope } from "effect";
import { describe, expect, test } from "vitest";
import { aSale, openShop } from "./shop.ts";
import { type } from "./typed.ts";

interface Listed {
  readonly key: string;
  readonly status: string;
  readonly task: { readonly _tag: string };
}

/** A shop whose carrier has refused the label of its one order for good. */
const stuck = Effect.gen(function* () {
  const { url, inside, sql } = yield* openShop;
  const refusal = new ProviderRefused({ provider: "carrier", reason: "no such street" });
  const mailer = yield* inside(MemoryMailer);
  mailer.failNext("send", new ProviderRefused({ provider: "mail", reason: "no such box" }));
  (yield* inside(MemoryCarrier)).failNext("buyLabel", refusal);
  const sale = yield* inside(aSale);
  const resale = (...args: ReadonlyArray<string>) => type([...args, "--database-url", url]);
  const list = (...args: ReadonlyArray<string>) =>
    Effect.map(resale("tasks", "list", "--json", ...args), (typed) => typed.json() as ReadonlyArray<Listed>);
  return { ...sale, resale, list, sql };
});

const play = <A, E>(body: (given: Effect.Success<typeof stuck>) => Effect.Effect<A, E, Scope.Scope>) =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(stuck, body)));

describe("resale tasks", () => {
  test("list shows what waits for an operator, and why", () =>
    play(({ list, resale, order }) =>
      Effect.gen(function* () {
        const [parked, ...others] = yield* list("--status", "parked");
        expect(others).toEqual([]);
        expect(parked).toMatchObject({
          status: "Parked",
          attempts: 1,
          lastError: expect.any(String),
          dropped: null,
        });
        const told = yield* resale("tasks", "list", "--status", "parked");
        expect(told.out).toContain(parked?.key);
        expect(told.out).toContain("no such box");
        const ofOrder = yield* list("--subject", order, "--kind", "BuyLabel");
        expect(ofOrder.map(({ task }) => task)).toEqual([{ _tag: "BuyLabel", order }]);
        expect(yield* list("--limit", "2")).toHaveLength(2);
        const none = yield* resale("tasks", "list", "--status", "dropped");
        expect([none.code, none.out, none.err]).toEqual([0, "", "No such tasks."]);
      }),
    ));

  test("repeat takes up what is parked, one by one or all of it, and says what it could not", () =>
    play(({ list, resale, sql }) =>
      Effect.gen(function* () {
        const [parked] = yield* list("--status", "parked");
        const key = parked?.key ?? "";
        const wrong = yield* resale("tasks", "repeat", key, "nothing.1.0");
        expect(wrong.code).toBe(1);
        expect(wrong.out).toContain(`${key}: is tried again`);
        expect(wrong.out).toContain("nothing.1.0: there is none such");
        expect((yield* list("--status", "waiting")).map((task) => task.key)).toContain(key);
        yield* sql("update resale.tasks set status = 'Parked' where status <> 'Dropped'");
        const count = (yield* list("--status", "parked", "--kind", "BuyLabel")).length;
        const some = yield* resale("tasks", "repeat", "--parked", "--kind", "BuyLabel", "--json");
        expect(some.code).toBe(0);
        expect(some.json()).toHaveLength(count);
        expect(some.json()).toMatchObject([{ outcome: "Repeated" }]);
        expect((yield* resale("tasks", "repeat", "--parked")).code).toBe(0);
        expect(yield* list("--status", "parked")).toEqual([]);
        for (const args of [[], [key, "--parked"], [key, "--kind", "BuyLabel"]]) {
          expect((yield* resale("tasks", "repeat", ...args)).code).toBe(2);
        }
      }),
    ));

  test("drop ends a task for good, and only with a reason, which is kept with who and when", () =>
    play(({ list, resale, sql }) =>
      Effect.gen(function* () {
        const [parked] = yield* list("--status", "parked");
        const key = parked?.key ?? "";
        const silent = yield* resale("tasks", "drop", key);
        expect(silent.code).toBe(2);
        expect(silent.err).toContain("--reason");
        expect((yield* resale("tasks", "drop", key, "--reason", " ")).code).toBe(2);
        const dropped = yield* resale("tasks", "drop", key, "--reason", "moved away", "--by", "nora");
        expect([dropped.code, dropped.err]).toEqual([0, ""]);
        expect(yield* list("--status", "dropped")).toMatchObject([
          {
            key,
            dropped: { by: { _tag: "Support", id: "nora" }, reason: "moved away", at: expect.any(Number) },
          },
        ]);
        expect((yield* resale("tasks", "list", "--status", "dropped")).out).toContain("by nora");
        const again = yield* resale("tasks", "drop", key, "--reason", "once more");
        expect([again.code, again.out]).toEqual([1, `${key}: it was dropped before`]);
        expect((yield* resale("tasks", "repeat", key)).code).toBe(1);
        yield* sql(`update resale.tasks set status = 'Waiting', dropped = null, done_at = null,
          lease = gen_random_uuid(), due_at = 9000000000000 where key = '${key}'`);
        const leased = yield* resale("tasks", "drop", key, "--reason", "hurry");
        expect(leased.code).toBe(1);
        expect(leased.out).toContain("a worker is at it, until 2255-03-14 16:00:00Z at the latest");
      }),
    ));
});
