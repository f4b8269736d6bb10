import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Actor, Email, instant, MemberId, Members, Purchases, purchaseHistory } from "@resale/core";
import { PostgresMembers, PostgresPurchases } from "@resale/postgres";
import { Effect, Layer, Option, type Scope } from "effect";
import { describe, expect, test } from "vitest";
import { openShop } from "./shop.ts";
import { type } from "./typed.ts";

const play = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>) => Effect.runPromise(Effect.scoped(effect));

const MEMBERS = "id,email,displayName,membership,name,line1,city,region,zip";
const ADA = "ada,ada@example.com,Ada L.,active,Ada Lovelace,1 Main Street,Albany,NY,12207";
const BOB = "bob,bob@example.com,Bob,Lapsed,,,,,";
const LINES = "member,id,quantity,refunded,paid,currency,purchasedAt,channel,store,sku,name,category,msrp";
const line = (given: Readonly<Record<string, string>> = {}) =>
  Object.values({
    member: "ada",
    id: "l1",
    quantity: "1",
    refunded: "",
    paid: "199.00",
    currency: "USD",
    purchasedAt: "2025-06-14",
    channel: "online",
    store: "",
    sku: "35S0",
    name: "Jet Set Tote",
    category: "Handbags",
    msrp: "250.00",
    ...given,
  }).join(",");

const loyalty = Layer.mergeAll(PostgresMembers.layer, PostgresPurchases.layer);

/** A shop with a table of members and purchases, and a folder for files. */
const aTable = Effect.gen(function* () {
  const { url, inside, sql } = yield* openShop;
  const folder = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "resale-import-"))),
    (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true })),
  );
  const shop = <A, E>(effect: Effect.Effect<A, E, Members | Purchases>) =>
    inside(Effect.provide(effect, loyalty));
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const given = (what: string, content: string | Buffer, ...flags: ReadonlyArray<string>) =>
    type(["import", what, file("given", content), "--json", ...flags, "--database-url", url]);
  const plainly = (what: string, content: string | Buffer, ...flags: ReadonlyArray<string>) =>
    type(["import", what, file("given", content), ...flags, "--database-url", url]);
  return { inside, sql, shop, folder, given, plainly };
});

const told = (json: () => ReadonlyArray<unknown>) => json().at(-1) as Readonly<Record<string, unknown>>;

