import type { Tagged } from "./Machine.ts";

/** A fact that does not fit the state it meets: the history is broken, and nothing can be made of it. */
export const misfit = (state: Tagged | undefined, event: Tagged): never => {
  throw new Error(`the fact ${event._tag} does not fit a subject in ${state?._tag ?? "Nothing"}`);
};
