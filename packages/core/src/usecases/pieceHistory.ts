import { Effect, Option } from "effect";
import type { Actor } from "../access/Actor.ts";
import type { ListingId } from "../listing/ListingId.ts";
import { listingView } from "../listing/ListingView.ts";
import { listingMachine } from "../listing/machine.ts";
import { History, Store } from "../ports/Store.ts";
import { findAs, readAs, staffOnly } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** How many of the seller's other listings are shown, newest first. */
const MOST = 50;

/**
 * What a reviewer weighs beside the piece itself: all that has happened to the listing, its seller's score, and what else
 * they have listed, the same unit among it where it was listed before (R14).
 */
export const pieceHistory = Effect.fn("Review.pieceHistory")(function* (actor: Actor, id: ListingId) {
  yield* staffOnly(actor, "PieceHistory");
  const { state } = yield* readAs(listingMachine, id, actor);
  const subject = { kind: "listing", id } as const;
  const [events, scored] = yield* Effect.all([
    (yield* History).of(subject),
    (yield* Store).scored(subject),
  ]).pipe(Effect.mapError(rejectionOf));
  const { seller } = state;
  const found =
    seller._tag === "Member" ? yield* findAs(listingMachine, { seller: seller.id, limit: MOST + 1 }) : [];
  const others = found.filter((one) => one.state.id !== id).slice(0, MOST);
  return {
    events,
    score: Option.isSome(scored) ? scored.value.score : { ratings: 0, stars: 0 },
    others: others.map((one) => listingView(one.state, "Reviewer")),
  };
});
