import { Context, type Effect } from "effect";

/** New keys: random UUIDs that nobody can guess, in the order of their making as far as possible (version 7). */
export class Ids extends Context.Service<Ids, { readonly next: Effect.Effect<string> }>()(
  "@resale/core/ports/Ids",
) {}
