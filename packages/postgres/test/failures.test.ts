import { assert } from "@effect/vitest";
import { History, Store, type StoreUnavailable, Timers } from "@resale/core";
import { PostgresStore, Writes } from "@resale/postgres";
import { change, following, NOON, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Context, Effect, Layer, Option, Redacted, Result } from "effect";
import { migrated } from "./database.ts";

class Url extends Context.Service<Url, Redacted.Redacted>()("test/Url") {}

const store = (options: { readonly statementTimeout?: "200 millis" } = {}) =>
  Layer.unwrap(
    Effect.map(migrated, (url) =>
      Layer.merge(PostgresStore.layer({ ...options, url }), Layer.succeed(Url, url)),
    ),
  );

/** What the server is made to say by the row that asks for it: a state, or something that leads to one. */
const mishap = `
  create sequence mishaps;
  create function mishap() returns trigger language plpgsql as $$
  begin
    if nextval('mishaps') <= (new.state->>'times')::int then
      case new.state->>'mishap'
        when 'terminate' then perform pg_terminate_backend(pg_backend_pid());
        when 'sleep' then perform pg_sleep(10);
        else raise exception using errcode = new.state->>'mishap', message = 'as asked';
      end case;
    end if;
    return new;
  end $$;
  create trigger mishap before insert or update on resale.subjects
    for each row when (new.state->>'mishap' is not null) execute function mishap()`;

const prepared = Effect.gen(function* () {
  const sql = yield* Writes;
  const [made] = yield* sql`select 1 as found where to_regclass('mishaps') is not null`;
  if (made === undefined) for (const one of mishap.split(/;\n {2}(?=create)/)) yield* sql.unsafe(one);
  yield* sql`select setval('mishaps', 1, false)`;
});

const told = (result: Result.Result<void, { readonly _tag: string }>) =>
  Result.isSuccess(result) ? "written" : result.failure._tag;

/** Others were to blame, once: the commit is written after all. Something is lacking: the caller is told so. */
const once = {
  "40001": "written",
  "40P01": "written",
  "55P03": "written",
  "57P01": "written",
  "57P03": "written",
  terminate: "written",
  "25006": "StoreUnavailable",
  "53100": "StoreUnavailable",
  "53200": "StoreUnavailable",
  "53300": "StoreUnavailable",
  "57014": "StoreUnavailable",
  sleep: "StoreUnavailable",
} as const;

const EVER = 1_000_000;

suite("what a server says that can't do as it is told", store({ statementTimeout: "200 millis" }), (it) => {
  for (const [name, expected] of Object.entries(once)) {
    it.effect(`R27 ${name} once: ${expected}, wholly or not at all, and so are those beside it`, () =>
      Effect.gen(function* () {
        const { commit, load } = yield* Store;
        const { of } = yield* History;
        yield* prepared;
        const subjects = [newSubject(), newSubject(), newSubject()];
        const commits = subjects.map((subject, at) => ({
          changes: [change(subject, at === 1 ? { state: { mishap: name, times: 1 } } : {})],
        }));
        const results = yield* Effect.forEach(commits, (one) => Effect.result(commit(one)), {
          concurrency: "unbounded",
        });
        assert.strictEqual(told(results[1] ?? Result.void), expected);
        for (const [at, result] of results.entries()) {
          const subject = subjects[at] ?? newSubject();
          const written = told(result) === "written";
          assert.include(["written", "StoreUnavailable"], told(result));
          const [found] = yield* load([subject]);
          assert.strictEqual(Option.isSome(found ?? Option.none()), written);
          assert.lengthOf(yield* of(subject), written ? 1 : 0);
          // There is room again: who was told to come back comes back.
          if (!written) yield* commit(commits[at] ?? { changes: [] });
        }
      }),
    );

    it.effect(`R27 ${name} for good: a store that is unavailable, and goes on for others`, () =>
      Effect.gen(function* () {
        const { commit, load } = yield* Store;
        yield* prepared;
        const [subject, other] = [newSubject(), newSubject()];
        const state = { mishap: name, times: EVER };
        const error = yield* Effect.flip(commit({ changes: [change(subject, { state })] }));
        assert.strictEqual(error._tag, "StoreUnavailable");
        yield* commit({ changes: [change(other)] });
        assert.deepStrictEqual(
          (yield* load([subject, other])).map((found) => Option.isSome(found)),
          [false, true],
        );
      }),
    );
  }

  it.effect("R41 a page of timers that finds no room is told so, and due until there is some", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const { drain } = yield* Timers;
      yield* prepared;
      yield* commit({ changes: [change(newSubject(), { due: NOON })] });
      const page = (times: number) =>
        drain({
          now: NOON,
          limit: 10,
          decide: (found) => following(found, { state: { mishap: "53100", times } }),
        });
      const error: StoreUnavailable = yield* Effect.flip(page(EVER));
      assert.strictEqual(error._tag, "StoreUnavailable");
      assert.strictEqual(yield* page(0), 1);
    }),
  );
});

