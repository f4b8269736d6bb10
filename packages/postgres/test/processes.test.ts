import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { assert } from "@effect/vitest";
import { OrderId, Store } from "@resale/core";
import { PostgresStore } from "@resale/postgres";
import { change, NOON, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Context, Effect, Layer, Option, Redacted } from "effect";
import { migrated } from "./database.ts";
import type { Race, Raced } from "./racer.ts";

class Url extends Context.Service<Url, Redacted.Redacted>()("test/Url") {}

const store = Layer.unwrap(
  Effect.map(migrated, (url) => Layer.merge(PostgresStore.layer({ url }), Layer.succeed(Url, url))),
);

const spawn = (race: Race) =>
  Effect.promise(async (): Promise<Raced> => {
    const script = join(import.meta.dirname, "racer.ts");
    const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(race)]);
    return JSON.parse(stdout);
  });

suite("several processes over one database", store, (it) => {
  it.effect("R41 win each step once, fire each timer once, take each task once", () =>
    Effect.gen(function* () {
      const { commit, load } = yield* Store;
      const url = Redacted.value(yield* Url);
      const shared = Array.from({ length: 9 }, () => newSubject());
      const due = Array.from({ length: 120 }, () => newSubject());
      const keys = due.map(() => newId());
      yield* commit({ changes: shared.map((subject) => change(subject)) });
      yield* commit({
        changes: due.map((subject, at) =>
          change(subject, {
            due: NOON,
            tasks: [{ key: keys[at] ?? "", task: { _tag: "BuyLabel", order: OrderId.make(subject.id) } }],
          }),
        ),
      });
      const race = { url, subjects: shared.map(({ id }) => id), rounds: 150, now: NOON };
      const raced = yield* Effect.all(
        Array.from({ length: 4 }, () => spawn(race)),
        { concurrency: "unbounded" },
      );
      const won = (id: string) => raced.reduce((sum, one) => sum + (one.won[id] ?? 0), 0);
      const versions = (yield* load(shared)).map((one) => Option.getOrThrow(one).version);
      assert.deepStrictEqual(
        versions,
        shared.map(({ id }) => won(id) + 1),
      );
      assert.deepStrictEqual(raced.flatMap(({ drained }) => drained).sort(), due.map(({ id }) => id).sort());
      assert.deepStrictEqual(raced.flatMap(({ tasks }) => tasks).sort(), [...keys].sort());
    }),
  );
});
