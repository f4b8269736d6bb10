import { Effect, Option, Stream } from "effect";
import type { StoredEvent } from "../../lifecycle/Change.ts";
import type { Rejection } from "../../lifecycle/Rejection.ts";
import { SubjectKind } from "../../lifecycle/Subject.ts";
import { History } from "../../ports/Store.ts";
import { rejectionOf } from "../rejecting.ts";
import { Live } from "./Live.ts";

/** How many events are read at a time. */
const PAGE = 200;

/**
 * Every event after a position, in order, and on and on as they are committed (R55): none is missed and none comes twice.
 * Who keeps the position of the last one they dealt with goes on there. It is for the shop's own systems: nothing is
 * left out of what they are told.
 */
export const followEvents = (after: number): Stream.Stream<StoredEvent, Rejection, Live | History> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const { hear } = yield* Live;
      const history = yield* History;
      const changes = yield* Effect.mapError(
        Effect.forEach(SubjectKind.literals, (kind) => hear({ kind })),
        rejectionOf,
      );
      let position = after;
      const readOn = Stream.paginate(undefined, () =>
        Effect.map(
          Effect.suspend(() => history.all(position, PAGE)),
          (events) => {
            position = events.at(-1)?.position ?? position;
            return [
              events,
              events.length < PAGE ? Option.none<undefined>() : Option.some(undefined),
            ] as const;
          },
        ),
      );
      return Stream.concat(
        Stream.succeed(undefined),
        Stream.mergeAll(changes, { concurrency: "unbounded" }),
      ).pipe(Stream.flatMap(() => Stream.mapError(readOn, rejectionOf)));
    }),
  );