suite("a server that only reads, after another was made the first", store(), (it) => {
  it.effect("R27 is told as unavailable and read from meanwhile", () =>
    Effect.gen(function* () {
      const { commit, load } = yield* Store;
      const sql = yield* Writes;
      const subject = newSubject();
      yield* commit({ changes: [change(subject)] });
      const turn = Effect.fnUntraced(function* (readOnly: "on" | "off") {
        const [name] = yield* sql<{ name: string }>`select current_database()::text as name`;
        yield* sql.withTransaction(
          Effect.andThen(
            sql`set transaction read write`,
            sql.unsafe(`alter database "${name?.name}" set default_transaction_read_only = ${readOnly}`),
          ),
        );
        yield* Effect.ignore(sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`);
        yield* Effect.ignore(sql`select pg_terminate_backend(pg_backend_pid())`);
      });
      yield* turn("on");
      const next = change(subject, { expected: 1 });
      const error = yield* Effect.flip(commit({ changes: [next] }));
      assert.strictEqual(error._tag, "StoreUnavailable");
      assert.match(String("reason" in error && error.reason), /read-only/);
      const [found] = yield* Effect.retry(load([subject]), { times: 5 });
      assert.strictEqual(Option.getOrThrow(found ?? Option.none()).version, 1);
      yield* turn("off");
      yield* Effect.retry(commit({ changes: [next] }), { times: 5 });
    }),
  );
});

suite("a server that takes no more connections", store(), (it) => {
  it.effect("R27 is told as unavailable, and nothing waits for ever", () =>
    Effect.gen(function* () {
      const sql = yield* Writes;
      const role = `shop_${newId().slice(0, 8)}`;
      yield* sql.unsafe(`create role ${role} login password 'open' connection limit 1`);
      yield* Effect.addFinalizer(() =>
        Effect.ignore(Effect.andThen(sql.unsafe(`drop owned by ${role}`), sql.unsafe(`drop role ${role}`))),
      );
      yield* sql.unsafe(`grant all on all tables in schema resale to ${role}`);
      yield* sql.unsafe(`grant usage on schema resale to ${role}`);
      const url = new URL(Redacted.value(yield* Url));
      url.username = role;
      url.password = "open";
      // Whoever listens for work has the one connection.
      const services = yield* Layer.build(PostgresStore.layer({ url: Redacted.make(url.href) }));
      const crowded = Context.get(services, Store);
      yield* Effect.sleep("200 millis");
      const subject = newSubject();
      const refused = yield* Effect.flip(crowded.commit({ changes: [change(subject)] }));
      assert.strictEqual(refused._tag, "StoreUnavailable");
      assert.strictEqual((yield* Effect.flip(crowded.load([subject])))._tag, "StoreUnavailable");
      yield* sql.unsafe(`alter role ${role} connection limit 20`);
      yield* crowded.commit({ changes: [change(subject)] });
    }).pipe(Effect.scoped),
  );
});
