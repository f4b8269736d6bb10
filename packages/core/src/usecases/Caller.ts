import type { Actor } from "../access/Actor.ts";

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
}
