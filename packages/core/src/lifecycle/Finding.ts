import { Schema } from "effect";
import { SubjectRef } from "./Subject.ts";

const of = { subject: SubjectRef } as const;

/** Something that can't be in a sound store (R53, R55). */
export const Finding = Schema.TaggedUnion({
  /** Facts or money of a subject that is not there. */
  SubjectMissing: { ...of, of: Schema.Literals(["facts", "money"]) },
  /** The fact of this number is not there. */
  EventMissing: { ...of, version: Schema.Int },
  /** A fact beyond the subject's version. */
  EventBeyond: { ...of, version: Schema.Int },
  /** A state or a fact that its Schema or its history refuses; null stands for the state. */
  Unreadable: { ...of, version: Schema.NullOr(Schema.Int), reason: Schema.String },
  /** A place of the stored state that is not what the facts say. */
  StateDiffers: { ...of, path: Schema.String, stored: Schema.Unknown, replayed: Schema.Unknown },
  /** What stands on an account for one fact, and what that fact books, in cents. */
  JournalDiffers: {
    ...of,
    version: Schema.Int,
    account: Schema.String,
    stored: Schema.Int,
    booked: Schema.Int,
  },
  /** The money of one order does not add up. */
  JournalUnsound: { ...of, problem: Schema.String },
});
export type Finding = typeof Finding.Type;

const SHORT = 80;
const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
};

/** A finding in one sentence, without its subject. */
export const textOfFinding = (finding: Finding): string => {
  switch (finding._tag) {
    case "SubjectMissing":
      return `there are ${finding.of} of it, but it is not there`;
    case "EventMissing":
      return `event ${finding.version} is missing`;
    case "EventBeyond":
      return `event ${finding.version} is beyond its version`;
    case "Unreadable":
      return `${finding.version === null ? "its state" : `event ${finding.version}`} can't be read: ${finding.reason}`;
    case "StateDiffers":
      return `${finding.path} is not what its facts say: ${short(finding.stored)}, not ${short(finding.replayed)}`;
    case "JournalDiffers":
      return `event ${finding.version} books ${finding.booked} cents on ${finding.account}, the journal has ${finding.stored}`;
    case "JournalUnsound":
      return finding.problem;
  }
};