describe("resale import members", () => {
  test("R1, R2 takes accounts in, brings them up to date, and changes nothing when it is given the same again", () =>
    play(
      Effect.gen(function* () {
        const { given, shop, sql } = yield* aTable;
        const first = yield* given("members", [MEMBERS, ADA, BOB].join("\n"));
        expect([first.code, told(first.json)]).toMatchObject([0, { rows: 2, added: 2, changed: 0 }]);
        const ada = Option.getOrThrow(yield* shop(Members.use(({ get }) => get(MemberId.make("ada")))));
        expect(ada).toMatchObject({ membership: "Active", address: { region: "NY", country: "US" } });
        // Every write of a row gives it another place and another transaction.
        const rows = sql("select id, ctid::text, xmin::text from resale.members order by id");
        const before = yield* rows;
        const again = yield* given("members", [MEMBERS, ADA, BOB].join("\n"));
        expect(told(again.json)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
        expect(yield* rows).toEqual(before);
        const moved = yield* given(
          "members",
          [MEMBERS, ADA.replace("ada@example.com", "ada@new.example")].join("\r\n"),
        );
        expect(told(moved.json)).toMatchObject({ changed: 1, unchanged: 0 });
        const byEmail = (email: string) => shop(Members.use((port) => port.byEmail(Email.make(email))));
        expect(Option.isNone(yield* byEmail("ada@example.com"))).toBe(true);
        expect(Option.map(yield* byEmail("Ada@New.example"), ({ id }) => id)).toEqual(Option.some("ada"));
      }),
    ));

  test("leaves out what is wrong, names line, field and the way out, and keeps it to be put right", () =>
    play(
      Effect.gen(function* () {
        const { given, plainly, folder } = yield* aTable;
        const rejects = join(folder, "rejects.csv");
        const file = [
          MEMBERS,
          ADA,
          "eve,not-an-address,Eve,Active,,,,,",
          "fay,fay@example.com,Fay,Gold,,,,,",
          `"g\nh",gil@example.com,Gil,Active,,,,,`,
          "ivy,ivy@example.com,Ivy,Active,Ivy,1 Main,Albany,New York,12207",
          "jo,jo@example.com,Jo",
          ADA,
          ADA.replace("Ada L.", "Somebody"),
          BOB,
        ].join("\n");
        const bad = yield* given("members", file, "--rejects", rejects);
        expect(bad.code).toBe(1);
        expect(told(bad.json)).toMatchObject({ rows: 9, added: 2, repeated: 1, rejected: 6 });
        const named = bad.json().slice(0, -1) as ReadonlyArray<{
          line: number;
          field: string;
          problem: string;
        }>;
        expect(named.map(({ line: at, field }) => [at, field])).toEqual([
          [3, "email"],
          [4, "membership"],
          [5, "id"],
          [7, "region"],
          [8, "row"],
          [10, "id"],
        ]);
        expect(named[1]?.problem).toBe('is "Gold": say Active, Lapsed, None (R1)');
        expect(named[5]?.problem).toContain("line 2 already");
        const kept = readFileSync(rejects, "utf8");
        expect(kept.split("\n")[0]).toBe(`${MEMBERS},line,problem`);
        const right = kept.replace("not-an-address", "eve@example.com").replace("Gold", "None");
        const second = yield* plainly("members", right);
        expect(second.out).toContain("2 new members");
        const there = yield* given("members", file, "--rejects", rejects);
        expect([there.code, there.err]).toEqual([2, expect.stringContaining("is there already")]);
      }),
    ));

  test("says which accounts share an address, and which columns are passed over or not there", () =>
    play(
      Effect.gen(function* () {
        const { plainly } = yield* aTable;
        const shared = yield* plainly(
          "members",
          `${MEMBERS},age\n${ADA},36\nbea,ADA@example.com,Bea,None,,,,,,9`,
        );
        expect(shared.code).toBe(0);
        expect(shared.err).toContain("ada and bea");
        expect(shared.err).toContain("the columns age");
        const none = yield* plainly("members", "id,e_mail\nada,ada@example.com");
        expect([none.code, none.err]).toEqual([2, expect.stringContaining("lacks displayName, membership")]);
      }),
    ));

  test("reads NDJSON as well, gzipped or not, and says so where a file was cut off", () =>
    play(
      Effect.gen(function* () {
        const { given } = yield* aTable;
        const rows = Array.from({ length: 3000 }, (_, n) =>
          JSON.stringify({ id: n, email: `m${n}@example.com`, display_name: `M ${n}`, membership: "None" }),
        );
        const packed = gzipSync(["{nonsense", ...rows].join("\n"));
        const whole = yield* given("members", packed, "--dry-run");
        expect([whole.code, told(whole.json)]).toMatchObject([1, { added: 3000, rejected: 1, dryRun: true }]);
        const cut = yield* given("members", packed.subarray(0, packed.length / 2));
        expect([cut.code, cut.err]).toEqual([1, expect.stringContaining("was not written to its end")]);
        const real = yield* given("members", packed);
        const { added, unchanged } = told(real.json) as { added: number; unchanged: number };
        expect(added + unchanged).toBe(3000);
      }),
    ));
});

describe("resale import purchases", () => {
  test("R3, R4 takes lines in, online and from stores; refunds and quantities make and unmake units", () =>
    play(
      Effect.gen(function* () {
        const { given, shop, inside } = yield* aTable;
        yield* given("members", [MEMBERS, ADA, BOB].join("\n"));
        const store = line({
          id: "l2",
          channel: "Store",
          store: "Albany",
          purchasedAt: "2025-06-15T08:00:00Z",
        });
        const first = yield* given("purchases", [LINES, line(), store].join("\n"));
        expect(told(first.json)).toMatchObject({ added: 2, rejected: 0 });
        const ada = MemberId.make("ada");
        const [second, online] = yield* shop(Purchases.use(({ ofMember }) => ofMember(ada)));
        expect(second?.channel).toEqual({ _tag: "Store", store: "Albany" });
        // A day alone begins at midnight in the Program's zone.
        expect(online?.purchasedAt).toBe(instant(Date.parse("2025-06-14T00:00:00-04:00")));
        const actor: Actor = { _tag: "Member", id: ada, email: Email.make("ada@example.com") };
        const units = inside(Effect.provide(purchaseHistory(actor), loyalty)).pipe(
          Effect.map((found) => found.map(({ unit, refusal }) => [unit, refusal?._tag ?? "open"])),
        );
        const more = yield* given(
          "purchases",
          [LINES, line({ quantity: "2", refunded: "1" }), store].join("\n"),
        );
        expect(told(more.json)).toMatchObject({ changed: 1, unchanged: 1 });
        expect(yield* units).toEqual([
          ["l2~1", "open"],
          ["l1~1", "open"],
          ["l1~2", "UnitRefunded"],
        ]);
      }),
    ));

  test("R3 leaves out guests, strangers, other currencies, the future and what contradicts itself", () =>
    play(
      Effect.gen(function* () {
        const { given } = yield* aTable;
        yield* given("members", [MEMBERS, ADA].join("\n"));
        const cases: ReadonlyArray<readonly [Readonly<Record<string, string>>, string, string]> = [
          [{ member: "" }, "member", "a guest's purchase"],
          [{ member: "nobody" }, "member", "import the members first"],
          [{ currency: "EUR" }, "currency", "trades in USD alone"],
          [{ purchasedAt: "2999-01-01" }, "purchasedAt", "in the future"],
          [{ purchasedAt: "2025-02-30" }, "purchasedAt", "give a day such as"],
          [{ purchasedAt: "2025-02-28 12:00:00" }, "purchasedAt", "with its zone"],
          [{ quantity: "0" }, "quantity", "in refunded"],
          [{ refunded: "2" }, "refunded", "more than the 1"],
          [{ paid: '"1,199.00"' }, "paid", "such as 199.00"],
          [{ paid: "-3.00" }, "paid", ""],
          [{ channel: "store" }, "store", "which one"],
          [{ channel: "fax" }, "channel", "online or store"],
          [{ msrp: "" }, "msrp", "original price"],
          [{ id: "a b" }, "id", "not right"],
        ];
        const rows = cases.map(([fields], n) => line({ id: `l${n}`, ...fields }));
        const bad = yield* given("purchases", [LINES, ...rows, line({ id: "good" })].join("\n"));
        expect(bad.code).toBe(1);
        expect(told(bad.json)).toMatchObject({ added: 1, rejected: cases.length });
        const named = bad.json() as ReadonlyArray<{ line: number; field: string; problem: string }>;
        for (const [n, [, field, words]] of cases.entries()) {
          expect(named[n]).toMatchObject({ line: n + 2, field, problem: expect.stringContaining(words) });
        }
      }),
    ));

  test("an import that ends in the middle loses nothing that was told as done, and is gone on with by giving it again", () =>
    play(
      Effect.gen(function* () {
        const { given, shop } = yield* aTable;
        yield* given("members", [MEMBERS, ADA].join("\n"));
        const rows = Array.from({ length: 2500 }, (_, n) => line({ id: `l${n}` }));
        const packed = gzipSync([LINES, ...rows].join("\n"), { level: 0 });
        const cut = yield* given("purchases", packed.subarray(0, packed.length - 20_000));
        expect(cut.code).toBe(1);
        const [, upTo] = /up to line (\d+) is in/.exec(cut.err) ?? [];
        const history = shop(Purchases.use(({ ofMember }) => ofMember(MemberId.make("ada"))));
        const { length } = yield* history;
        expect([Number(upTo), length]).toEqual([
          expect.toSatisfy((line) => line > 1),
          expect.toSatisfy((rows) => rows < 2500),
        ]);
        expect(length).toBeGreaterThanOrEqual(Number(upTo) - 1);
        const again = yield* given("purchases", packed);
        expect(told(again.json)).toMatchObject({ unchanged: length, added: 2500 - length });
        expect((yield* history).length).toBe(2500);
      }),
    ));
});
