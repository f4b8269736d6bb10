import type { Actor, Rejection } from "@resale/core";
import { Effect } from "effect";

/** Whoever holds the link of an order; everybody else has none to be answered about (R26). */
export const guestOf = (
  actor: Actor,
  command: string,
): Effect.Effect<Extract<Actor, { readonly _tag: "Guest" }>, Rejection> =>
  actor._tag === "Guest"
    ? Effect.succeed(actor)
    : Effect.fail({ _tag: "NotAllowed", command, actor: actor._tag, allowed: ["Guest"] });
