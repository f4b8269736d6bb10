import type { SubjectKind } from "../lifecycle/Subject.ts";

/**
 * A subject as it was read or written a moment ago: work that begins with it does not load it again. Should it have
 * changed since, the commit is refused, and the next try loads it.
 */
export interface Known {
  readonly kind: SubjectKind;
  readonly id: string;
  /** 0, and no state, for what does not exist yet. */
  readonly version: number;
  /** As it is stored: what the clock has made of it since is not in it. */
  readonly state: unknown;
}

/** A subject under an id that was made for it and never used: another process may be faster, the commit tells. */
export const unborn = (kind: SubjectKind, id: string): Known => ({ kind, id, version: 0, state: undefined });
