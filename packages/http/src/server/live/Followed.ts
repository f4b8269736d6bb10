import type { Rejection, StoreUnavailable, Watched } from "@resale/core";
import { Effect } from "effect";
import type { Engine } from "../Engine.ts";

/** What is looked at, and how: looked at anew whenever it has changed. */
export class Followed<A> {
  readonly watched: Watched;
  readonly look: Effect.Effect<A, Rejection | StoreUnavailable, Engine>;

  constructor(watched: Watched, look: Effect.Effect<A, Rejection | StoreUnavailable, Engine>) {
    this.watched = watched;
    this.look = look;
  }
}

/** Looks once, so that who may not look is refused as elsewhere; the changes come after. */
export const followed = <A>(
  watched: Watched,
  look: Effect.Effect<A, Rejection | StoreUnavailable, Engine>,
): Effect.Effect<Followed<A>, Rejection | StoreUnavailable, Engine> =>
  Effect.as(look, new Followed(watched, look));
