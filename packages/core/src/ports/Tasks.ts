import { Context, type Effect, type Option } from "effect";
import type { Actor } from "../access/Actor.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Task, TaskTag } from "../lifecycle/Task.ts";
import type { StoreUnavailable } from "./Store.ts";

/** A task taken for a while by one worker: when the lease has ended another may take it. */
export interface LeasedTask {
  readonly key: string;
  readonly task: Task;
  /** How often it has been taken, this time included. */
  readonly attempt: number;
  /** Names this taking: who has lost the lease can no longer finish or postpone the task. */
  readonly lease: string;
}

/** Who has ended a task that was never done, and why. */
export interface DroppedTask {
  readonly by: Actor;
  readonly reason: string;
  readonly at: Instant;
}

/** A task as operators see it. */
export interface KeptTask {
  readonly key: string;
  readonly task: Task;
  readonly attempts: number;
  readonly status: "Waiting" | "Parked" | "Done" | "Dropped";
  readonly dueAt: Instant;
  readonly lastError: string | undefined;
  readonly dropped: DroppedTask | undefined;
}

/**
 * What came of dropping a task: `Dropped` now; `Leased`, and a worker may be acting on it until then; `Over`, being done
 * or dropped already; `Missing`, if there is none under the key.
 */
export type Drop =
  | { readonly _tag: "Dropped"; readonly task: Task }
  | { readonly _tag: "Leased"; readonly until: Instant }
  | { readonly _tag: "Over"; readonly status: "Done" | "Dropped"; readonly task: Task }
  | { readonly _tag: "Missing" };

/** A task that follows from no commit: what a provider has told by itself. */
export interface ToldTask {
  /** It stands once under its key, whatever is told again. */
  readonly key: string;
  /** What it is found by: the parcel's number, the payment. */
  readonly subject: string;
  readonly task: Task;
}

/** The outbox: side effects, each done at least once after the commit that wants it; and what providers have told. */
export class Tasks extends Context.Service<
  Tasks,
  {
    /** Takes down what was told, due from `at` on. What stands under its key already stays as it is. Answers how many are new. */
    readonly add: (told: ReadonlyArray<ToldTask>, at: Instant) => Effect.Effect<number, StoreUnavailable>;
    /** Takes up to `limit` tasks that are due; `kinds` leaves the others to somebody else. */
    readonly take: (request: {
      readonly now: Instant;
      readonly limit: number;
      /** Milliseconds. */
      readonly lease: number;
      readonly kinds?: ReadonlyArray<TaskTag>;
    }) => Effect.Effect<ReadonlyArray<LeasedTask>, StoreUnavailable>;
    readonly finish: (task: LeasedTask, now: Instant) => Effect.Effect<void, StoreUnavailable>;
    /** Gives a task back, to be taken again from `at` on; without `at` it is parked for an operator. */
    readonly postpone: (
      task: LeasedTask,
      error: string,
      at: Instant | undefined,
    ) => Effect.Effect<void, StoreUnavailable>;
    /** Gives back tasks that were not done, at once and as if they had not been taken: a worker that stops does so. */
    readonly release: (
      tasks: ReadonlyArray<LeasedTask>,
      now: Instant,
    ) => Effect.Effect<void, StoreUnavailable>;
    readonly list: (request: {
      readonly status?: KeptTask["status"];
      readonly subject?: string;
      readonly limit: number;
      readonly after?: string;
    }) => Effect.Effect<ReadonlyArray<KeptTask>, StoreUnavailable>;
    /** Puts a parked or waiting task first in line, with all its tries anew; false, if there is none such. */
    readonly repeat: (key: string, now: Instant) => Effect.Effect<boolean, StoreUnavailable>;
    /** Ends a task that waits or is parked for good, undone: it is never taken or repeated again. */
    readonly drop: (key: string, dropped: DroppedTask) => Effect.Effect<Drop, StoreUnavailable>;
    /** The next moment at which some task is due or some lease ends. */
    readonly next: Effect.Effect<Option.Option<Instant>, StoreUnavailable>;
  }
>()("@resale/core/ports/Tasks") {}
