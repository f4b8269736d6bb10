import { type Change, instant, Store, type StoredSubject, Tasks, Timers } from "@resale/core";
import { PostgresStore } from "@resale/postgres";
import { Effect, Option, Redacted, Result } from "effect";

/** What one of several processes is told to do, and tells when it has done it. */
export interface Race {
  readonly url: string;
  readonly subjects: ReadonlyArray<string>;
  readonly rounds: number;
  readonly now: number;
}

export interface Raced {
  /** Subjects by id: how many steps of it this process has won. */
  readonly won: { readonly [Id in string]: number };
  readonly drained: ReadonlyArray<string>;
  readonly tasks: ReadonlyArray<string>;
}

const step = ({ subject, version, state }: StoredSubject, now: number): Change => ({
  subject,
  expected: version,
  state,
  due: null,
  index: {
    status: "Open",
    claim: null,
    seller: null,
    buyer: null,
    email: null,
    tracking: null,
    parent: null,
    credit: null,
    operatorTasks: [],
    stars: null,
  },
  events: [
    {
      subject,
      version: version + 1,
      at: instant(now),
      actor: { _tag: "System" },
      cause: { _tag: "Timer", timer: "race" },
      event: { _tag: "Stepped" },
    },
  ],
  tasks: [],
  journal: [],
});

const race = ({ subjects, rounds, now }: Race) =>
  Effect.gen(function* () {
    const { load, commit } = yield* Store;
    const { drain } = yield* Timers;
    const { take, finish } = yield* Tasks;
    const won: { [id: string]: number } = {};
    const drained: Array<string> = [];
    const tasks: Array<string> = [];

    const pair = (round: number) => [round % subjects.length, (round * 7 + 1) % subjects.length];
    const write = (round: number) =>
      Effect.gen(function* () {
        const ids = [...new Set(pair(round))].map((at) => subjects[at] ?? "");
        const found = yield* load(ids.map((id) => ({ kind: "order", id })));
        const changes = found.flatMap((one) => (Option.isSome(one) ? [step(one.value, now)] : []));
        const result = yield* Effect.result(commit({ changes }));
        if (Result.isSuccess(result)) for (const id of ids) won[id] = (won[id] ?? 0) + 1;
        else if (result.failure._tag !== "VersionConflict") yield* Effect.die(result.failure);
      });
    const sweep = Effect.gen(function* () {
      const decide = (subject: StoredSubject): Change => {
        drained.push(subject.subject.id);
        return step(subject, now);
      };
      while ((yield* drain({ now: instant(now), limit: 5, decide })) > 0);
    });
    const work = Effect.gen(function* () {
      for (;;) {
        const taken = yield* take({ now: instant(now), limit: 3, lease: 60_000 });
        if (taken.length === 0) return;
        for (const task of taken) {
          tasks.push(task.key);
          yield* finish(task, instant(now));
        }
      }
    });
    const rest = Array.from({ length: rounds }, (_, round) => write(round));
    yield* Effect.all([Effect.all(rest, { concurrency: 6 }), sweep, work], { concurrency: "unbounded" });
    const raced: Raced = { won, drained, tasks };
    return raced;
  });

const told: Race = JSON.parse(process.argv[2] ?? "");
const raced = await Effect.runPromise(
  Effect.provide(race(told), PostgresStore.layer({ url: Redacted.make(told.url), writeConnections: 4 })),
);
process.stdout.write(JSON.stringify(raced));
