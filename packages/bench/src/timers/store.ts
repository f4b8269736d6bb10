import {
  changeOf,
  orderMachine,
  preLoved,
  readStored,
  type StoredSubject,
  settle,
  system,
  Timers,
} from "@resale/core";
import { PostgresStore } from "@resale/postgres";
import { Effect, ManagedRuntime, Redacted } from "effect";
import { migrated } from "../commits/store.ts";
import type { Bench } from "../harness/Bench.ts";
import { type Drainer, PAGE } from "./Drainer.ts";
import { type Due, dueInStore, notDueInStore } from "./dueOrders.ts";

/** What a worker of the engine does with an order that is due: read by its Schema, settle, write down what follows. */
const changeOfDue =
  ({ now }: Due) =>
  ({ subject, version, state }: StoredSubject) => {
    const context = { now, actor: system, program: preLoved };
    const order = readStored(orderMachine.schema.state, state);
    const decision = settle(orderMachine, order, context);
    return changeOf(orderMachine, subject.id, { version, state: order }, undefined, decision, context);
  };

/** The engine's own timers, among so many that are not due. */
export const openTimers = async (bench: Bench, name: string, due: Due, notDue: number): Promise<Drainer> => {
  const database = await bench.database("timers");
  await migrated(database.url);
  await database.run(notDueInStore(notDue), "vacuum analyze");
  const runtime = ManagedRuntime.make(PostgresStore.layer({ url: Redacted.make(database.url) }));
  const timers = await runtime.runPromise(Timers);
  const page = timers.drain({ now: due.now, limit: PAGE, decide: changeOfDue(due) });
  // As a worker goes about what has gathered: one page is decided while the other is written.
  const pages = Effect.map(Effect.all([page, page], { concurrency: 2 }), ([one, other]) => one + other);
  return {
    name,
    database,
    sow: (count, batch) => database.run(dueInStore(due, count, batch)),
    drain: (count) =>
      runtime.runPromise(
        Effect.gen(function* () {
          for (let fired = 0; fired < count; ) fired += yield* pages;
        }),
      ),
    close: () => runtime.dispose(),
  };
};
