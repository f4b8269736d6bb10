import { Schema } from "effect";
import { Actor } from "../access/Actor.ts";
import { Instant } from "../calendar/Instant.ts";
import { Posting } from "../journal/Posting.ts";
import { CatalogueEntry } from "../listing/CatalogueEntry.ts";
import { SubjectRef } from "./Subject.ts";
import { Task } from "./Task.ts";

/**
 * By what a subject is found beside its id. A `claim` belongs to one subject at a time: the store refuses a second one.
 */
export const SubjectIndex = Schema.Struct({
  status: Schema.String,
  claim: Schema.NullOr(Schema.String),
  seller: Schema.NullOr(Schema.String),
  buyer: Schema.NullOr(Schema.String),
  /** The buyer's e-mail address, folded. */
  email: Schema.NullOr(Schema.String),
  tracking: Schema.NullOr(Schema.String),
  /** What it belongs to: an order's checkout, a checkout's payment. */
  parent: Schema.NullOr(Schema.String),
  /** The gift card that an order's seller was paid with: once it is there, it stays (R49). */
  credit: Schema.NullOr(Schema.String),
  /** What waits for an operator, by name. */
  operatorTasks: Schema.Array(Schema.String),
  /** The stars of a published rating, towards the seller's score (R42). */
  stars: Schema.NullOr(Schema.Int),
});
export type SubjectIndex = typeof SubjectIndex.Type;

/** A subject that is found by nothing but its id. */
export const nowhere: Omit<SubjectIndex, "status"> = {
  claim: null,
  seller: null,
  buyer: null,
  email: null,
  tracking: null,
  parent: null,
  credit: null,
  operatorTasks: [],
  stars: null,
};

/** A fact as it is kept: who, when, what, from which command (R55). Facts of one command share it; the first holds it. */
export const RecordedEvent = Schema.Struct({
  subject: SubjectRef,
  /** Its number among the subject's events, from 1, without gaps. */
  version: Schema.Int,
  /** The engine's clock. */
  at: Instant,
  actor: Actor,
  /** The whole command on the first fact it made, its name on the others. A timer's name, where the clock made it. */
  cause: Schema.Union([
    Schema.TaggedStruct("Command", { command: Schema.Json }),
    Schema.TaggedStruct("SameCommand", {}),
    Schema.TaggedStruct("Timer", { timer: Schema.String }),
  ]),
  event: Schema.Json,
});
export type RecordedEvent = typeof RecordedEvent.Type;

/** A recorded event with its number among all events. */
export const StoredEvent = Schema.Struct({ position: Schema.Int, ...RecordedEvent.fields });
export type StoredEvent = typeof StoredEvent.Type;

/** A task on its way into the store. The key is made from the event: it stands once, whatever is repeated. */
export const WantedTask = Schema.Struct({ key: Schema.String, task: Task });
export type WantedTask = typeof WantedTask.Type;

/** A journal line on its way into the store, with the version of the event it follows from. */
export const JournalLine = Schema.Struct({ version: Schema.Int, ...Posting.fields });
export type JournalLine = typeof JournalLine.Type;

/** One subject's step: everything that is written for it, behind a check of the version it was decided upon. */
export const Change = Schema.Struct({
  subject: SubjectRef,
  /** The version that was loaded; 0, if the subject is new. The next one is this plus the number of events. */
  expected: Schema.Int,
  state: Schema.Json,
  due: Schema.NullOr(Instant),
  index: SubjectIndex,
  /** The same until now, if the caller knows: a store that sees what has not changed need not look for it. */
  before: Schema.optionalKey(SubjectIndex),
  /** The listing as shoppers may find it; null takes it out of the catalogue; absent for what is never in it. */
  catalogue: Schema.optionalKey(Schema.NullOr(CatalogueEntry)),
  events: Schema.Array(RecordedEvent),
  tasks: Schema.Array(WantedTask),
  journal: Schema.Array(JournalLine),
});
export type Change = typeof Change.Type;
