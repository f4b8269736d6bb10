import { Context, type Effect, type Option, Schema } from "effect";
import type { Change, StoredEvent } from "../lifecycle/Change.ts";
import type { SubjectKind, SubjectRef } from "../lifecycle/Subject.ts";
import { SubjectRef as SubjectRefSchema } from "../lifecycle/Subject.ts";

/** A subject as it was found: its state as JSON, written and read by the subject's own Schema. */
export interface StoredSubject {
  readonly subject: SubjectRef;
  readonly version: number;
  readonly state: Schema.Json;
}

/** How a seller's published ratings stand: how many, and the sum of their stars (R42). */
export interface Score {
  readonly ratings: number;
  readonly stars: number;
}

/** A subject beside its seller's score. */
export interface ScoredSubject {
  /** The same object as before, where a store knows that nothing has changed: what was made of it still holds. */
  readonly stored: StoredSubject;
  readonly score: Score;
}

/** The answer that a write gave under an idempotency key (R56). */
export interface KeptAnswer {
  /** Who gave the key: one actor's keys are not another's. */
  readonly scope: string;
  readonly key: string;
  /** A digest of the request's content, by which other content under the same key is noticed. */
  readonly fingerprint: string;
  readonly answer: Schema.Json;
  /** When it was given, in milliseconds since the epoch. */
  readonly at: number;
}

/** What is written together: all of it or none. No subject stands in it twice. */
export interface Commit {
  readonly changes: ReadonlyArray<Change>;
  readonly answer?: KeptAnswer;
}

/** Somebody else changed a subject since it was loaded: load and decide again. Nothing was written. */
export class VersionConflict extends Schema.TaggedError<VersionConflict>()("VersionConflict", {
  subjects: Schema.Array(SubjectRefSchema),
}) {}

/** Another subject holds the claim (R4). Nothing was written. */
export class ClaimTaken extends Schema.TaggedError<ClaimTaken>()("ClaimTaken", { claim: Schema.String }) {}

/** An answer is kept under this key already: read it. Nothing was written. */
export class AnswerKept extends Schema.TaggedError<AnswerKept>()("AnswerKept", { key: Schema.String }) {}

/** The store can't be reached, or is too busy: try again later. Whether a commit was written is known: it was not. */
export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("StoreUnavailable", {
  reason: Schema.String,
}) {}

/** Which subjects, newest first: those for which all that is named is so. */
export interface Find {
  readonly kind: SubjectKind;
  readonly status?: ReadonlyArray<string>;
  readonly seller?: string;
  readonly buyer?: string;
  readonly email?: string;
  readonly tracking?: string;
  readonly parent?: string;
  readonly credit?: string;
  /** One of the operator tasks open on it; `*` for any at all. */
  readonly operatorTask?: string;
  readonly limit: number;
  /** The id of the last subject of the page before. */
  readonly after?: string;
}

/** Subjects, with the facts, tasks, journal lines and answers that are written with them. */
export class Store extends Context.Service<
  Store,
  {
    /** The subjects that exist, in the order asked for; none where one does not. */
    readonly load: (
      subjects: ReadonlyArray<SubjectRef>,
    ) => Effect.Effect<ReadonlyArray<Option.Option<StoredSubject>>, StoreUnavailable>;
    readonly commit: (
      commit: Commit,
    ) => Effect.Effect<void, VersionConflict | ClaimTaken | AnswerKept | StoreUnavailable>;
    readonly find: (query: Find) => Effect.Effect<ReadonlyArray<StoredSubject>, StoreUnavailable>;
    readonly answer: (
      scope: string,
      key: string,
    ) => Effect.Effect<Option.Option<KeptAnswer>, StoreUnavailable>;
    /** A subject and its seller's score, for whoever looks at it; no stars for what the brand itself sells. */
    readonly scored: (subject: SubjectRef) => Effect.Effect<Option.Option<ScoredSubject>, StoreUnavailable>;
  }
>()("@resale/core/ports/Store") {}

/** A journal line as it stands in the store. */
export interface StoredPosting {
  readonly order: string;
  readonly version: number;
  readonly account: string;
  readonly amount: number;
}

/** What has happened, append-only (R55), and the money that moved (R53). */
export class History extends Context.Service<
  History,
  {
    /** One subject's events, in order, from the version after `after` on. */
    readonly of: (
      subject: SubjectRef,
      after?: number,
    ) => Effect.Effect<ReadonlyArray<StoredEvent>, StoreUnavailable>;
    /** All subjects' events by position. A position once passed never gains an earlier one. */
    readonly all: (
      after: number,
      limit: number,
    ) => Effect.Effect<ReadonlyArray<StoredEvent>, StoreUnavailable>;
    /** The position of the last event that `all` would give now; 0, if there is none. */
    readonly last: Effect.Effect<number, StoreUnavailable>;
    readonly postingsOf: (order: string) => Effect.Effect<ReadonlyArray<StoredPosting>, StoreUnavailable>;
    /** The journal's lines, by order and version, from after the given order on: for `verify`. */
    readonly postings: (
      afterOrder: string | undefined,
      orders: number,
    ) => Effect.Effect<ReadonlyArray<StoredPosting>, StoreUnavailable>;
    /** What stands on each account over all orders, in cents. */
    readonly balances: Effect.Effect<ReadonlyMap<string, number>, StoreUnavailable>;
  }
>()("@resale/core/ports/History") {}
