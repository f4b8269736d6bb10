import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOUR } from "@resale/core";
import { Effect, type Scope } from "effect";
import { describe, expect, test } from "vitest";
import { aSale, openShop } from "./shop.ts";
import { type } from "./typed.ts";

const sold = Effect.gen(function* () {
  const { url, inside, sql } = yield* openShop;
  const sale = yield* inside(aSale);
  const resale = (...args: ReadonlyArray<string>) => type([...args, "--database-url", url]);
  const folder = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "resale-"))),
    (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true })),
  );
  const write = (value: unknown): string => {
    const file = join(folder, `${crypto.randomUUID()}.json`);
    writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
    return file;
  };
  return { ...sale, resale, sql, write };
});

const play = <A, E>(body: (given: Effect.Success<typeof sold>) => Effect.Effect<A, E, Scope.Scope>) =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(sold, body)));

describe("resale replay", () => {
  test("R55 tells a history event by event: who, from what, and the state it led to", () =>
    play(({ order, listing, checkout, resale }) =>
      Effect.gen(function* () {
        const told = yield* resale("replay", order);
        expect(told.code).toBe(0);
        expect(told.out).toMatch(/^order \S+, \d+ events, Program /);
        expect(told.out).toMatch(/\n {3}1 {2}\S+ \S+Z {2}Placed → \w+ {2}\(System, Place\)/);
        const events = (yield* resale("replay", listing, "--json")).json();
        expect(events.at(0)).toMatchObject({ _tag: "Event", version: 1, state: { _tag: "Draft" } });
        expect(events.at(-1)).toMatchObject({ state: { _tag: "Sold" } });
        expect(events.map(({ version }: { version: number }) => version)).toEqual(
          events.map((_, at) => at + 1),
        );
        const payment = yield* resale("replay", checkout, "--json");
        expect(payment.out).not.toContain("tok_visa");
        expect(payment.out).toContain("[kept]");
      }),
    ));

  test("R57 shows what would have come out under another Program, of which a file tells the differences", () =>
    play(({ listing, resale, write }) =>
      Effect.gen(function* () {
        const other = write({ version: "what-if", sellerShare: 7000 });
        const told = yield* resale("replay", listing, "--program", other);
        expect(told.code).toBe(0);
        expect(told.out).toContain("Under the Program what-if");
        expect(told.out).toMatch(/terms\.payout: 8000 → 7000/);
        const replayed = (yield* resale("replay", listing, "--program", other, "--json")).json().at(-1);
        expect(replayed).toMatchObject({
          _tag: "Replay",
          program: "what-if",
          differences: expect.any(Array),
        });
        const same = yield* resale("replay", listing, "--program", write({}));
        expect(same.out).toContain("the same would have come out");
      }),
    ));

  test("names the field of a Program that is wrong, and the file that is none", () =>
    play(({ listing, resale, write }) =>
      Effect.gen(function* () {
        const cases: ReadonlyArray<readonly [unknown, string]> = [
          [{ sellerShare: 70_000 }, "sellerShare"],
          [
            { sellerSare: 7000 },
            "sellerSare is not known here: perhaps sellerShare is meant. Its fields are named in docs/",
          ],
          [{ shipping: { shipby: 1 } }, "shipping.shipby is not known here: perhaps shipBy is meant"],
          [
            { sellerShare: -1, charge: 9.95 },
            "charge is to be a whole number of cents, where 995 is 9.95; found 9.95; sellerShare",
          ],
          ["{", "is not JSON"],
          [[1], "does not hold fields"],
        ];
        for (const [value, words] of cases) {
          const { code, err } = yield* resale("replay", listing, "--program", write(value));
          expect([code, err]).toEqual([2, expect.stringContaining(words)]);
          expect(err).not.toContain("\n");
        }
        expect((yield* resale("replay", listing, "--program", "/nowhere.json")).err).toContain(
          "can't be read",
        );
      }),
    ));

  test("tells up to the event that can't be read, and who says more", () =>
    play(({ order, resale, sql }) =>
      Effect.gen(function* () {
        yield* sql(
          `update resale.events set event = '{"_tag":"Strange"}' where id = '${order}' and version = 2`,
        );
        const { code, out, err } = yield* resale("replay", order);
        expect(code).toBe(1);
        expect(out).toContain("Placed");
        expect(err).toMatch(/^event 2 can't be read: .*resale verify$/s);
      }),
    ));
});

describe("resale replay --all", () => {
  test("R57 counts what another Program would change of everything, in which way, and in money", () =>
    play(({ order, listing, resale, sql, write }) =>
      Effect.gen(function* () {
        const other = write({ version: "what-if", sellerShare: 7000 });
        const told = yield* resale("replay", "--all", "--program", other);
        expect([told.code, told.err]).toEqual([0, ""]);
        expect(told.out).toContain(
          "Under the Program what-if, as all would stand now: 1 listing, 1 checkout, 1 order.\n2 changed, 1 unchanged.",
        );
        for (const [kind, id] of [
          ["listing", listing],
          ["order", order],
        ]) {
          expect(told.out).toMatch(
            new RegExp(`\n${kind} +terms\\.payout +1 +-\\$10\\.00 +${id}: 8000 → 7000`),
          );
        }
        const json = (yield* resale("replay", "--all", "--program", other, "--json")).json();
        expect(json).toMatchObject([
          {
            _tag: "ReplayedAll",
            program: "what-if",
            changed: 2,
            unchanged: 1,
            failed: 0,
            deviations: [{ count: 1, cents: -1000 }, { count: 1 }],
          },
        ]);
        const same = yield* resale(
          "replay",
          "--all",
          "--program",
          write({ version: "renamed" }),
          "--progress",
        );
        expect(same.out).toContain("0 changed, 3 unchanged.");
        expect(same.err).toMatch(/^1 listing, 0 checkouts, 0 orders; 0 changed/);
        yield* sql(
          `update resale.events set event = '{"_tag":"Strange"}' where id = '${order}' and version = 2`,
        );
        const broken = yield* resale("replay", "--all", "--program", other);
        expect(broken.code).toBe(1);
        expect(broken.out).toMatch(new RegExp(`^order ${order} can't be replayed: `));
        expect(broken.err).toMatch(/^1 history could not be replayed, named above\. .*resale verify$/);
      }),
    ));

  test("says what it lacks: whose history, or which Program", () =>
    play(({ order, resale, write }) =>
      Effect.gen(function* () {
        const cases: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
          [[], "An ID, or --all"],
          [["--all"], "--program FILE"],
          [["--all", order, "--program", write({})], "Either an ID, or --all."],
          [["--all", "--program", write({ sellerShare: 70_000 })], "sellerShare"],
        ];
        for (const [args, words] of cases) {
          const { code, err } = yield* resale("replay", ...args);
          expect([code, err]).toEqual([2, expect.stringContaining(words)]);
        }
      }),
    ));
});

