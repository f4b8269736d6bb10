import { Effect } from "effect";

/** What a shop does for a contract's sake: an Effect, a promise, or done at once. */
export type Acted<R, A = void> = Effect.Effect<A, unknown, R> | Promise<A> | A;

/** Any of them as an Effect. */
export const acted = <A, R>(act: () => Acted<R, A>): Effect.Effect<A, unknown, R> =>
  Effect.suspend((): Effect.Effect<A, unknown, R> => {
    const done = act();
    return Effect.isEffect(done) ? done : Effect.promise(() => Promise.resolve(done));
  });
