import type { Actor } from "../access/Actor.ts";
import type { SubjectKind } from "../lifecycle/Subject.ts";

/** Who asks, and the key under which a repeat of the same request gets the same answer (R54, R56). */
export interface Caller {
  readonly actor: Actor;
  readonly idempotency?: {
    /** Whose key it is: one caller's keys are not another's. */
    readonly scope: string;
    readonly key: string;
    /** A digest of all that the request says. */
    readonly fingerprint: string;
  };
  /** What the caller has seen of the subject: it is changed only while it still stands at one of these versions. */
  readonly seen?: {
    readonly kind: SubjectKind | "subscription";
    readonly id: string;
    readonly versions: ReadonlyArray<number>;
  };
}

/** Whose idempotency keys and uploads these are: one caller's are not another's, by whatever door they come (R56). */
export const keyScopeOf = (actor: Actor): string => {
  switch (actor._tag) {
    case "Member":
    case "Reviewer":
    case "Support":
      return `${actor._tag}:${actor.id}`;
    case "Guest":
      return `Guest:${actor.order}`;
    default:
      return actor._tag;
  }
};