describe("resale explain", () => {
  test("R58 says where an order stands, what comes next, and who may do what or why not", () =>
    play(({ order, listing, checkout, resale }) =>
      Effect.gen(function* () {
        const told = yield* resale("explain", order);
        expect(told.code).toBe(0);
        expect(told.out).toMatch(/^order \S+ is AwaitingShipment at /);
        expect(told.out).toMatch(/\nnext {2}\S+ \S+Z {2}\w+: .*\n {6}\(.* from /);
        for (const role of ["seller", "buyer", "reviewer", "support"])
          expect(told.out).toContain(`${role} may: `);
        const [value] = (yield* resale("explain", order, "--json")).json() as ReadonlyArray<{
          readonly ifNobodyActs: { readonly deadline: { readonly at: number } };
          readonly at: number;
        }>;
        expect(value).toMatchObject({
          kind: "order",
          state: "AwaitingShipment",
          roles: { buyer: { open: expect.any(Array) } },
        });
        expect(value?.ifNobodyActs.deadline.at).toBeGreaterThan((value?.at ?? 0) + HOUR);
        const stranger = (yield* resale("explain", order, "--as", "stranger", "--json")).json();
        expect(stranger).toMatchObject([{ roles: { stranger: { open: [] } } }]);
        expect((yield* resale("explain", listing)).out).toContain("is Sold");
        expect((yield* resale("explain", checkout, "--as", "buyer")).code).toBe(0);
      }),
    ));

  test("says that there is no such thing, in the answer's code as well", () =>
    play(({ resale }) =>
      Effect.gen(function* () {
        const { code, out, err } = yield* resale("explain", "nothing");
        expect([code, out]).toEqual([1, ""]);
        expect(err).toBe("There is no listing, checkout or order nothing in this database.");
        expect(JSON.parse((yield* resale("explain", "nothing", "--json")).err)).toMatchObject({ code: 1 });
      }),
    ));
});
