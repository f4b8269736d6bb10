import { Effect, Stream } from "effect";
import type { Rejection } from "../../lifecycle/Rejection.ts";
import { rejectionOf } from "../rejecting.ts";
import { Live, type Watched } from "./Live.ts";

/**
 * What is looked at as it is now, and again after each change: nothing is missed in between, though what changed twice
 * may be seen but once. It fails as the look itself does, with `NotFound` once it is the reader's no more (R15, R54).
 */
export const follow = <A, E, R>(
  watched: Watched,
  look: Effect.Effect<A, E, R>,
): Stream.Stream<A, E | Rejection, R | Live> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const { hear } = yield* Live;
      const changes = yield* Effect.mapError(hear(watched), rejectionOf);
      return Stream.mapEffect(Stream.concat(Stream.make(undefined), changes), () => look);
    }),
  );
