import { assert, layer } from "@effect/vitest";
import { instant, KeptPhotos, now, OrderId, PhotoId, Store, Tasks } from "@resale/core";
import { StoreGauges } from "@resale/postgres";
import { change, NOON, newId, newSubject } from "@resale/testkit/contracts";
import { Context, Effect, Layer, Metric } from "effect";
import { freshStore } from "./database.ts";

const store = Layer.provideMerge(StoreGauges.layer, freshStore());

/** What a metric says under some labels; nothing, if it was never set. */
const said = (id: string, labels: Readonly<Record<string, string>> = {}): number | undefined => {
  const found = Metric.snapshotUnsafe(Context.empty()).find(
    (one) =>
      one.id === id && Object.entries(labels).every(([name, value]) => one.attributes?.[name] === value),
  );
  if (found?.type === "Counter") return Number(found.state.count);
  return found?.type === "Gauge" ? Number(found.state.value) : undefined;
};

layer(store, { timeout: "60 seconds" })("the store as metrics", (it) => {
  it.effect("says what is overdue and what was given up, until it is done", () =>
    Effect.gen(function* () {
      const { look } = yield* StoreGauges;
      const { commit } = yield* Store;
      const { take, postpone, finish } = yield* Tasks;
      const moment = yield* now;
      const due = instant(moment - 90_000);
      const parkedBefore = said("resale_tasks_total", { kind: "BuyLabel", outcome: "Parked" }) ?? 0;
      const doneBefore = said("resale_tasks_total", { kind: "BuyLabel", outcome: "Done" }) ?? 0;
      const order = OrderId.make(newId());
      const key = newId();
      const tasks = [{ key, task: { _tag: "BuyLabel", order } as const }];
      yield* commit({ changes: [change(newSubject(), { at: due, tasks })] });
      yield* look;
      assert.strictEqual(said("resale_task_lag_seconds", { kind: "BuyLabel" }), 90);
      assert.strictEqual(said("resale_inbox_lag_seconds"), 0);
      const request = { now: moment, limit: 10, lease: 1000 };
      const [taken] = yield* take(request);
      assert(taken !== undefined);
      yield* postpone(taken, "refused", undefined);
      yield* look;
      assert.strictEqual(said("resale_task_lag_seconds", { kind: "BuyLabel" }), 0);
      assert.strictEqual(said("resale_tasks_parked", { kind: "BuyLabel" }), 1);
      assert.strictEqual(
        said("resale_tasks_total", { kind: "BuyLabel", outcome: "Parked" }),
        parkedBefore + 1,
      );
      yield* (yield* Tasks).repeat(key, moment);
      const [again] = yield* take(request);
      assert(again !== undefined);
      yield* finish(again, moment);
      yield* look;
      assert.strictEqual(said("resale_tasks_parked", { kind: "BuyLabel" }), 0);
      assert.strictEqual(said("resale_tasks_total", { kind: "BuyLabel", outcome: "Done" }), doneBefore + 1);
      assert.isAbove(said("resale_connections", { state: "active" }) ?? 0, 0);
    }),
  );

  it.effect("counts photos that are given up until they are forgotten", () =>
    Effect.gen(function* () {
      const { look } = yield* StoreGauges;
      const { expect, forget, giveUp } = yield* KeptPhotos;
      const photo = { id: PhotoId.make(newId()), at: instant(NOON) };
      yield* expect({ ...photo, upload: null });
      yield* look;
      assert.strictEqual(said("resale_photos_given_up"), 0);
      yield* giveUp([photo]);
      yield* look;
      assert.strictEqual(said("resale_photos_given_up"), 1);
      yield* forget([photo.id]);
      yield* look;
      assert.strictEqual(said("resale_photos_given_up"), 0);
    }),
  );

  it.effect("counts what was written, and what lost a race", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const written = said("resale_commits_total", { outcome: "Written" }) ?? 0;
      const lost = said("resale_commits_total", { outcome: "VersionConflict" }) ?? 0;
      const subject = newSubject();
      yield* commit({ changes: [change(subject)] });
      yield* Effect.flip(commit({ changes: [change(subject)] }));
      assert.strictEqual(said("resale_commits_total", { outcome: "Written" }), written + 1);
      assert.strictEqual(said("resale_commits_total", { outcome: "VersionConflict" }), lost + 1);
      assert.isAbove(said("resale_events_total", { subject: subject.kind }) ?? 0, 0);
    }),
  );
});
