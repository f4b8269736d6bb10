import { Schema } from "effect";

/** What has a life of its own in the engine: it is loaded, decided upon and committed as one. */
export const SubjectKind = Schema.Literals(["listing", "checkout", "order", "desk", "mailbox"]);
export type SubjectKind = typeof SubjectKind.Type;

/** Which one. */
export const SubjectRef = Schema.Struct({ kind: SubjectKind, id: Schema.String });
export type SubjectRef = typeof SubjectRef.Type;
